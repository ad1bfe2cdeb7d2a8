"""The page itself: what it may load (nothing), how it looks, what is on it.

Turned down: a template library. A few elements are built by one function
that escapes every text, so there is no place where escaping can be left out.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from personamap.exporters.exporter import MissingLetters, Progress, Rendered
from personamap.exporters.flow import coverage_flow, plot_flow, sheet_flow
from personamap.exporters.flow_blocks import LabelText
from personamap.exporters.html import commenting
from personamap.exporters.html.flowing import flowed
from personamap.exporters.html.markup import Markup, joined, tag
from personamap.exporters.html.portraits import portrait
from personamap.exporters.html.saying import Say
from personamap.exporters.map_svg import map_svg
from personamap.exporters.outline import MapSheet, Outline, Wall, WallCard
from personamap.i18n import _
from personamap.resources import resource

_POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; "
    "base-uri 'none'"
)


def render_page(outline: Outline, progress: Progress) -> Rendered:
    """Return an outline as one page, and the letters no font had on its map."""
    from personamap.exporters.pdf.fonts import FontShelf

    progress(0, 1)
    shelf = FontShelf()
    parts = list(_parts(outline, shelf))
    html = joined(Markup("<!doctype html>\n"), _page(outline, parts), Markup("\n"))
    letters = shelf.take_missing()
    missing = (MissingLetters(outline.title, letters),) if letters else ()
    return Rendered(html.encode("utf-8", "replace"), missing)


def _page(outline: Outline, parts: list[tuple[str, str, Markup]]) -> Markup:
    style = resource("html", "page.css").read_text(encoding="utf-8")
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(outline)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", outline.title),
        tag("style", Markup(style)),
    )
    say = Say(outline)
    links = [tag("li", say("a", title, href=f"#{key}")) for key, title, _part in parts]
    navigation = tag("nav", tag("ul", links), aria_label=_("On this page"))
    body = tag(
        "body",
        say.label("a", _("Skip to the content"), href="#content", class_="skip"),
        tag(
            "header",
            say.label(
                "p", " · ".join(filter(None, (outline.kind, outline.version))), class_="note"
            ),
            say("h1", outline.title),
            commenting.question(outline.review, say) if outline.review else "",
            navigation if len(parts) > 1 else "",
        ),
        tag("main", [part for _key, _title, part in parts], id="content", tabindex="-1"),
        tag(
            "footer", say.label("p", _("Made with personamap. Nothing here is about real people."))
        ),
        (commenting.bar(say), tag("script", commenting.script())) if outline.review else "",
    )
    direction = "rtl" if outline.rtl else "ltr"
    return tag("html", head, body, lang=outline.lang, dir=direction)


def _policy(outline: Outline) -> str:
    if outline.review is None:
        return _POLICY
    return f"{_POLICY}; script-src {commenting.script_hash()}"


def _parts(outline: Outline, shelf: object) -> Iterator[tuple[str, str, Markup]]:
    """Yield each part with its id and its title, in the order in which it should be read."""
    whole = "" if outline.review else None
    say = Say(outline)
    if outline.wall:
        below = {s.id for s in outline.sheets}
        yield "wall", LabelText(outline.wall.title), _wall(outline.wall, below, say)
    if outline.map:
        yield "map", LabelText(outline.map.title), _map(outline.map, shelf, outline)
    if outline.coverage:
        blocks = flowed(coverage_flow(outline.coverage), 2, say, whole)
        yield (
            "coverage",
            LabelText(outline.coverage.question),
            tag("section", blocks, id="coverage"),
        )
    if outline.plot:
        blocks = flowed(plot_flow(outline.plot), 2, say, whole)
        yield "plot", LabelText(outline.plot.title), tag("section", blocks, id="plot")
    for sheet in outline.sheets:
        about = sheet.name if outline.review else None
        blocks = flowed(sheet_flow(sheet), 2, say, about)
        yield sheet.id, sheet.name, tag("article", blocks, id=sheet.id, class_="sheet")
    if outline.review:
        form = commenting.review_section(outline.review, say)
        yield commenting.FORM, LabelText(commenting.review_title()), form


def _wall(wall: Wall, below: Container[str], say: Say) -> Markup:
    cards = tag("ul", [_card(card, below, say) for card in wall.cards], class_="wall")
    return tag(
        "section",
        say.label("h2", wall.title),
        say.label("p", wall.lead, class_="lead"),
        cards,
        id="wall",
    )


def _card(card: WallCard, below: Container[str], say: Say) -> Markup:
    """Return a card; its name leads to the sheet, where that is `below` on the page."""
    name = say("a", card.name, href=f"#{card.id}") if card.id in below else card.name
    return tag(
        "li",
        portrait(card.figure),
        say("p", card.figure.credit, class_="note") if card.figure.credit else "",
        tag("h3", name),
        say("p", card.called, class_="note") if card.called else "",
        say("p", card.job, class_="strong") if card.job else "",
        say("p", card.brief) if card.brief else "",
        say("p", card.part, class_="note part"),
    )


def _map(sheet: MapSheet, shelf: object, outline: Outline) -> Markup:
    from personamap.exporters.pdf.fonts import FontShelf
    from personamap.exporters.pdf.measuring import Ruler

    assert isinstance(shelf, FontShelf)
    drawing = Markup(map_svg(sheet, Ruler(shelf), outline.lang, rtl=outline.rtl))
    say = Say(outline)
    words = (
        (sheet.words_title, sheet.words),
        (sheet.ties_title, sheet.ties),
    )
    told = (
        joined(say.label("h3", title), tag("ul", [say("li", text) for text in texts]))
        for title, texts in words
        if texts
    )
    return tag(
        "section",
        say.label("h2", sheet.title),
        say.label("p", sheet.summary, class_="lead"),
        say("p", sheet.credits, class_="note") if sheet.credits else "",
        tag("figure", drawing, class_="map", tabindex="0", role="group", aria_label=sheet.title),
        tag("details", say.label("summary", sheet.words_title), told),
        id="map",
    )
