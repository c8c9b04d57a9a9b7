"""teiphy: the TEI apparatus as a collation, and its NEXUS."""

import contextlib
import io
import sys
from pathlib import Path

from lxml import etree
from teiphy import Collation

from expected import load, same, xml

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def main(folder: Path) -> None:
    graph = load(folder)
    document = etree.parse(folder / "apparatus.xml", etree.XMLParser(huge_tree=True))
    witnesses = [witness.get(ID) for witness in document.iter(f"{TEI}witness")]
    sources = [key for key, node in graph.nodes.items() if node["node_type"] == "source"]
    same(witnesses, sources, "witnesses")
    entries = {app.get(ID): app for app in document.iter(f"{TEI}app")}
    groups = [set(member["claim"] for member in group["members"]) for group in graph.report["groups"]]
    outside = [
        link["id"]
        for link in graph.report["links"]
        if not any({link["a"], link["b"]} <= group for group in groups)
    ]
    same(len(entries), len(groups) + len(outside), "entries")
    texts = {node["reference"]: node for node in graph.nodes.values() if "text" in node}
    by_reference = {node["reference"]: key for key, node in graph.nodes.items()}
    links = {link["id"]: link for link in graph.report["links"]}
    for key in outside:
        for claim in (links[key]["a"], links[key]["b"]):
            reading = wording(entries[key], "#" + by_reference[texts[claim]["source_id"]])
            same(reading, xml(texts[claim]["text"]), key)
    with contextlib.redirect_stderr(io.StringIO()):  # bars of progress
        collation = Collation(document)
    same([witness.id for witness in collation.witnesses], sources, "teiphy: witnesses")
    same(len(collation.variation_units), len(entries), "teiphy: units")
    nexus = folder / "apparatus.nexus"
    collation.to_file(nexus)
    assert f"ntax={len(sources)}" in nexus.read_text(encoding="utf-8").lower()


def wording(entry, witness: str) -> str:
    for reading in entry.iter(f"{TEI}rdg"):
        if witness in reading.get("wit").split():
            return reading.text
    raise AssertionError(f"{witness} has no reading")


main(Path(sys.argv[1]))
