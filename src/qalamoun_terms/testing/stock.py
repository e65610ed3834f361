"""Words and sentence patterns of made-up agreements, in three languages."""

from __future__ import annotations

from attrs import frozen

__all__ = ["LANGUAGES", "Stock"]


@frozen(kw_only=True)
class Stock:
    """What sentences of a made-up agreement are built of.

    Args:
        patterns: sentences with slots.
        slots: the fillings of each slot.
        headings: patterns of headings.

    >>> sorted(LANGUAGES)
    ['ar', 'en', 'es']
    """

    patterns: tuple[str, ...]
    slots: dict[str, tuple[str, ...]]
    headings: tuple[str, ...]


def _cut(words: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in words.split(","))


_TOWNS = _cut(
    "Asmar, Belqis, Dariyan, Ferqan, Halbun, Jisrin, Kafran, Luqma, Mazrin, Nahlan, Otaybin, Qastal,"
    " Rankus, Sahnin, Tellin, Umran, Wadira, Yabrin, Zamlik, Harmun, Baqra, Deshin, Ghaslan, Hilwa"
)

LANGUAGES: dict[str, Stock] = {
    "en": Stock(
        patterns=(
            "{who} shall {act} {what} in {town} within {n} days",
            "{who} may {act} {what} where {other} so {agree}",
            "No party shall {act} {what} before {other} has {done} {what2}",
            "{what} and {what2} remain under the {body} of {town}",
            "The {body} of {town} meets every {n} weeks and reports on {what} to {other}",
            "Where {what} is at issue, {who} and {other} consult the {body} of {town}",
            "{who} undertakes to {act} {what} and to {act2} {what2} without delay",
            "The costs of {what} are borne by {who} up to {n} thousand a month",
        ),
        slots={
            "who": _cut(
                "the council, the brigade, the ministry, the governorate, the mediator, the factions,"
                " the delegation, the army command, the elders, the police, the monitors"
            ),
            "other": _cut(
                "the guarantor, the other party, the committee, the envoy, the families, the union,"
                " the observers, the court, the local assembly"
            ),
            "act": _cut(
                "release, register, hand over, remove, inspect, restore, repair, return, protect, open,"
                " guard, survey, transfer, destroy, publish, finance, evacuate, store"
            ),
            "act2": _cut(
                "verify, mark, seal, escort, list, compensate, train, supply, suspend, review"
            ),
            "what": _cut(
                "heavy weapons, detainees, the water pumps, mine maps, checkpoints, ration cards, schools,"
                " land titles, salaries, the power line, medical convoys, prisoners of war, ambulances,"
                " wells, ammunition depots, identity papers, court files, road barriers, fuel deliveries,"
                " grain silos, telephone lines, burial grounds, tractors, bridges, radio masts"
            ),
            "what2": _cut(
                "the missing persons, escort vehicles, the city gate, irrigation canals, tunnels,"
                " customs posts, the bakery, pensions, seed stocks, uniforms, archives, vaccines,"
                " livestock, generators, warehouses, lighting, the hospital wing, orphans, quarries"
            ),
            "body": _cut(
                "joint commission, ceasefire office, liaison group, technical board, supervisory panel,"
                " relief bureau"
            ),
            "agree": _cut("agree in writing, request, decide by majority, declare in public"),
            "done": _cut("verified, returned, counted, announced, secured, handed over"),
        },
        headings=("{what}", "{body} of {town}", "Duties as to {what2}", "{what} and {what2}"),
    ),
    "es": Stock(
        patterns=(
            "{who} deberá {act} {what} en {town} en un plazo de {n} días",
            "{who} podrá {act} {what} cuando {other} así lo {agree}",
            "Ninguna de las partes podrá {act} {what} antes de que {other} haya {done} {what2}",
            "{what} y {what2} quedan a cargo de {body} de {town}",
            "La oficina de {town} se reúne cada {n} semanas e informa sobre {what} a {other}",
            "{who} se compromete a {act} {what} y a {act2} {what2} sin demora",
        ),
        slots={
            "who": _cut(
                "el consejo, la brigada, el ministerio, el mediador, las facciones, la delegación,"
                " los ancianos, la policía, los observadores"
            ),
            "other": _cut(
                "el garante, la otra parte, el comité, el enviado, las familias, el tribunal"
            ),
            "act": _cut(
                "liberar, registrar, entregar, retirar, inspeccionar, restablecer, reparar, devolver,"
                " proteger, abrir, custodiar, transferir, destruir, publicar, financiar, evacuar"
            ),
            "act2": _cut("verificar, señalar, sellar, escoltar, indemnizar, suministrar, revisar"),
            "what": _cut(
                "las armas pesadas, los detenidos, las bombas de agua, los mapas de minas, las escuelas,"
                " los puestos de control, los títulos de propiedad, los salarios, el tendido eléctrico,"
                " los convoyes médicos, los pozos, los depósitos de munición, los expedientes judiciales"
            ),
            "what2": _cut(
                "los desaparecidos, los vehículos de escolta, los canales de riego, los túneles,"
                " la panadería, las pensiones, los uniformes, los archivos, las vacunas, el ganado,"
                " los generadores, los almacenes, los huérfanos, las canteras"
            ),
            "body": _cut(
                "la comisión mixta, la oficina de enlace, la junta técnica, el grupo local"
            ),
            "agree": _cut("acuerde por escrito, solicite, decida por mayoría"),
            "done": _cut("verificado, devuelto, contado, anunciado, asegurado"),
        },
        headings=("{what}", "Deberes sobre {what2}", "{what} y {what2}"),
    ),
    "ar": Stock(
        patterns=(
            "يلتزم {who} {act} {what} في {town} خلال {n} يوما",
            "يجوز أن يقوم {who} {act} {what} متى وافق {other} على ذلك",
            "لا يقوم أي طرف {act} {what} قبل أن يعلن {other} عن {what2}",
            "تبقى {what} و{what2} تحت إشراف {body} في {town}",
            "تجتمع {body} كل {n} أسابيع وترفع تقريرا عن {what} إلى {other}",
        ),
        slots={
            "who": _cut(
                "المجلس, اللواء, الوسيط, المحافظ, الوفد, وجهاء البلدة, المراقبون, قائد الجيش"
            ),
            "other": _cut("الضامن, الطرف الآخر, المبعوث, الأهالي, القضاء, ممثل الفصائل"),
            "act": _cut(
                "بتسليم, بتسجيل, بإزالة, بتفتيش, بإصلاح, بإعادة, بحماية, بفتح, بحراسة, بنقل, بإتلاف,"
                " بنشر, بتمويل, بإخلاء"
            ),
            "what": _cut(
                "الأسلحة الثقيلة, قوائم المعتقلين, مضخات المياه, خرائط الألغام, الحواجز, المدارس,"
                " سندات الملكية, الرواتب, خط الكهرباء, القوافل الطبية, الآبار, مستودعات الذخيرة"
            ),
            "what2": _cut(
                "أسماء المفقودين, سيارات المرافقة, قنوات الري, الأنفاق, الأفران, المعاشات, السجلات,"
                " اللقاحات, الماشية, المولدات, المخازن, المقالع"
            ),
            "body": _cut("اللجنة المشتركة, مكتب الارتباط, الهيئة الفنية, غرفة المتابعة"),
        },
        headings=("{what}", "{body} في {town}", "{what} و{what2}"),
    ),
}
for _stock in LANGUAGES.values():
    _stock.slots["town"] = _TOWNS
