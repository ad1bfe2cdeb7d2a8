"""The coverage checks, one file for each, in the order the report shows them."""

from personamap.analysis.check import Check
from personamap.analysis.checks.bechdel_wallace import BECHDEL_WALLACE
from personamap.analysis.checks.blanks import BLANKS
from personamap.analysis.checks.dangling_references import DANGLING_REFERENCES
from personamap.analysis.checks.dominating_value import DOMINATING_VALUE
from personamap.analysis.checks.duvernay import DUVERNAY
from personamap.analysis.checks.few_of_a_kind import FEW_OF_A_KIND
from personamap.analysis.checks.fewer_words import FEWER_WORDS
from personamap.analysis.checks.fries import FRIES
from personamap.analysis.checks.guarded_starts import GUARDED_STARTS
from personamap.analysis.checks.mako_mori import MAKO_MORI
from personamap.analysis.checks.missing_values import MISSING_VALUES
from personamap.analysis.checks.most_differences import MOST_DIFFERENCES
from personamap.analysis.checks.never_heard import NEVER_HEARD
from personamap.analysis.checks.never_leads import NEVER_LEADS
from personamap.analysis.checks.no_goals import NO_GOALS
from personamap.analysis.checks.nobody_belongs import NOBODY_BELONGS
from personamap.analysis.checks.not_in_leadership import NOT_IN_LEADERSHIP
from personamap.analysis.checks.one_kind_of_space import ONE_KIND_OF_SPACE
from personamap.analysis.checks.one_sided_parts import ONE_SIDED_PARTS
from personamap.analysis.checks.one_sided_risk import ONE_SIDED_RISK
from personamap.analysis.checks.one_way_teaching import ONE_WAY_TEACHING
from personamap.analysis.checks.only_link import ONLY_LINK
from personamap.analysis.checks.only_on_screens import ONLY_ON_SCREENS
from personamap.analysis.checks.only_one import ONLY_ONE
from personamap.analysis.checks.power_one_way import POWER_ONE_WAY
from personamap.analysis.checks.same_profile import SAME_PROFILE
from personamap.analysis.checks.separate_groups import SEPARATE_GROUPS
from personamap.analysis.checks.silent_leads import SILENT_LEADS
from personamap.analysis.checks.similar_names import SIMILAR_NAMES
from personamap.analysis.checks.single_story import SINGLE_STORY
from personamap.analysis.checks.sole_carriers import SOLE_CARRIERS
from personamap.analysis.checks.thin_personas import THIN_PERSONAS
from personamap.analysis.checks.typecast_parts import TYPECAST_PARTS
from personamap.analysis.checks.unasked_spaces import UNASKED_SPACES
from personamap.analysis.checks.unbacked_experiences import UNBACKED_EXPERIENCES
from personamap.analysis.checks.unconnected_personas import UNCONNECTED_PERSONAS
from personamap.analysis.checks.uncovered_combinations import UNCOVERED_COMBINATIONS
from personamap.analysis.checks.uneven_address import UNEVEN_ADDRESS
from personamap.analysis.checks.unseen_personas import UNSEEN_PERSONAS
from personamap.analysis.checks.unshared_experiences import UNSHARED_EXPERIENCES
from personamap.analysis.checks.unturned_arcs import UNTURNED_ARCS
from personamap.analysis.checks.vito_russo import VITO_RUSSO

CHECKS: tuple[Check, ...] = (
    MISSING_VALUES,
    ONLY_ONE,
    UNCOVERED_COMBINATIONS,
    FEW_OF_A_KIND,
    DOMINATING_VALUE,
    BLANKS,
    NEVER_LEADS,
    NOT_IN_LEADERSHIP,
    TYPECAST_PARTS,
    ONE_SIDED_PARTS,
    ONE_WAY_TEACHING,
    FEWER_WORDS,
    SILENT_LEADS,
    NEVER_HEARD,
    SOLE_CARRIERS,
    MOST_DIFFERENCES,
    THIN_PERSONAS,
    SINGLE_STORY,
    NO_GOALS,
    SAME_PROFILE,
    UNBACKED_EXPERIENCES,
    UNSEEN_PERSONAS,
    UNCONNECTED_PERSONAS,
    SEPARATE_GROUPS,
    ONLY_LINK,
    POWER_ONE_WAY,
    UNSHARED_EXPERIENCES,
    NOBODY_BELONGS,
    GUARDED_STARTS,
    UNTURNED_ARCS,
    ONE_SIDED_RISK,
    SIMILAR_NAMES,
    UNEVEN_ADDRESS,
    BECHDEL_WALLACE,
    MAKO_MORI,
    VITO_RUSSO,
    DUVERNAY,
    FRIES,
    UNASKED_SPACES,
    ONE_KIND_OF_SPACE,
    ONLY_ON_SCREENS,
    DANGLING_REFERENCES,
)
