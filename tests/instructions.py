#!/usr/bin/env python3
"""Whether a run takes more work than it did: instructions.py [--record]

Counts with valgrind the instructions of comparing the seeds with the release build, on one thread, and fails if there are more than
the recorded number by TOLERANCE. `--record` writes the new number down: do it on purpose, and say why.
"""

import pathlib
import re
import subprocess
import sys

RECORDED = pathlib.Path("tests/instructions.txt")
# Compilers and C libraries differ by so much.
TOLERANCE = 0.05


def instructions() -> int:
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    command += ["target/release/crosscheck", "compare", "seeds", "--jobs", "1"]
    run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, errors="replace", check=True)
    return int(re.search(r"Collected : (\d+)", run.stderr)[1])


def main() -> int:
    subprocess.run(["tests/readers/need", "valgrind", "valgrind"], check=True)
    count = instructions()
    if sys.argv[1:] == ["--record"]:
        RECORDED.write_text(f"{count}\n", encoding="utf-8")
        print(f"recorded: {count:,} instructions")
        return 0
    recorded = int(RECORDED.read_text(encoding="utf-8"))
    share = count / recorded - 1
    print(f"{count:,} instructions, {recorded:,} recorded: {share:+.1%}")
    if share < -TOLERANCE:
        print("fewer than recorded: tests/instructions.py --record keeps it so")
    return int(share > TOLERANCE)


if __name__ == "__main__":
    sys.exit(main())
