import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.persona import Answer, Persona, StatedValue
from personamap.domain.portrait import IllustratedPortrait
from personamap.portraits import labels
from personamap.portraits.alt_text import proposed_alt_text
from personamap.portraits.catalogue import catalogue, random_portrait
from personamap.portraits.compose import illustrated, portrait_drawing, portrait_svg
from personamap.portraits.initials import initials
from personamap.portraits.parts import aids, layers

GROUND = "#E4DCEF"
SVG = "{http://www.w3.org/2000/svg}"
PATH = re.compile(r"(?:[MLC](?:-?\d+(?:\.\d)?(?: |(?=[MLCZ]|$)))+|Z)+")


def mara(**fields) -> Persona:
    return Persona(id="per-mara", name="Mara Okafor", **fields)


@pytest.mark.parametrize("crop", ["bust", "face"])
def test_every_part_is_drawn_in_the_documented_subset(crop):
    for layer, parts in layers().items():
        for name in parts:
            fields = {layer: name} if layer != "body" else {}
            tree = ET.fromstring(
                portrait_svg(mara(portrait=IllustratedPortrait(**fields)), crop, GROUND)
            )
            assert {e.tag for e in tree.iter()} <= {SVG + t for t in ("svg", "g", "path", "rect")}
            for path in tree.iter(SVG + "path"):
                assert PATH.fullmatch(path.get("d")), name
                assert re.fullmatch(r"#[0-9A-Fa-f]{6}|none", path.get("fill")), name


def test_every_drawn_part_has_a_label_and_every_label_a_part():
    shelves = {shelf.field: {choice.id for choice in shelf.choices} for shelf in catalogue()}
    for layer in ("head", "face", "facial_hair", "accessory"):
        assert shelves[layer] == set(layers()[layer])
    assert shelves["aids"] == set(aids()) == set(labels.AIDS)


def test_caricatures_are_left_out():
    names = {name for parts in layers().values() for name in parts}
    assert names.isdisjoint({"monster", "cyclops", "bear", "rage", "angry-with-fang"})


def test_colours_of_skin_hair_and_clothing_are_the_chosen_ones():
    portrait = IllustratedPortrait(head="bangs", skin="#111111", hair="#222222", clothing="#333333")
    fills = {shape.fill for shape in illustrated(portrait).shapes}
    assert {"#111111", "#222222", "#333333"} <= fills


def test_a_part_nobody_knows_any_more_is_left_out():
    unknown = IllustratedPortrait(head="from-the-future", aids=("jetpack",))
    assert illustrated(unknown) == illustrated(IllustratedPortrait())


def test_a_wheelchair_stands_behind_and_a_cane_in_front():
    plain = illustrated(IllustratedPortrait()).shapes
    chair = illustrated(IllustratedPortrait(aids=("wheelchair",))).shapes
    cane = illustrated(IllustratedPortrait(aids=("cane",))).shapes
    assert chair[-len(plain) :] == plain
    assert cane[: len(plain)] == plain


def test_a_portrait_does_not_change_with_the_answers():
    answer = Answer(facet="gender", state="stated", values=(StatedValue(value="woman"),))
    portrait = IllustratedPortrait(head="afro")
    assert portrait_svg(mara(portrait=portrait)) == portrait_svg(
        mara(portrait=portrait, answers=(answer,), pronouns="they/them")
    )


def test_the_same_seed_draws_the_same_portrait_and_never_an_aid():
    assert random_portrait(7) == random_portrait(7)
    drawn = [random_portrait(seed) for seed in range(200)]
    assert len(set(drawn)) > 190
    assert not any(portrait.aids for portrait in drawn)
    assert {p.skin for p in drawn} == set(labels.SKINS)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Mara Okafor", "MO"),
        ("mara", "M"),
        ("Åse Łukasz von Ørsted", "ÅØ"),
        ("e\u0301mile", "E\u0301"),
        ("'Aziz Ansari", "AA"),
        ("田中 花子", "田"),
        ("فاطمة الزهراء", "ف"),
        ("क्षितिज शर्मा", "क्षि"),
        ("Ολγα Νικου", "ΟΝ"),
        ("", ""),
        ("  …  ", ""),
        ("👩🏽\u200d🦱 Zoë", "👩🏽\u200d🦱"),
        ("ßen", "ß"),
    ],
)
def test_initials_come_out_in_any_script(name, letters):
    assert initials(name) == letters


@given(st.text(max_size=40))
def test_initials_never_fail_and_make_well_formed_svg(name):
    if "\x00" in name or any(ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 for c in name):
        return
    ET.fromstring(portrait_svg(Persona(id="per-x", name=name)).encode("utf-8", "replace"))


def test_a_persona_without_a_portrait_gets_initials_on_a_calm_ground():
    drawing = portrait_drawing(mara(colour=2), "face", GROUND)
    assert (drawing.letters, drawing.ground, drawing.shapes) == ("MO", GROUND, ())


def test_alt_text_says_what_is_drawn_and_stays_short():
    portrait = IllustratedPortrait(
        head="short-2", face="smile", accessory="glasses-5", aids=("hearing-aid",)
    )
    text = proposed_alt_text(mara(portrait=portrait))
    assert text == "Mara Okafor, drawn: short hair, round glasses, hearing aid, smiling."
    assert proposed_alt_text(mara()) == ""
