"""A paragraph cut into words, each a row of runs with one font, direction and colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from personamap.exporters.pdf import breaks
from personamap.exporters.pdf.bidi import levels
from personamap.exporters.pdf.faces import Face
from personamap.exporters.pdf.fonts import REPLACEMENT, FontSet
from personamap.exporters.pdf.letters import INVISIBLE, printable

SPACE = -1
"""The level of white space between words until its line is known."""

_TALL_SCRIPTS = ("NotoNastaliqUrdu", "NotoSansKhmer")
_TALL = 1.3


class Span(Struct, frozen=True):
    """A piece of text in one font and colour."""

    text: str
    fonts: FontSet
    colour: str


class Run(Struct, frozen=True):
    """Letters of one font, direction and colour; `width` is in thousandths of the size.

    `actual` is what a replacement sign stands for when no font has the letter.
    """

    face: Face
    text: str
    level: int
    colour: str
    width: float
    actual: str = ""


class Word(Struct, frozen=True):
    """What stays together on a line, with the width of the space behind it."""

    runs: tuple[Run, ...]
    width: float
    space: float
    ends_line: bool = False


class Words(Struct, frozen=True):
    """All words of a paragraph, its base direction, and how much taller its lines must be."""

    items: tuple[Word, ...]
    base: int
    tall: float


def split_words(spans: Sequence[Span], lang: str, base: int | None, default: int) -> Words:
    """Cut a paragraph into words; nothing in it is taken for markup."""
    clean = [
        span
        if span.fonts.simple.issuperset(span.text)
        else Span(printable(span.text), span.fonts, span.colour)
        for span in spans
    ]
    text = "".join(span.text for span in clean)
    left_to_right = base == 0 or (base is None and default == 0)
    if left_to_right and all(s.fonts.simple.issuperset(s.text) for s in clean):
        one = len(clean) == 1
        items = _known_words(clean[0], lang) if one else tuple(_simple_words(text, clean, lang))
        return Words(items, 0, 1.0)
    run_levels, found = levels(text, base, default)
    runs = _runs(text, clean, run_levels, lang)
    items = tuple(_words(text, runs, lang))
    tall = any(r.face.path.name.startswith(_TALL_SCRIPTS) for w in items for r in w.runs)
    return Words(items, found, _TALL if tall else 1.0)


def chop(word: Word, limit: float, lang: str) -> Iterator[Word]:
    """Cut a word that is wider than a whole line between its letters."""
    runs: list[Run] = []
    width = 0.0
    for run in word.runs:
        if run.level == SPACE:
            continue
        if run.actual:
            runs.append(run)
            width += run.width
            continue
        for start, end in breaks.graphemes(run.text, lang):
            piece = _measured(run.face, run.text[start:end], run.level, run.colour, lang)
            if runs and width + piece.width > limit:
                yield Word(tuple(_joined(runs, lang)), width, 0.0)
                runs, width = [], 0.0
            runs.append(piece)
            width += piece.width
    yield Word(tuple(_joined(runs, lang)), width, word.space, word.ends_line)


def _joined(pieces: Sequence[Run], lang: str) -> Iterator[Run]:
    together = ""
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        if piece.actual:
            yield piece
            continue
        together += piece.text
        if (
            following is None
            or following.actual
            or (following.face, following.level) != (piece.face, piece.level)
        ):
            yield _measured(piece.face, together, piece.level, piece.colour, lang)
            together = ""


def _measured(face: Face, text: str, level: int, colour: str, lang: str) -> Run:
    width = face.shape(text, rtl=bool(level & 1), lang=lang).width
    return Run(face, text, level, colour, width)


def _known_words(span: Span, lang: str) -> tuple[Word, ...]:
    """Words of plain Latin text in one font, each measured the first time it is met."""
    known: dict[str, Word] = span.fonts.known_words.setdefault((span.colour, lang), {})
    found = []
    for text in breaks.simple_words(span.text):
        word = known.get(text)
        if word is None:
            face = span.fonts.main
            run = _measured(face, text, 0, span.colour, lang)
            blanks = len(text) - len(text.rstrip(" "))
            space = blanks * face.shape(" ", rtl=False, lang=lang).width
            word = known[text] = Word((run,), run.width - space, space)
        found.append(word)
    return tuple(found)


def _simple_words(text: str, spans: Sequence[Span], lang: str) -> Iterator[Word]:
    """Words of plain Latin text: the space behind a word stays in its run."""
    edges = []
    end = 0
    for span in spans:
        end += len(span.text)
        edges.append((end, span))
    current = 0
    for start, stop in breaks.words(text, lang):
        runs = []
        place = start
        while place < stop:
            edge, span = edges[current]
            cut = min(stop, edge)
            if cut > place:
                piece = text[place:cut]
                runs.append(_measured(span.fonts.main, piece, 0, span.colour, lang))
            place = cut
            current += edge <= cut and current < len(edges) - 1
        last = runs[-1]
        blanks = len(last.text) - len(last.text.rstrip(" "))
        space = blanks * last.face.shape(" ", rtl=False, lang=lang).width
        yield Word(tuple(runs), sum(run.width for run in runs) - space, space)


class _Piece(Struct, frozen=True):
    end: int
    face: Face
    text: str
    level: int
    colour: str
    missing: bool = False


def _runs(text: str, spans: Sequence[Span], run_levels: Sequence[int], lang: str) -> list[_Piece]:
    """Choose a font for each grapheme; a word of one script stays in one font where it can."""
    pieces = []
    offset = 0
    previous: Face | None = None
    for span in spans:
        for start, end in breaks.words(span.text, lang):
            whole = span.text[start:end]
            one = None if len(whole) < 2 else _one_font(span.fonts, whole)
            for a, b in breaks.graphemes(whole, lang):
                cluster = whole[a:b]
                place = offset + start + a
                face = one or span.fonts.pick(cluster, lang, previous)
                previous = face or previous
                pieces.append(
                    _Piece(
                        place + len(cluster),
                        face or span.fonts.replacement(),
                        cluster,
                        run_levels[place],
                        span.colour,
                        face is None,
                    )
                )
        offset += len(span.text)
    return pieces


def _one_font(fonts: FontSet, word: str) -> Face | None:
    needed = {ord(letter) for letter in word if not letter.isspace()} - INVISIBLE
    if "\ufe0f" in word or "\u200d" in word:
        return None
    return next((face for face in fonts.faces if face.letters.issuperset(needed)), None)


def _words(text: str, pieces: Sequence[_Piece], lang: str) -> Iterator[Word]:
    current = 0
    for start, stop in breaks.words(text, lang):
        visible = start + len(text[start:stop].rstrip())
        mine = []
        while current < len(pieces) and pieces[current].end <= stop:
            mine.append(pieces[current])
            current += 1
        runs = tuple(_merged(mine, visible, lang))
        yield Word(
            runs,
            sum(run.width for run in runs if run.level != SPACE),
            sum(run.width for run in runs if run.level == SPACE),
            text[start:stop].endswith("\n"),
        )


def _merged(pieces: Sequence[_Piece], visible: int, lang: str) -> Iterator[Run]:
    """Join neighbours alike; the space behind the word becomes a run of its own."""
    together = ""
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        level = SPACE if piece.end > visible else piece.level
        if piece.missing:
            sign = _measured(piece.face, REPLACEMENT, piece.level, piece.colour, lang)
            yield replace(sign, actual=piece.text)
            continue
        together += "" if piece.text == "\n" else piece.text
        if following is not None and following.face is piece.face and not following.missing:
            ahead = SPACE if following.end > visible else following.level
            if ahead == level and following.colour == piece.colour:
                continue
        if together:
            measured_level = 0 if level == SPACE else level
            run = _measured(piece.face, together, measured_level, piece.colour, lang)
            yield run if level != SPACE else replace(run, level=SPACE)
        together = ""
