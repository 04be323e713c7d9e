"""Read published casualty statements kept outside the project: ``python -m benchmarks.statements PATH [--out FILE]``.

PATH is a file of records (``.jsonl`` or ``.jsonl.gz``) with ``text`` or ``statement``; nothing of it is kept here.
"""

import argparse
import gzip
import json
import sys
import time
from pathlib import Path

from harmtrace import statements
from harmtrace.reports import shapes


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("path", type=Path)
    options.add_argument("--out", type=Path)
    given = options.parse_args()
    if not given.path.is_file():
        print(f"{given.path}: not there; nothing measured", file=sys.stderr)
        return 2
    opened = gzip.open if given.path.suffix == ".gz" else open
    with opened(given.path, "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file if line.strip()]
    began = time.process_time()
    lines, fields = [], dict[str, int]()
    for at, record in enumerate(records):
        found = statements.read(record.get("text") or record["statement"], str(record.get("id", at)))
        for one in found:
            for name, *_ in one.spans:
                fields[name] = fields.get(name, 0) + 1
        lines += [json.dumps(shapes.statement(one, at), ensure_ascii=False) for at, one in enumerate(found)]
    took = time.process_time() - began
    print(f"{len(records)} records, {len(lines)} statements, {took:.2f} s; read without an error")
    print(", ".join(f"{name} {many}" for name, many in sorted(fields.items())))
    if given.out is not None:
        given.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
