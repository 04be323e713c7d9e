"""The command line: each command parses, calls one function of the pipeline, prints."""

import click

import harmtrace
from harmtrace.cli import assessing, deciding, footage, keeping, monthly, proving, reading, striking, taking
from harmtrace.cli.common import Commands

__all__ = ["main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(harmtrace.__version__, prog_name="harmtrace")
def main() -> None:
    """Trace every number about civilian harm back to the words that claim it."""


for _command in (
    *(taking.run, taking.init, taking.add),
    *(reading.claims, reading.incidents, reading.copies, reading.trace, reading.text, reading.config),
    *(deciding.claim, deciding.judge),
    *(striking.statements, striking.strikes, striking.position, striking.dismissals),
    *(assessing.allegation, assessing.allegations, assessing.assess, assessing.rfi, assessing.dissent),
    *(assessing.checklist, assessing.amend, assessing.identify, monthly.month, monthly.import_allegations),
    *(proving.seal, proving.verify, proving.bundle, proving.verifier),
    footage.footage,
    *(keeping.backup, keeping.restore, keeping.doctor, keeping.custody, keeping.redact),
):
    main.add_command(_command)
