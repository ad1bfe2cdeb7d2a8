"""A cast with everything a sheet can print, for the tests and benchmarks of the documents."""

from personamap.domain.experience import Experience, Relationship
from personamap.domain.facet import Facet, FacetValue, Qualifier, QualifierOption
from personamap.domain.persona import (
    Answer,
    BelongingArc,
    Evidence,
    Job,
    LivedExperience,
    Persona,
    Place,
    StatedValue,
    TurningPoint,
    Voice,
)
from personamap.domain.portrait import IllustratedPortrait, Look, Pose
from personamap.domain.project import Course, CourseGoal, Project
from personamap.domain.review import Decision, HandOff, SignOff
from personamap.domain.scene import Appearance, Scene, Setting

KOFI, SALMA, VIKTOR, JUN = "per-kofi", "per-salma", "per-viktor", "per-jun"

FACETS = (
    Facet(
        id="hearing",
        label="Hearing",
        starred=True,
        values=(
            FacetValue(id="deaf", label="Deaf"),
            FacetValue(id="hard", label="Hard of hearing", starred=True),
            FacetValue(id="hears", label="No difficulty hearing"),
        ),
    ),
    Facet(
        id="origin",
        label="Ethnicity, origin",
        many=True,
        values=(FacetValue(id="ghana", label="Ghanaian"), FacetValue(id="uk", label="British")),
    ),
    Facet(
        id="languages",
        label="Languages",
        many=True,
        values=(FacetValue(id="ga", label="Ga"), FacetValue(id="en", label="English")),
        qualifiers=(
            Qualifier(
                id="use",
                label="Use",
                options=(
                    QualifierOption(id="first", label="first"),
                    QualifierOption(id="work", label="at work"),
                ),
            ),
        ),
    ),
    Facet(id="caring", label="Caring", values=(FacetValue(id="children", label="Children"),)),
    Facet(id="belief", label="Belief", values=(FacetValue(id="none", label="None"),)),
    Facet(id="love", label="Orientation", values=(FacetValue(id="gay", label="Gay man"),)),
    Facet(
        id="level",
        label="Level",
        kind="work",
        ordered=True,
        starred=True,
        values=(
            FacetValue(id="contributor", label="Contributor"),
            FacetValue(id="lead", label="Team lead"),
            FacetValue(id="executive", label="Executive"),
        ),
    ),
)
SECRET = "Only his sister knows that he is married to Daniel"


def kofi():
    """A persona with every field filled."""
    return Persona(
        id=KOFI,
        name="Kofi Mensah",
        pronunciation="KOH-fee MEN-sah",
        pronouns="he / him",
        called="Kofi",
        age=41,
        portrait=IllustratedPortrait(
            head="flat-top", face="smile", facial_hair="full", skin="#694D3D", clothing="#A9D3CD"
        ),
        brief="Knows every drug chart on three wards and asks one question too many, on purpose. "
        "New to leading people, not to being right.",
        job=Job(title="Lead pharmacist, surgical wards", department="Pharmacy"),
        own_words="I grew up behind the counter of my aunt’s shop in Tema, reading labels to "
        "people who were too proud to ask. I still do that. The hearing aid is new, the habit of "
        "watching faces is not. If you mumble I will ask you again, and I will not say sorry.",
        answers=(
            Answer(
                facet="hearing",
                state="stated",
                values=(StatedValue(value="hard"),),
                own_words="Hard of hearing on the right, one aid, lip-reads in noise.",
                shown=("seen", "heard"),
                shown_how="aid visible, asks people to turn",
            ),
            Answer(
                facet="origin",
                state="stated",
                values=(StatedValue(value="ghana"), StatedValue(value="uk")),
                own_words="Ghanaian. British on paper since 2019.",
                shown=("heard",),
                shown_how="calls home in Ga, scene 2",
            ),
            Answer(
                facet="languages",
                state="stated",
                values=(
                    StatedValue(value="ga", qualifiers=("first",)),
                    StatedValue(value="en", qualifiers=("work",)),
                ),
                shown=("heard",),
                shown_how="one line of Ga, subtitled",
            ),
            Answer(
                facet="caring",
                state="stated",
                values=(StatedValue(value="children"),),
                own_words="Two girls, every other week.",
                shown=("mentioned",),
                shown_how="swaps a Friday shift",
            ),
            Answer(facet="belief", state="open"),
            Answer(
                facet="love",
                state="undisclosed",
                values=(StatedValue(value="gay"),),
                own_words=SECRET,
            ),
            Answer(
                facet="level",
                state="stated",
                values=(StatedValue(value="lead"),),
                own_words="Team lead for four months; nine years here",
                shown=("seen",),
                shown_how="badge, runs the morning list",
            ),
        ),
        experiences=(
            LivedExperience(experience="exp-round", own_words="I count shoes. Seven pairs."),
            LivedExperience(experience="exp-praise"),
        ),
        goals=("Cut night-time chart errors by half.", "Be a lead people bring bad news to."),
        motivations=("A mistake he saw at 23 that nobody dared to name.",),
        strengths=("Remembers people and doses.", "Explains risk without frightening."),
        flaw="Takes over when it gets tense, then wonders why nobody speaks.",
        feelings="Proud and a little lonely",
        voice=Voice(
            tone="Short sentences. Warm, dry, exact. Asks, then waits. Numbers always with units.",
            sample_lines=(
                "Say it to my face, please. I mean that literally.",
                "Five milligrams. Not five. Five milligrams.",
            ),
            avoid=("Despite my hearing...", "No worries, never mind", "As a Ghanaian..."),
        ),
        look=Look(
            description="Stocky, close beard, flat-top. Teal tunic, rolled sleeves, pen behind "
            "the left ear. Aid on the right ear in every shot.",
            poses=(
                Pose(label="At ease", face="smile"),
                Pose(label="Checking", face="serious"),
                Pose(label="Explaining", face="explaining"),
            ),
            alt_text="Kofi Mensah, a Black man of about forty with a short beard and a hearing "
            "aid, smiles in a teal tunic.",
        ),
        dos=(
            "Let him lead scenes that have nothing to do with hearing.",
            "Caption every line, not only his.",
            "Show the error as the system’s, too.",
        ),
        donts=(
            "Make the aid a joke or a miracle.",
            "Have colleagues shout.",
            "Use him to teach others about Ghana.",
        ),
        belonging=BelongingArc(
            start=Place(authenticity=0.7, acceptance=0.25),
            start_note="Sure of himself, short with others.",
            end=Place(authenticity=0.85, acceptance=0.88),
            end_note="“Face me, please” becomes the rule of the round.",
            turning_points=(
                TurningPoint(
                    scene="scn-list",
                    note="Hides the aid under his cap for the inspection. Safer, smaller.",
                    place=Place(authenticity=0.25, acceptance=0.6),
                ),
                TurningPoint(
                    scene="scn-miss",
                    note="Names his own dosing error first. Jun: “me too”.",
                    place=Place(authenticity=0.6, acceptance=0.66),
                ),
            ),
        ),
        serves=("gol-speak",),
        evidence=(
            Evidence(source="Four interviews, pharmacy", date="2026-10-09"),
            Evidence(source="Draft", reviewer="Hearing network", date="2026-11-12"),
            Evidence(source="Staff survey 2025, question 14"),
        ),
        status="approved",
        notes="Ask the trust whether the ward may be named.",
    )


def project():
    """Four people, one of whom has nothing but a name."""
    return Project(
        course=Course(
            title="Your first thirty days",
            client="Linden Hospitals",
            goals=(CourseGoal(id="gol-speak", text="Speak up early"),),
        ),
        facets=FACETS,
        personas=(
            kofi(),
            Persona(
                id=SALMA,
                name="سلمى الخطيب",
                pronunciation="Salma Al-Khatib",
                pronouns="she / her",
                colour=1,
                portrait=IllustratedPortrait(head="hijab", face="calm", clothing="#B9C1EA"),
                job=Job(title="Medical device engineer"),
                experiences=(LivedExperience(experience="exp-round"),),
                answers=(
                    Answer(
                        facet="level", state="stated", values=(StatedValue(value="contributor"),)
                    ),
                ),
            ),
            Persona(
                id=VIKTOR,
                name="Viktor Lindqvist",
                colour=2,
                job=Job(title="Chief physician"),
                answers=(
                    Answer(facet="level", state="stated", values=(StatedValue(value="executive"),)),
                    Answer(facet="hearing", state="stated", values=(StatedValue(value="hears"),)),
                ),
            ),
            Persona(id=JUN, name="Jun"),
        ),
        experiences=(
            Experience(
                id="exp-round",
                title="The ward round nobody could follow",
                situation="Seven people walk and talk at once between beds.",
                turn_text="Masks and turned backs: he loses every third word.",
                response="Stops the round, asks who just spoke, repeats the dose aloud.",
                help="One voice at a time, faces turned, the list on a shared screen.",
                context="permanent",
                evidence=(Evidence(reviewer="the Deaf and hard-of-hearing network"),),
            ),
            Experience(
                id="exp-praise",
                title="“You speak very well”",
                situation="A consultant praises his English in front of the students.",
                turn="enabler",
                turn_text="Sister Prieto asks him to teach the next case.",
                response="Lets it pass, then teaches. Tells Viktor about it later, laughing.",
                help="Someone senior who moves the room on, without a speech.",
                context="situational",
                themes=("accent", "being new"),
            ),
        ),
        relationships=(
            Relationship(
                id="rel-1",
                source=KOFI,
                target=VIKTOR,
                label="reports to",
                reciprocal="leads",
                power="target",
                trust="mixed",
                note="Viktor corrects him in public",
            ),
            Relationship(
                id="rel-2",
                source=SALMA,
                target=KOFI,
                label="old friend of",
                power="equal",
                trust="high",
            ),
        ),
        scenes=(
            Scene(
                id="scn-list",
                title="The morning list",
                setting=Setting(space="hybrid", place="Ward 7, captions"),
                appearances=(
                    Appearance(persona=KOFI, functions=("explains", "decides"), lines=14),
                    Appearance(persona=JUN, functions=("learns",), presence="silent"),
                ),
            ),
            Scene(
                id="scn-miss",
                title="A near miss at two",
                setting=Setting(space="physical", place="Night, two people"),
                appearances=(
                    Appearance(persona=KOFI, functions=("errs", "explains", "decides"), lines=8),
                    Appearance(persona=SALMA, functions=("helps",), lines=5),
                ),
            ),
        ),
        hand_offs=(HandOff(id="hnd-1", number=4, date="2026-11-24"),),
        sign_offs=(SignOff(id="sgn-1", name="R. Okonjo", subject=KOFI, date="2026-11-20"),),
        decisions=(
            Decision(
                id="dec-1",
                finding="unknown",
                reason="Community staff have a course of their own.",
                author="R. Okonjo",
                date="2026-11-12",
            ),
        ),
    )
