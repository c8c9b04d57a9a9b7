#!/usr/bin/env python3
"""The search for candidates of crosscheck beside that of other programs: benches/peers/run [EVENTS] [RUNS]

Every program gets the same sentences of made-up news (`cargo bench --bench articles`) and names, for each of them, the ten most like it
in other articles; each run is a process of its own on one thread. Says the median time of the runs, the most memory, and which share
of the planted pairs were found: sentences of two articles that tell one fact in the same or other words, which end in the same words.
What is said beside the times is how many times crosscheck's it is.

CollateX aligns whole texts word by word and finds no candidates: it gets the articles of one event, and only its time counts.
"""

import collections
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

BEST = 10
# The generator ends all sentences that tell one fact in so many words of its own.
FACT = 8
# Neighbours of the same article are among those that are found, and do not count.
SPARE = 40


def sentences(folder: str) -> list[tuple[str, str]]:
    """Each sentence with its article; the made-up news has no stops but those between sentences."""
    found = []
    for path in sorted(pathlib.Path(folder).iterdir()):
        text = path.read_text(encoding="utf-8")
        found += [(path.stem, sentence) for sentence in re.split(r"(?<=\.) ", text) if sentence]
    return found


def ranked(sources, row, columns, scores):
    """The best of other articles, best first."""
    order = sorted(zip(columns, scores), key=lambda pair: -pair[1])
    return [column for column, _ in order if sources[column] != sources[row]][:BEST]


def sparse_dot_topn(sources, texts):
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    matrix = TfidfVectorizer(dtype="float32").fit_transform(texts)
    best = sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=BEST + SPARE, n_threads=1)
    for row in range(len(texts)):
        inside = slice(best.indptr[row], best.indptr[row + 1])
        yield ranked(sources, row, best.indices[inside].tolist(), best.data[inside].tolist())


def rapidfuzz(sources, texts):
    import numpy
    from rapidfuzz import fuzz, process

    for start in range(0, len(texts), 100):
        scores = process.cdist(texts[start : start + 100], texts, scorer=fuzz.token_set_ratio, workers=1)
        for offset, likeness in enumerate(scores):
            near = numpy.argpartition(-likeness, BEST + SPARE)[: BEST + SPARE]
            yield ranked(sources, start + offset, near.tolist(), likeness[near].tolist())


def datasketch(sources, texts):
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.3, num_perm=128)
    hashes = []
    for row, text in enumerate(texts):
        words = MinHash(num_perm=128)
        words.update_batch([word.encode() for word in set(text.lower().split())])
        hashes.append(words)
        index.insert(row, words)
    for row, words in enumerate(hashes):
        near = index.query(words)
        yield ranked(sources, row, near, [words.jaccard(hashes[other]) for other in near])


def splink(sources, texts):
    """Sentences are compared that share one of their three rarest words; records have no other fields to go by."""
    import pyarrow
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    words = [set(re.findall(r"\w+", text.lower())) for text in texts]
    counts = collections.Counter(word for row in words for word in row)
    rarest = [sorted(row, key=lambda word: (counts[word], word))[:3] + [None] * 3 for row in words]
    keys = ["first", "second", "third"]
    records = {"unique_id": range(len(texts)), "text": texts}
    records |= {key: [row[place] for row in rarest] for place, key in enumerate(keys)}
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[compare.JaccardAtThresholds("text", [0.9, 0.8, 0.7]), *map(compare.ExactMatch, keys)],
        blocking_rules_to_generate_predictions=[block_on(key) for key in keys],
    )
    linker = Linker(DuckDBAPI(":memory:").register(pyarrow.table(records)), settings)
    linker.training.estimate_u_using_random_sampling(1e5, seed=1)
    found = linker.inference.predict().as_dict()
    near = collections.defaultdict(list)
    for one, other, weight in zip(found["unique_id_l"], found["unique_id_r"], found["match_weight"]):
        near[one].append((other, weight))
        near[other].append((one, weight))
    for row in range(len(texts)):
        yield ranked(sources, row, *zip(*near[row])) if near[row] else []


def collatex(sources, texts):
    from collatex import Collation, collate

    event = sources[0].rsplit("-", 1)[0]
    collation = Collation()
    for source in sorted(set(sources)):
        if source.startswith(event):
            own = (text for of, text in zip(sources, texts) if of == source)
            collation.add_plain_witness(source, " ".join(own))
    collate(collation, segmentation=False)
    return ()


PEERS = {peer.__name__: peer for peer in (sparse_dot_topn, rapidfuzz, datasketch, splink, collatex)}
# These say nothing that could be missing.
SILENT = ("collatex",)


def run_peer(name: str, folder: str) -> None:
    sources, texts = zip(*sentences(folder))
    for row, others in enumerate(PEERS[name](sources, texts)):
        for other in others:
            print(row, other, sep="\t")


def measured(command: list[str]) -> tuple[float, float, str]:
    """Seconds, MB and output of a process of its own."""
    environment = dict(os.environ, RAYON_NUM_THREADS="1", OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed")
    return time.monotonic() - begun, usage.ru_maxrss / 1024, output


def recall(output: str, known: list[tuple[str, str]], names: dict[str, int]) -> float:
    """Which share of the planted pairs stands in the output, from either of both sides."""
    found = set()
    for line in output.splitlines():
        one, other = (names[name] for name in line.split("\t")[:2])
        found.add((min(one, other), max(one, other)))
    facts = collections.defaultdict(list)
    for row, (_, sentence) in enumerate(known):
        words = sentence.split()
        if len(words) > FACT + 5 and words[-FACT - 1].endswith(","):
            facts[tuple(words[-FACT:])].append(row)
    planted = {
        (one, other)
        for rows in facts.values()
        for one in rows
        for other in rows
        if one < other and known[one][0] != known[other][0]
    }
    return len(planted & found) / len(planted)


def main() -> int:
    if sys.argv[1] == "--peer":
        run_peer(*sys.argv[2:])
        return 0
    program, folder = sys.argv[1:3]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    known = sentences(folder)
    rows = {str(row): row for row in range(len(known))}
    places = collections.Counter()
    claims = {}
    for row, (source, _) in enumerate(known):
        places[source] += 1
        claims[f"{source}.{places[source]}"] = row
    commands = {name: ([sys.executable, __file__, "--peer", name, folder], rows) for name in PEERS}
    commands = {"crosscheck": ([program, folder], claims), **commands}
    base = None
    print(f"{len(known)} sentences of {len(places)} articles, medians of {runs} runs")
    for name, (command, names) in commands.items():
        results = [measured(command) for _ in range(runs)]
        seconds = statistics.median(result[0] for result in results)
        memory = statistics.median(result[1] for result in results)
        base = base or (seconds, memory)
        share = "one event only" if name in SILENT else f"recall {recall(results[-1][2], known, names):.4f}"
        times = f"{seconds:7.2f} s (x{seconds / base[0]:5.2f})  {memory:6.0f} MB (x{memory / base[1]:5.2f})"
        print(f"{name:<16} {times}  {share}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
