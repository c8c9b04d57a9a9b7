#!/usr/bin/env python3
"""The search for candidates of crosscheck beside that of other programs, as benches/peers/run calls it.

Every program gets the same sentences and names, for each of them, the ten most like it in other articles; each run is a process of its
own on one thread. Says the median time of the runs, the most memory, and which share of the known pairs were found. What is said beside
the times is how many times crosscheck's it is.

The sentences are made-up news (`cargo bench --bench articles`), where known pairs are sentences of two articles that tell one fact in the
same or other words, which end in the same words; or the dev part of ECB+, where known pairs share several happenings.

CollateX aligns whole texts word by word and finds no candidates: it gets the articles of one event, and only its time counts.
"""

import argparse
import bisect
import collections
import csv
import itertools
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time
import typing

BEST = 10
# The generator ends all sentences that tell one fact in so many words of its own.
FACT = 8
# Neighbours of the same article are among those that are found, and do not count.
SPARE = 40


class Sentence(typing.NamedTuple):
    """A sentence of an article, by the name of its file, with its first byte in it."""

    article: str
    start: int
    text: str


def sentences(folder: str) -> list[Sentence]:
    """All sentences of a folder: each is a paragraph, or ends with a stop; the made-up news has no other stops."""
    found = []
    for path in sorted(pathlib.Path(folder).iterdir()):
        text = path.read_bytes()
        ends = rb"\n\n" if b"\n\n" in text else rb"(?<=\.) "
        starts = [0, *(end.end() for end in re.finditer(ends, text))]
        for start, after in zip(starts, [*starts[1:], len(text)]):
            sentence = text[start:after].decode().strip()
            found += [Sentence(path.stem, start, sentence)] if sentence else []
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
    sources, _, texts = zip(*sentences(folder))
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


def planted(known: list[Sentence]) -> set[tuple[int, int]]:
    """The pairs of rows of made-up news that tell one fact."""
    facts = collections.defaultdict(list)
    for row, sentence in enumerate(known):
        words = sentence.text.split()
        if len(words) > FACT + 5 and words[-FACT - 1].endswith(","):
            facts[tuple(words[-FACT:])].append(row)
    pairs = (pair for rows in facts.values() for pair in itertools.combinations(rows, 2))
    return {(one, other) for one, other in pairs if known[one].article != known[other].article}


def write_ecb(clusters: str, folder: str) -> None:
    """Writes the articles of the dev part, a sentence a paragraph; headlines get a stop, or they would be no claims."""
    for line in open(clusters, encoding="utf-8"):
        cluster = json.loads(line)
        for source in cluster["sources"] if cluster["split"] == "dev" else []:
            sentences = (" ".join(sentence.split()) for sentence in source["sentences"])
            sentences = (sentence if re.search(r"[.!?][^\w.!?]*$", sentence) else f"{sentence}." for sentence in sentences)
            pathlib.Path(folder, f"{source['id']}.txt").write_text("\n\n".join(sentences), encoding="utf-8")


def several(links: str, known: list[Sentence]) -> set[tuple[int, int]]:
    """The pairs of rows of ECB+ that share several happenings."""
    rows = collections.defaultdict(list)
    for row, sentence in enumerate(known):
        rows[sentence.article].append(row)
    with open(links, encoding="utf-8") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        multi = [link for link in table if link["label"] == "multi" and link["a_source"] in rows]
    ends = ([rows[link[f"{end}_source"]][int(link[f"{end}_sentence_index"])] for end in "ab"] for link in multi)
    return {(min(pair), max(pair)) for pair in ends}


class Places:
    """Which row a claim of crosscheck stands in: the last sentence of its file that begins no later."""

    def __init__(self, known: list[Sentence]):
        self.places = [(sentence.article, sentence.start) for sentence in known]
        self.order = sorted(range(len(known)), key=self.places.__getitem__)

    def row(self, article: str, start: str) -> int:
        return self.order[bisect.bisect_right(self.order, (article, int(start)), key=self.places.__getitem__) - 1]


def found(output: str, places: Places) -> set[tuple[int, int]]:
    """The pairs of rows that a program named: crosscheck by places, the others by their numbers."""
    pairs = set()
    for fields in (line.split("\t") for line in output.splitlines()):
        one, other = map(int, fields) if len(fields) == 2 else (places.row(*fields[:2]), places.row(*fields[2:4]))
        pairs.add((min(one, other), max(one, other)))
    return pairs


def main() -> int:
    if sys.argv[1] == "--peer":
        run_peer(*sys.argv[2:])
        return 0
    arguments = argparse.ArgumentParser(description="crosscheck beside other programs")
    arguments.add_argument("program", help="the benchmark `candidates`")
    arguments.add_argument("folder", help="where the articles are")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--ecb", nargs=2, metavar=("CLUSTERS", "LINKS"), help="write ECB+ into the folder, and count its links")
    given = arguments.parse_args()
    if given.ecb:
        pathlib.Path(given.folder).mkdir(parents=True, exist_ok=True)
        write_ecb(given.ecb[0], given.folder)
    known = sentences(given.folder)
    wanted = several(given.ecb[1], known) if given.ecb else planted(known)
    places = Places(known)
    commands = {name: [sys.executable, __file__, "--peer", name, given.folder] for name in PEERS}
    commands = {"crosscheck": [given.program, given.folder], **commands}
    base = None
    articles = len({sentence.article for sentence in known})
    print(f"{len(known)} sentences of {articles} articles, {len(wanted)} known pairs; medians of {given.runs} runs")
    for name, command in commands.items():
        results = [measured(command) for _ in range(given.runs)]
        seconds = statistics.median(result[0] for result in results)
        memory = statistics.median(result[1] for result in results)
        base = base or (seconds, memory)
        times = f"{seconds:7.2f} s (x{seconds / base[0]:5.2f})  {memory:6.0f} MB (x{memory / base[1]:5.2f})"
        recall = len(wanted & found(results[-1][2], places)) / len(wanted)
        share = "one event only" if name in SILENT else f"recall {recall:.4f}"
        print(f"{name:<16} {times}  {share}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
