"""Terms that no word of the lexicon introduces, weighed by learnt weights once the lexicon is done."""
