"""Names and coordinates in words to places: folding, look-up, offsets, MGRS."""

from harmtrace.language.places.countries import country_code, country_place, demonym, known_code
from harmtrace.language.places.folding import fold, fold_all
from harmtrace.language.places.gazetteer import Atlas, Gazetteer, GazetteerRow, PlaceMention
from harmtrace.language.places.ground import Offset, distance_m, narrowest, offset, offsets, within
from harmtrace.language.places.points import coordinates

__all__ = [
    "Atlas",
    "Gazetteer",
    "GazetteerRow",
    "Offset",
    "PlaceMention",
    "coordinates",
    "country_code",
    "country_place",
    "demonym",
    "distance_m",
    "fold",
    "fold_all",
    "known_code",
    "narrowest",
    "offset",
    "offsets",
    "within",
]
