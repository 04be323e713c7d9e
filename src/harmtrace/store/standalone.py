"""The checker that goes into every bundle: this library's own checking modules in one file that needs nothing else."""

import ast
from collections.abc import Iterator
from importlib import resources

_MODULES = (
    "records/entry.py",
    "ledger/canonical.py",
    "ledger/tree.py",
    "ledger/commitments.py",
    "ledger/chain.py",
    "ledger/ed25519.py",
    "ledger/seals.py",
    "ledger/bags.py",
    "store/bundle_files.py",
)

_HEAD = '''#!/usr/bin/env python3
"""Checks an evidence bundle of harmtrace by itself: Python 3.11 or newer, nothing else, no network.

    python3 verify.py [BUNDLE] [--seal FILE]...

BUNDLE is the folder or the ZIP file (the folder that this file lies in, where it is left out); FILE holds a seal
that was published or handed over apart from the bundle. Exit 0: all is in order; 1: the first thing wrong is named.

Whoever altered a bundle can have altered this file: take it from a copy of harmtrace of your own where that matters
(`harmtrace verifier`). It is put together from harmtrace's own modules and tested to be the same.
"""

'''

_ERROR = '''

class LedgerError(Exception):
    """Names the first entry, row, proof, seal or file that is not what the ledger says."""

'''

_TAIL = '''

def main(words: list[str]) -> int:
    """Check what the command line names."""
    paths, seals = [], []
    while words:
        word = words.pop(0)
        if word == "--seal" and words:
            seals.append(Path(words.pop(0)))
        elif word.startswith("-"):
            print(__doc__)
            return 2
        else:
            paths.append(Path(word))
    if len(paths) > 1:
        print(__doc__)
        return 2
    path = paths[0] if paths else Path(__file__).resolve().parent
    try:
        given = [read_seal(one.read_text(encoding="utf-8", errors="replace"), name=str(one)) for one in seals]
        found = check(Folder(path) if path.is_dir() else Zip(path), given)
    except LedgerError as error:
        print(f"NOT IN ORDER: {error}")
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}")
        return 2
    print(f"in order: {found.code}, {found.files} files, {found.rows} rows, {found.entries} entries")
    print(f"ledger {found.case}: {found.size} entries, root {found.root}")
    for seal in found.seals:
        print(f"seal of {seal.at} over {seal.size} entries, key {seal.key}")
    if not found.sealed:
        print("the root itself is not sealed in here: compare it with what was published or handed over apart")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
'''


def verifier() -> str:
    """Return the source of the stand-alone checker."""
    imports: set[str] = {"import sys", "from pathlib import Path"}
    parts, names = [], set[str]()
    for module in _MODULES:
        source = resources.files("harmtrace").joinpath(module).read_text(encoding="utf-8")
        lines = source.splitlines()
        tree = ast.parse(source)
        drop = set[int]()
        for number, statement in enumerate(tree.body):
            docstring = number == 0 and isinstance(statement, ast.Expr)
            if isinstance(statement, ast.Import | ast.ImportFrom) or docstring:
                drop.update(range(statement.lineno, (statement.end_lineno or 0) + 1))
            if isinstance(statement, ast.Import | ast.ImportFrom):
                imports.update(_outside(statement))
            for name in _defined(statement):
                if name in names:
                    raise RuntimeError(f"{module}: the name {name} is taken by another module of the checker")
                names.add(name)
        kept = "\n".join(line for number, line in enumerate(lines, 1) if number not in drop).strip("\n")
        parts.append(f"# harmtrace/{module}\n\n{kept}\n")
    body = "\n\n".join(parts)
    return _HEAD + "\n".join(sorted(imports)) + "\n" + _ERROR + "\n" + body + _TAIL


def _outside(statement: ast.Import | ast.ImportFrom) -> Iterator[str]:
    """Yield an import of the standard library; harmtrace's own modules are all in the one file."""
    if isinstance(statement, ast.Import):
        yield from (f"import {one.name}" for one in statement.names)
    elif statement.module is not None and not statement.module.startswith("harmtrace"):
        yield from (f"from {statement.module} import {one.name}" for one in statement.names)


def _defined(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Assign(targets=targets):
            for one in targets:
                yield from (node.id for node in ast.walk(one) if isinstance(node, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name
