"""What rows weigh does not hang on their order, nor do claims on the order that sets have in a process."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from harmtrace.claims.focus_weights import WEIGHTS
from harmtrace.language.weighing import weighed
from tests import corpus

_ROWS = st.lists(st.sampled_from(sorted(WEIGHTS)), max_size=30)


@given(rows=_ROWS, chance=st.randoms(use_true_random=False))
def test_rows_weigh_the_same_in_any_order(rows: list[str], chance: random.Random) -> None:
    mixed = list(rows)
    chance.shuffle(mixed)
    assert weighed(mixed, WEIGHTS) == weighed(rows, WEIGHTS)


def _claims(seed: int, texts: Path) -> str:
    command = [str(Path(sys.executable).with_name("harmtrace")), "claims", str(texts), "--all", "--jsonl"]
    env = {**os.environ, "PYTHONHASHSEED": str(seed)}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False).stdout


def test_claims_do_not_hang_on_the_order_of_sets(tmp_path: Path) -> None:
    texts = tmp_path / "documents.jsonl"
    told = [text.text for text in (*corpus.load("en")[:40], *corpus.load("ar")[:40])]
    texts.write_text(
        "\n".join(json.dumps({"id": f"t{k}", "text": text}) for k, text in enumerate(told)), encoding="utf-8"
    )
    first = _claims(0, texts)
    assert first.count("\n") > 80
    assert _claims(1, texts) == first
    assert _claims(2, texts) == first
