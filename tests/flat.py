#!/usr/bin/env python3
"""Whether time per byte is flat: flat.py [BYTES]

Cuts endless articles of BYTES, four times and sixteen times as many bytes into claims with the release build, counts instructions
with valgrind, and fails if any takes more than MOST times as many for four times as much: what is linear grows by 4.0, what sorts by
a little more, what is square by 16. BYTES is enough for a faint curve to show in the shipped cases. As many articles are cut at once
as there are processors: other work changes the time that they take, but not their instructions.
"""

import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile

BYTES = 32768
MOST = 4.8
# So many instructions for a byte are none: what is refused is not looked at.
FEW = 5

# What is endless in which format, and what stands before it.
ENDLESS = [
    ("plain", "", "a"),
    ("plain", "", '"'),
    ("plain", "", "“‘\""),
    ("plain", "", "“a ”"),
    ("plain", "", "“a. "),
    ("plain", "", ". "),
    ("plain", "", "A. "),
    ("plain", "", "x.Y"),
    ("plain", "", "2 Comments\n"),
    ("markdown", "", "> "),
    ("markdown", "", "[a]("),
    ("markdown", "", "[^1]: a\n"),
    ("html", "", "<div>"),
    ("html", "", "<p>a"),
    ("html", "", "&amp;"),
    ("html", "", "<br><br>a"),
    ("html", "", "<figcaption>a</figcaption>"),
    ("csv", "text\n", "a,"),
    ("csv", "text\n", '""'),
    ("jsonl", "", '{"text":"a"}\n'),
    ("feed", "<rss>", "<item>a</item>"),
]


def instructions(reader: str, text: str) -> int:
    """How many it takes to cut `text` into claims."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as article:
        article.write(text)
        article.flush()
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        command += ["target/release/crosscheck", "claims", "--quiet", "--jobs", "1", "--from", reader, article.name]
        run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, errors="replace", check=False)
    return int(re.search(r"Collected : (\d+)", run.stderr)[1])


def main() -> int:
    subprocess.run(["tests/readers/need", "valgrind", "valgrind"], check=True)
    smallest = int(sys.argv[1]) if len(sys.argv) > 1 else BYTES
    sizes = [smallest, smallest * 4, smallest * 16]
    failed = False
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        counted = []
        for reader, before, piece in ENDLESS:
            texts = [before + piece * (size // len(piece.encode())) for size in sizes]
            counted.append([pool.submit(instructions, reader, text) for text in texts])
        for (reader, _, piece), counts in zip(ENDLESS, counted):
            counts = [count.result() for count in counts]
            per_byte = (counts[2] - counts[1]) / (sizes[2] - sizes[1])
            growth = (counts[2] - counts[1]) / max(1, counts[1] - counts[0])
            curved = per_byte > FEW and growth > MOST
            failed |= curved
            verdict = "FAILED" if curved else "ok"
            print(f"{verdict:<6}  {reader:<8}  {piece!r:<28}  {per_byte:7.0f} instructions a byte, grows by {growth:.2f}", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
