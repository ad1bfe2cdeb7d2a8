"""What a reviewer writes into a page: buttons beside what can be commented, and where it is saved.

The page reads the same without scripts: then the buttons are not there, and
a sentence says how to comment otherwise. The one script is part of the
program and named in the page's policy by its hash, so that no other runs.
"""

from __future__ import annotations

import base64
import hashlib

from personamap.domain.review_file import REVIEW_SUFFIX
from personamap.exporters.html.markup import Markup, joined, tag
from personamap.exporters.html.saying import Say
from personamap.exporters.review_parts import ReviewForm
from personamap.i18n import _
from personamap.resources import resource

FORM = "your-review"
_LONGEST_NAME, _LONGEST_TEXT = "200", "20000"


def say_button(subject: str, about: str) -> Markup:
    """Return the button that opens a box for a comment on something."""
    return tag(
        "button",
        _("Comment"),
        type="button",
        class_="say",
        data_subject=subject,
        data_about=about,
        aria_label=_("Comment on {what}").format(what=about),
        aria_expanded="false",
    )


def script() -> Markup:
    """Return the script of the page; it holds no text of any project."""
    return Markup(resource("html", "comments.js").read_text(encoding="utf-8"))


def script_hash() -> str:
    """Return the hash by which the policy of the page knows its script."""
    digest = hashlib.sha256(script().encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def question(form: ReviewForm, say: Say) -> Markup:
    """Return what a reviewer is asked, for the top of the page."""
    return say.label("p", form.question, class_="lead ask")


def review_title() -> str:
    """Return what the part is called in which a reviewer signs and saves."""
    return _("Your review")


def review_section(form: ReviewForm, say: Say) -> Markup:
    """Return the part in which a reviewer says who they are, signs and saves."""
    inside = (
        tag("h2", review_title()),
        tag("p", _unscripted(), class_="unscripted"),
        tag("div", _fields(say.within), _saving(), class_="commenting"),
    )
    words = {"data_pack": form.pack.model_dump_json(), "data_file": _file_name(form)}
    return tag("section", *inside, id=FORM, lang=say.labels, **words, **_words())


def bar(say: Say) -> Markup:
    """Return what stays in view while something is not saved yet, and the box all comments use."""
    label = tag("label", "")
    box = tag("textarea", rows="3", dir="auto", maxlength=_LONGEST_TEXT, lang=say.within)
    remark = tag("template", tag("div", label, box, class_="box", lang=say.labels))
    save = tag("button", _("Save my comments"), type="button", data_saves=True)
    link = tag("a", review_title(), href=f"#{FORM}")
    region = tag(
        "aside",
        tag("span"),
        link,
        save,
        class_="bar commenting empty",
        aria_label=_("Comments"),
        lang=say.labels,
    )
    return joined(remark, region)


def _fields(lang: str) -> Markup:
    facts = {"data_part": "whole", "id": "whole", "rows": "5", "dir": "auto"}
    whole = tag("textarea", maxlength=_LONGEST_TEXT, lang=lang, **facts)
    done = tag("input", type="checkbox", data_part="done", id="done")
    return joined(
        tag("div", tag("label", _("What you think of the whole"), for_="whole"), whole),
        _line("name", _("Your name"), _("Leave it empty to stay unnamed.")),
        _line("role", _("For whom you speak"), _("A team, a network, yourself.")),
        tag("p", done, tag("label", _("I have read this and I am done."), for_="done")),
    )


def _line(name: str, label: str, help_text: str) -> Markup:
    box = tag(
        "input",
        type="text",
        dir="auto",
        data_part=name,
        id=name,
        maxlength=_LONGEST_NAME,
        autocomplete="name" if name == "name" else "off",
        aria_describedby=f"{name}-help",
    )
    said = tag("span", help_text, id=f"{name}-help", class_="note")
    return tag("div", tag("label", label, for_=name), box, said)


def _saving() -> Markup:
    where = _(
        "Your comments become one small file. Send it to whoever sent you this page; "
        "personamap adds what you wrote to the project."
    )
    save = tag("button", _("Save my comments"), type="button", class_="main", data_saves=True)
    resume = tag("input", type="file", data_part="resume", id="resume", accept=REVIEW_SUFFIX)
    return joined(
        tag("p", where, class_="note"),
        tag("p", save),
        tag("p", "", data_part="told", role="status", class_="strong"),
        tag("p", tag("label", _("Go on with comments you saved before"), for_="resume"), resume),
    )


def _unscripted() -> str:
    return _(
        "To comment, write to whoever sent you this page, and name the person, finding or scene "
        "you mean. In a browser that runs scripts this page has boxes to comment in."
    )


def _words() -> dict[str, str]:
    """Return every word the script may show, for the attributes of the form."""
    return {
        "data_comment": _("Comment"),
        "data_comment_about": _("Comment on {what}"),
        "data_written": _("Your comment"),
        "data_written_about": _("Your comment on {what}"),
        "data_none": _("No comments yet"),
        "data_count": _("Comments: {count}"),
        "data_saved": _("saved"),
        "data_unsaved": _("not saved yet"),
        "data_nameless": _("“Done” needs a name. Who are you?"),
        "data_nothing": _("There is nothing to save yet. Comment on something, or say “done”."),
        "data_thanks": _("Saved. Send the file to whoever sent you this page. Thank you!"),
        "data_resumed": _("Your comments are back. Go on where you stopped."),
        "data_unreadable": _("This file holds no comments on a cast. Choose one you saved here."),
        "data_gone": _("{what}: {text}"),
        "data_suffix": REVIEW_SUFFIX,
    }


def _file_name(form: ReviewForm) -> str:
    return _("Review of {course}").format(course=form.pack.course or _("Untitled course"))
