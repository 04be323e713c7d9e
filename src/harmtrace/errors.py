"""What can go wrong that stops the work, as one tree of exceptions.

    HarmtraceError
    ├── UsageError          the command cannot be carried out as given
    │   ├── SettingsError   ``harmtrace.toml`` holds an unknown key or an impossible value
    │   └── WorkflowError   an act on an allegation that a rule of the workflow forbids
    ├── InputError          a file cannot be used at all
    │   ├── GazetteerError  a gazetteer has no usable header
    │   ├── FootageError    kept footprints or columns cannot be read, or are of other recordings
    │   ├── SandboxError    the process in which files are opened cannot be started
    │   └── StrikeLogError  a strike log has no usable header or line
    ├── EngineError         an engine that proposes claims gave no usable answer on a document
    ├── RecordError         a record would say something impossible
    │   ├── SpanError       a range of characters is empty or runs backwards
    │   ├── CountError      bounds that cross, or a negative count
    │   ├── PeriodError     a text that is no EDTF date or interval
    │   └── MonthError      a month that does not balance
    └── EvidenceError       stored evidence is not what was taken in
        ├── VaultError      an original is missing or does not match its hash
        ├── LedgerError     an entry, proof, seal or bundle is not what it should be
        └── DuplicateError  two different documents claim one id

What is only odd in the world (an unreadable date, a source that contradicts
itself) is no exception: it is an ``Issue``, kept and shown.
"""


class HarmtraceError(Exception):
    """Is the root of every error that harmtrace raises on purpose."""


class UsageError(HarmtraceError):
    """Says that the command cannot be carried out as given."""


class SettingsError(UsageError):
    """Says which setting is unknown or impossible, and where it stands."""


class WorkflowError(UsageError):
    """Says which rule of the assessment workflow forbids an act."""


class InputError(HarmtraceError):
    """Says which file cannot be used, what was expected and what was found."""


class GazetteerError(InputError):
    """Says that a gazetteer has no usable header."""


class FootageError(InputError):
    """Says that kept footprints or columns cannot be read, or are no longer those of their recordings."""


class SandboxError(InputError):
    """Says why the process in which files are opened cannot be started."""


class StrikeLogError(InputError):
    """Says that a strike log has no usable header or line."""


class EngineError(HarmtraceError):
    """Says why an engine gave no usable answer on a document; never holds the document's words."""


class RecordError(HarmtraceError):
    """Says that a record would state something impossible."""


class SpanError(RecordError):
    """Says that a range of characters is empty or runs backwards."""


class CountError(RecordError):
    """Says that the bounds of a count cross or are negative."""


class PeriodError(RecordError):
    """Says that a text is no EDTF date or interval that harmtrace keeps."""


class MonthError(RecordError):
    """Says that the lines of a month do not balance."""


class EvidenceError(HarmtraceError):
    """Says that stored evidence is not what was taken in."""


class VaultError(EvidenceError):
    """Says that an original is missing or does not match its hash."""


class LedgerError(EvidenceError):
    """Names the first entry, row, proof, seal or file that is not what the ledger says."""


class DuplicateError(EvidenceError):
    """Says that two different documents claim one id."""
