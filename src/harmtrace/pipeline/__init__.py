"""The order of the stages: from files to incidents whose every number can be traced."""

from harmtrace.pipeline.assessing import Done, act, allegation, allegations, receive
from harmtrace.pipeline.bundling import bundle, checked
from harmtrace.pipeline.importing import Imported, Signing, import_allegations
from harmtrace.pipeline.judging import Decided, decide, judge
from harmtrace.pipeline.months import MonthShown, Outputs, Published, month
from harmtrace.pipeline.positions import Given, Placed, position
from harmtrace.pipeline.running import Ran, add, init, run
from harmtrace.pipeline.sealing import Anchors, Sealed, make_key, seal
from harmtrace.pipeline.showing import Shown, config, copies, incidents, text
from harmtrace.pipeline.stating import statements
from harmtrace.pipeline.suggesting import claims
from harmtrace.pipeline.taking import Taking
from harmtrace.pipeline.tracing import Trace, trace
from harmtrace.pipeline.verifying import Verified, verify
from harmtrace.store.standalone import verifier

__all__ = [
    "Anchors",
    "Decided",
    "Done",
    "Given",
    "Imported",
    "MonthShown",
    "Outputs",
    "Placed",
    "Published",
    "Ran",
    "Sealed",
    "Shown",
    "Signing",
    "Taking",
    "Trace",
    "Verified",
    "act",
    "add",
    "allegation",
    "allegations",
    "bundle",
    "checked",
    "claims",
    "config",
    "copies",
    "decide",
    "import_allegations",
    "incidents",
    "init",
    "judge",
    "make_key",
    "month",
    "position",
    "receive",
    "run",
    "seal",
    "statements",
    "text",
    "trace",
    "verifier",
    "verify",
]
