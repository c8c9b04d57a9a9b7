"""anchorpoint: the selectors of the annotations find the very words again."""

import json
import sys
from pathlib import Path

from anchorpoint.textselectors import TextPositionSelector, TextQuoteSelector

from expected import load, same


def main(folder: Path) -> None:
    graph = load(folder)
    page = json.loads((folder / "annotations.json").read_text(encoding="utf-8"))
    same(page["@context"], "http://www.w3.org/ns/anno.jsonld", "context")
    sources = {source["id"]: source for source in graph.report["sources"]}
    texts = {address(source): source["text"] for source in sources.values()}
    items = {item["id"].removeprefix("urn:crosscheck:annotation-"): item for item in page["items"]}
    same(len(items), len(page["items"]), "identifiers")
    findings = 0
    for key, node in graph.nodes.items():
        if "text" in node:
            (target,) = items[key]["target"]
            same(words(target, texts), node["text"], key)
    for link in graph.report["links"]:
        a, b = items[link["id"]]["target"]
        claims = {claim["id"]: claim["text"] for claim in graph.report["claims"]}
        same([words(a, texts), words(b, texts)], [claims[link["a"]], claims[link["b"]]], link["id"])
        for number, finding in enumerate(link["evidence"]["findings"], 1):
            targets = items[f"{link['id']}.{number}"]["target"]
            same(len(targets), len(finding["marks"]), link["id"])
            for target, mark in zip(targets, finding["marks"]):
                text = sources[mark["claim"].rsplit(".", 1)[0]]["text"].encode()
                expected = text[mark["start"] : mark["end"]].decode()
                same(words(target, texts), expected, link["id"])
            findings += 1
    claims = len(graph.report["claims"])
    same(len(items), claims + len(graph.report["links"]) + findings, "annotations")


def words(target: dict, texts: dict) -> str:
    """What both selectors of a target point at."""
    quote, position = target["selector"]
    text = texts[target["source"]]
    start, end = position["start"], position["end"]
    by_position = TextPositionSelector(start=start, end=end)
    same(text[start:end], quote["exact"], "position and quotation")
    assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])
    # The library strips blanks from what it is given, and takes time with long texts.
    exact, prefix, suffix = (quote[part] for part in ("exact", "prefix", "suffix"))
    if len(exact) < 300 and not any(part != part.strip() for part in (exact, prefix, suffix)):
        found = TextQuoteSelector(exact=exact, prefix=prefix, suffix=suffix).as_position(text)
        same((found.start, found.end), (by_position.start, by_position.end), exact)
    return quote["exact"]


def address(source: dict) -> str:
    return source["url"] or f"urn:sha256:{source['sha256']}"


main(Path(sys.argv[1]))
