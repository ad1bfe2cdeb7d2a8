"""Every place there is to be taken, in the order in which a person meets them."""

from __future__ import annotations

from docs.camera.beginnings import BEGINNINGS
from docs.camera.cast import CAST
from docs.camera.catalogue import CATALOGUE
from docs.camera.coverage import COVERAGE
from docs.camera.exports import EXPORTS
from docs.camera.facets import FACETS
from docs.camera.files import FILES
from docs.camera.guidance import GUIDANCE
from docs.camera.imports import IMPORTS
from docs.camera.map import MAP
from docs.camera.reviews import REVIEWS
from docs.camera.telling import TELLING

PLACES = (
    *BEGINNINGS,
    *CAST,
    *FACETS,
    *MAP,
    *COVERAGE,
    *TELLING,
    *REVIEWS,
    *CATALOGUE,
    *IMPORTS,
    *EXPORTS,
    *FILES,
    *GUIDANCE,
)
