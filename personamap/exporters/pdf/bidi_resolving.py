"""The second half of UAX #9: numbers, neutral characters and bracket pairs of one run sequence."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize

from personamap.exporters.pdf.bidi_embedding import ISOLATE_STARTS

_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CLOSER = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_OPENER = {normalize("NFD", closer): opener for opener, closer in _CLOSER.items()}
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "PDI", *ISOLATE_STARTS))
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_DEEPEST_BRACKETS = 63


def resolve(
    text: str, original: Sequence[str], types: list[str], edges: tuple[str, str], level: int
) -> list[int]:
    """Return the final level of each character of one isolating run sequence.

    `types` is worked on in place; `edges` are the directions before and
    after the sequence (sos and eos).
    """
    before, after = edges
    _weak(types, before)
    around = "LR"[level & 1]
    _brackets(text, original, types, before, around)
    _neutrals(types, before, after, around)
    if level % 2 == 0:
        return [level + {"L": 0, "R": 1}.get(kind, 2) for kind in types]
    return [level + (0 if kind == "R" else 1) for kind in types]


def _weak(types: list[str], before: str) -> None:
    _marks(types, before)
    _arabic_numbers(types, before)
    _separators(types)
    _number_signs(types)
    strong = before
    for i, kind in enumerate(types):
        if kind in ("ES", "ET", "CS"):
            types[i] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            types[i] = "L"


def _marks(types: list[str], before: str) -> None:
    previous = before
    for i, kind in enumerate(types):
        if kind == "NSM":
            types[i] = "ON" if previous in ISOLATE_STARTS or previous == "PDI" else previous
        previous = types[i]


def _arabic_numbers(types: list[str], before: str) -> None:
    strong = before
    for i, kind in enumerate(types):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            types[i] = "AN"
    types[:] = ["R" if kind == "AL" else kind for kind in types]


def _separators(types: list[str]) -> None:
    for i in range(1, len(types) - 1):
        left, kind, right = types[i - 1 : i + 2]
        if left != right:
            continue
        if (kind == "ES" and left == "EN") or (kind == "CS" and left in ("EN", "AN")):
            types[i] = left


def _number_signs(types: list[str]) -> None:
    for start, end in _spans(types, frozenset(("ET",))):
        touches_left = start > 0 and types[start - 1] == "EN"
        touches_right = end < len(types) and types[end] == "EN"
        if touches_left or touches_right:
            types[start:end] = ["EN"] * (end - start)


def _spans(types: Sequence[str], wanted: frozenset[str]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = -1
    for i, kind in enumerate([*types, ""]):
        if kind in wanted and start < 0:
            start = i
        elif kind not in wanted and start >= 0:
            spans.append((start, i))
            start = -1
    return spans


def _bracket_pairs(text: str, types: Sequence[str]) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for i, letter in enumerate(text):
        if types[i] != "ON":
            continue
        plain = normalize("NFD", letter)
        closer = _CLOSER.get(plain) or _CLOSER.get(letter)
        if closer:
            if len(waiting) == _DEEPEST_BRACKETS:
                break
            waiting.append((normalize("NFD", closer), i))
        elif plain in _OPENER:
            found = next((k for k in range(len(waiting) - 1, -1, -1) if waiting[k][0] == plain), -1)
            if found >= 0:
                pairs.append((waiting[found][1], i))
                del waiting[found:]
    return sorted(pairs)


def _brackets(
    text: str, original: Sequence[str], types: list[str], before: str, around: str
) -> None:
    for opener, closer in _bracket_pairs(text, types):
        inside = {_STRONG[kind] for kind in types[opener + 1 : closer] if kind in _STRONG}
        if not inside:
            continue
        direction = around
        if around not in inside:
            earlier = (_STRONG[kind] for kind in reversed(types[:opener]) if kind in _STRONG)
            context = next(earlier, before)
            direction = context if context != around else around
        for bracket in (opener, closer):
            _set_with_marks(original, types, bracket, direction)


def _set_with_marks(
    original: Sequence[str], types: list[str], bracket: int, direction: str
) -> None:
    types[bracket] = direction
    following = bracket + 1
    while following < len(types) and original[following] == "NSM":
        types[following] = direction
        following += 1


def _neutrals(types: list[str], before: str, after: str, around: str) -> None:
    for start, end in _spans(types, _NEUTRAL):
        left = _STRONG.get(types[start - 1], around) if start else before
        right = _STRONG.get(types[end], around) if end < len(types) else after
        types[start:end] = [left if left == right else around] * (end - start)
