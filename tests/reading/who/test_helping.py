"""Who helps a proposal along has a role in it, and is no party to it."""

from __future__ import annotations

import pytest

import qalamoun_terms as qt

HELPED = [
    # a text, and who is what to its first proposal besides the parties
    (
        "The army and the rebels signed a truce brokered by Oman and the United Nations.",
        {("Oman", "facilitator"), ("United Nations", "facilitator")},
    ),
    (
        "Egypt mediated the ceasefire between the government and the rebels, and Norway acted as guarantor.",
        {("Egypt", "facilitator"), ("Norway", "guarantor")},
    ),
    (
        (
            "The army and the rebels agreed on a ceasefire under the auspices of the African Union, "
            "with Russia and Turkey as guarantors."
        ),
        {("African Union", "facilitator"), ("Russia", "guarantor"), ("Turkey", "guarantor")},
    ),
    (
        "The army and the rebels signed a truce, guaranteed by Qatar, Oman and Kuwait.",
        {("Qatar", "guarantor"), ("Oman", "guarantor"), ("Kuwait", "guarantor")},
    ),
    (
        "The Omani-mediated truce between the army and the rebels holds. Oman praised it.",
        {("Oman", "facilitator")},
    ),
    (
        "The Egyptian-brokered truce between the army and the rebels holds.",
        {("Egyptian", "facilitator")},
    ),
    (
        "Qatar mediated between the two sides. The army and the rebels signed a truce.",
        {("Qatar", "facilitator")},
    ),
    (
        "The army and the rebels signed a truce in the presence of the bishop.",
        {("bishop", "witness")},
    ),
    (
        "The army and the rebels signed a truce. The United Nations will monitor the truce.",
        {("United Nations", "monitor")},
    ),
]

NOT_HELPED = [
    # what looks alike: the parties themselves, other deeds, other guarantees
    "The army and the rebels signed a truce. Qatar praised it.",
    "The government guaranteed the safety of the fighters, and the rebels accepted the offer.",
    "The army and the rebels signed a truce that was broken by Turkey.",
    "The rebels brokered the truce, their spokesman said, and the army accepted the truce.",
    "The army and the rebels signed a truce. Food was brought under the supervision of nobody.",
]

HELPS = {"facilitator", "guarantor", "witness", "monitor"}


def helpers(case):
    """Who is what to the first proposal of a case without being a party to it."""
    names = {party.id: party.name for party in case.parties}
    roles = case.proposals[0].roles
    return {(names[one.party], one.role.value) for one in roles if one.role.value in HELPS}


@pytest.mark.parametrize(("text", "expected"), HELPED)
def test_who_helps_has_a_role_and_the_words_that_tell_it(text, expected):
    case = qt.parse(text)

    assert helpers(case) == expected
    assert len([one for one in case.proposals[0].evidence if one.field == "roles"]) == len(expected)
    assert qt.verify(case).sound


@pytest.mark.parametrize("text", NOT_HELPED)
def test_what_only_looks_like_help_gives_no_role(text):
    assert helpers(qt.parse(text)) == set()


def test_who_helps_is_told_apart_from_the_parties():
    case = qt.parse("The army and the rebels signed a truce brokered by Oman.")
    names = {party.id: party.name for party in case.parties}

    assert [(names[one.party], one.role.value) for one in case.proposals[0].roles] == [
        ("army", "negotiating_party"),
        ("rebels", "negotiating_party"),
        ("Oman", "facilitator"),
    ]
    assert [names[one.party] for one in case.positions] == ["army", "rebels"]


def test_somebody_helps_once_however_often_it_is_told():
    case = qt.parse(
        "The army and the rebels signed a truce brokered by Oman. Oman brokered the truce in May."
    )

    assert [one.role.value for one in case.proposals[0].roles].count("facilitator") == 1


def test_help_with_talks_that_gave_nothing_is_no_role():
    assert qt.parse("Oman brokered the talks. The talks failed, a mediator said.").proposals == ()


def test_a_country_that_helps_is_not_on_the_side_of_the_state():
    case = qt.parse("The government and the rebels signed a truce, guaranteed by Ecuador.")
    roles = {one.role.value: case.side_of(one.party).role.value for one in case.proposals[0].roles}

    assert roles["guarantor"] == "mediator"
