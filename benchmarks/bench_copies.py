"""Copies found and missed by edit rate, documents a second, and memory; beside datasketch if installed.

    python benchmarks/bench_copies.py [--documents 20000] [--words 300] [--seed 7] [--peer]

Texts are generated: words of an invented vocabulary drawn with Zipf's weights. Two documents in
five are copies of an earlier one, of which every word is replaced with a probability of 0, 2, 5,
10, 20 or 40 %. Independent replacement is harsher than real editing, which keeps whole sentences.
"""

import argparse
import itertools
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator

from harmtrace.copies import Index
from harmtrace.records.text import Document, Sha256

RATES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4)
Made = tuple[dict[str, str], dict[frozenset[str], float]]


def vocabulary(size: int) -> list[str]:
    """Return invented words."""
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    return ["".join(w) for w in itertools.islice(itertools.product(syllables, repeat=3), size)]


def generated(documents: int, words: int, seed: int) -> Made:
    """Return texts by id, and the edit rate of each pair of copy and original."""
    draw = random.Random(seed)
    vocabulary_words = vocabulary(30_000)
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(vocabulary_words))))
    texts: dict[str, str] = {}
    pairs: dict[frozenset[str], float] = {}
    originals: list[str] = []
    for number in range(documents):
        name = f"d{number:07d}"
        if number % 5 < 3 or not originals:
            length = draw.randint(words // 2, words * 3 // 2)
            texts[name] = _sentences(draw.choices(vocabulary_words, cum_weights=weights, k=length))
            originals.append(name)
            continue
        source, rate = draw.choice(originals), RATES[number % len(RATES)]
        spare = iter(draw.choices(vocabulary_words, cum_weights=weights, k=words * 2))
        texts[name] = " ".join(next(spare) if draw.random() < rate else w for w in texts[source].split())
        pairs[frozenset((name, source))] = rate
    return texts, pairs


def _sentences(words: list[str]) -> str:
    return " ".join(w + "." if place % 17 == 16 else w for place, w in enumerate(words))


def ours(texts: dict[str, str]) -> Iterator[frozenset[str]]:
    """Return the pairs that harmtrace relates."""
    start = time.perf_counter()
    index = Index()
    for name, text in texts.items():
        index.add(Document(id=name, text=text, sha256=Sha256("")))
    indexed = time.perf_counter()
    relations, families, issues = index.relate(texts.__getitem__)
    done = time.perf_counter()
    print(
        f"harmtrace: {len(texts) / (done - start):,.0f} documents/s (index {indexed - start:.1f} s, "
        f"compare {done - indexed:.1f} s), {len(relations):,} relations, {len(families):,} families, "
        f"{dict(Counter(r.kind.value for r in relations))}"
    )
    for issue in issues:
        print("   ", issue.message)
    return (frozenset((r.a, r.b)) for r in relations)


def peer(texts: dict[str, str]) -> Iterator[frozenset[str]] | None:
    """Return the pairs that datasketch's MinHash LSH relates (3-word shingles, 128 hashes, Jaccard 0.3)."""
    try:
        from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found]
    except ImportError:
        print("datasketch: not installed (pip install datasketch), skipped")
        return None
    start = time.perf_counter()
    lsh = MinHashLSH(num_perm=128, params=(32, 4))
    signed = {}
    for name, text in texts.items():
        words = text.lower().split()
        sign = MinHash(num_perm=128)
        sign.update_batch([" ".join(words[i : i + 3]).encode() for i in range(max(len(words) - 2, 1))])
        lsh.insert(name, sign)
        signed[name] = sign
    pairs = set()
    for name, sign in signed.items():
        for other in lsh.query(sign):
            if other != name and sign.jaccard(signed[other]) >= 0.3:
                pairs.add(frozenset((name, other)))
    print(f"datasketch: {len(texts) / (time.perf_counter() - start):,.0f} documents/s, {len(pairs):,} pairs")
    return iter(pairs)


def score(found: Iterator[frozenset[str]], wanted: dict[frozenset[str], float]) -> None:
    """Print recall by edit rate, and precision; two copies of one original are right as well."""
    original = {name: min(pair) for pair in wanted for name in pair}
    found_pairs = set(found)
    for rate in RATES:
        these = [p for p, r in wanted.items() if r == rate]
        if these:
            print(f"    {rate:4.0%} of words replaced: recall {sum(p in found_pairs for p in these) / len(these):.3f}")
    right = sum(len({original.get(n, n) for n in p}) == 1 for p in found_pairs)
    print(f"    precision {right / max(len(found_pairs), 1):.4f} of {len(found_pairs):,}")


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--peer", action="store_true", help="run datasketch as well, if it is installed")
    given = parser.parse_args()
    texts, wanted = generated(given.documents, given.words, given.seed)
    size = sum(map(len, texts.values())) / len(texts)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{len(texts):,} documents of {size:,.0f} characters, Python {sys.version.split()[0]}, one core")
    score(ours(texts), wanted)
    print(f"    {(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024:,.0f} MiB beyond the texts")
    if given.peer and (other := peer(texts)) is not None:
        score(other, wanted)


if __name__ == "__main__":
    main()
