"""Settings of a case, read once from ``harmtrace.toml``, each with where it comes from."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from pathlib import Path
from zoneinfo import available_timezones

from harmtrace.errors import SettingsError
from harmtrace.language.languages import DEFAULT as READ
from harmtrace.language.languages import TAGS

FILE = "harmtrace.toml"
DEFAULT = "default"
RANGE_RULES = ("airwars_range", "acled_min", "ged_best", "latest_official")
VAGUE_TABLES = ("literal", "acled")
LANGUAGES = TAGS
ENGINES = ("rules", "llm", "spacy", "gliner")
TABLES = ("documents", "gazetteer", "strikes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for a case.

    Attributes:
        title: what the report is headed; None for the name of the case's folder.
        timezone: IANA name of the zone that days are counted in; None for the zone of the place.
        languages: BCP 47 tags of the languages that are read, in order of preference.
        range_rule: the named rule whose range tables show.
        vague_table: lower bounds of vague words: ``literal`` plurals, or ``acled``'s table.
        engines: what proposes claims, in order; ``rules`` is always among them.
        llm, spacy, gliner: options of the other engines: (option, value), sorted; empty where not configured.
        columns: other people's column names: (table, our name, their name), sorted.
        origins: (field, where its value comes from), in order of the fields.
    """

    title: str | None = None
    timezone: str | None = None
    languages: tuple[str, ...] = READ
    range_rule: str = "airwars_range"
    vague_table: str = "literal"
    engines: tuple[str, ...] = ("rules",)
    llm: tuple[tuple[str, str], ...] = ()
    spacy: tuple[tuple[str, str], ...] = ()
    gliner: tuple[tuple[str, str], ...] = ()
    columns: tuple[tuple[str, str, str], ...] = ()
    origins: tuple[tuple[str, str], ...] = ()

    @property
    def hash(self) -> str:
        """Return a hash of the values, whatever file they come from."""
        return sha256(repr(tuple((name, value) for name, value, _ in self.lines())).encode()).hexdigest()[:16]

    def lines(self) -> tuple[tuple[str, object, str], ...]:
        """Return (field, value, where it comes from), in order of the fields."""
        origins = dict(self.origins)
        names = [one.name for one in fields(self) if one.name != "origins"]
        return tuple((name, getattr(self, name), origins.get(name, DEFAULT)) for name in names)


def read(folder: Path, *, config: Path | None = None) -> Settings:
    """Return the settings of the case in a folder.

    ``config`` names a file to read in place of the folder's ``harmtrace.toml``.

    Raises:
        SettingsError: the file cannot be read, or holds an unknown key or an impossible value.
    """
    path = folder / FILE if config is None else config
    if config is None and not path.exists():
        return Settings()
    if not path.is_file():
        raise SettingsError(f"{path}: expected a settings file, found none")
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: expected TOML in UTF-8: {error}") from error
    return of(given, name=str(path))


def of(given: Mapping[str, object], *, name: str) -> Settings:
    """Return the settings that a parsed file gives.

    Raises:
        SettingsError: with every unknown key and impossible value of the file.

    >>> of({"timezone": "Asia/Baghdad"}, name="harmtrace.toml").timezone
    'Asia/Baghdad'
    >>> of({"zone": "UTC"}, name="x.toml")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    harmtrace.errors.SettingsError: x.toml: unknown key 'zone' (known: columns, engines, ...)
    """
    settings, faults = Settings(), []
    for key, value in given.items():
        reader = _READERS.get(key)
        if reader is None:
            faults.append(f"{name}: unknown key {key!r} (known: {', '.join(sorted(_READERS))})")
            continue
        try:
            settings = reader(settings, value)
        except SettingsError as error:
            faults.append(f"{name}: {key}: {error}")
    if faults:
        raise SettingsError("\n".join(faults))
    return replace(settings, origins=tuple((key, name) for key in _READERS if key in given))


def _timezone(settings: Settings, value: object) -> Settings:
    zone = _word(value)
    if zone not in available_timezones():
        raise SettingsError(f"expected an IANA time zone such as 'Asia/Baghdad', found {zone!r}")
    return replace(settings, timezone=zone)


def _columns(settings: Settings, value: object) -> Settings:
    found = []
    for table, names in _table(value).items():
        for ours, theirs in _table(names).items():
            found.append((_one_of(table, TABLES), ours, _word(theirs)))
    return replace(settings, columns=tuple(sorted(found)))


def with_engines(settings: Settings, words: str, *, origin: str) -> Settings:
    """Return settings with the engines of a comma list ("rules,llm").

    Raises:
        SettingsError: an unknown engine, or no rules among them.

    >>> with_engines(Settings(), "rules,llm", origin="--engine").engines
    ('rules', 'llm')
    """
    try:
        held = _engines(settings, [word.strip() for word in words.split(",")])
    except SettingsError as error:
        raise SettingsError(f"{origin}: {error}") from error
    return replace(held, origins=(*(one for one in held.origins if one[0] != "engines"), ("engines", origin)))


def _engines(settings: Settings, value: object) -> Settings:
    engines = tuple(dict.fromkeys(_several_of(value, ENGINES)))
    if "rules" not in engines:
        raise SettingsError(f"expected 'rules' among the engines (the others only suggest), found {', '.join(engines)}")
    return replace(settings, engines=engines)


#: What each engine takes, and whether it is a number.
_OPTIONS: Mapping[str, Mapping[str, bool]] = {
    "llm": {"url": False, "model": False, "key_env": False, "timeout_s": True},
    "spacy": {"model": False},
    "gliner": {"model": False, "threshold": True},
}


def _options(engine: str, value: object) -> tuple[tuple[str, str], ...]:
    """Return the options of an engine's table, sorted; numbers as text."""
    found = []
    for name, given in _table(value).items():
        if _OPTIONS[engine][_one_of(name, tuple(_OPTIONS[engine]))]:
            if isinstance(given, bool) or not isinstance(given, int | float) or given <= 0:
                raise SettingsError(f"{name}: expected a number above 0, found {given!r}")
            found.append((name, str(given)))
        else:
            found.append((name, _word(given)))
    return tuple(sorted(found))


def _one_of(value: object, known: tuple[str, ...]) -> str:
    word = _word(value)
    if word not in known:
        raise SettingsError(f"expected one of {', '.join(known)}, found {word!r}")
    return word


def _several_of(value: object, known: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise SettingsError(f"expected a list of {', '.join(known)}, found {value!r}")
    return tuple(_one_of(one, known) for one in value)


def _word(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise SettingsError(f"expected a word, found {value!r}")
    return value


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise SettingsError(f"expected a table, found {value!r}")
    return value


_READERS: Mapping[str, Callable[[Settings, object], Settings]] = {
    "title": lambda held, value: replace(held, title=_word(value)),
    "timezone": _timezone,
    "languages": lambda held, value: replace(held, languages=_several_of(value, LANGUAGES)),
    "range_rule": lambda held, value: replace(held, range_rule=_one_of(value, RANGE_RULES)),
    "vague_table": lambda held, value: replace(held, vague_table=_one_of(value, VAGUE_TABLES)),
    "engines": _engines,
    "llm": lambda held, value: replace(held, llm=_options("llm", value)),
    "spacy": lambda held, value: replace(held, spacy=_options("spacy", value)),
    "gliner": lambda held, value: replace(held, gliner=_options("gliner", value)),
    "columns": _columns,
}
