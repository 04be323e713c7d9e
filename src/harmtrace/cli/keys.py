"""What commands that sign share: which key, whose passphrase, who acts."""

import os
import sys
from pathlib import Path

import click

from harmtrace.errors import UsageError

PASSPHRASE = "HARMTRACE_PASSPHRASE"

file_path = click.Path(path_type=Path, dir_okay=False)
key_option = click.option(
    "--key", metavar="FILE", type=file_path, help="The key that seals (default: DIR/seal.key); made if not there."
)
actor_option = click.option("--by", metavar="NAME", help="Who does it (default: the account of the system).")


def passphrase(new: bool) -> str:
    """Return the passphrase of the key: from the environment, else asked for on a terminal."""
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UsageError(f"expected the passphrase of the key in {PASSPHRASE}, or a terminal to ask for it")
    words = "Passphrase for the new key that seals" if new else "Passphrase of the key that seals"
    return str(click.prompt(words, hide_input=True, confirmation_prompt=new, err=True))


def passphrase_at_hand() -> bool:
    """Tell whether a passphrase was given, or can be asked for."""
    return PASSPHRASE in os.environ or sys.stdin.isatty()
