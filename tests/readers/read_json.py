"""jsonschema: the JSON report by its own schema, JSON lines, JSON Canvas."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

from expected import load, same

HERE = Path(__file__).parent


def main(folder: Path) -> None:
    graph = load(folder)
    schema = read(folder.parent / "schema.json")
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(graph.report)
    lines(folder, graph, schema)
    canvas(folder, graph)


def lines(folder: Path, graph, schema: dict) -> None:
    """Every record is what the report holds, and is of the shape that the report's schema tells."""
    keys = ("source", "claim", "link", "rival", "group", "lineage", "outlet", "speaker", "name")
    records = {key: [] for key in keys}
    with (folder / "report.jsonl").open(encoding="utf-8", newline="\n") as file:
        run, *rest = [json.loads(line) for line in file]
    same(run.pop("record"), "run", "first record")
    same(run["stats"], graph.report["stats"], "stats")
    for record in rest:
        records[record.pop("record")].append(record)
    for key, found in records.items():
        same(found, graph.report[f"{key}s"], key)


def canvas(folder: Path, graph) -> None:
    document = read(folder / "graph.canvas")
    Draft202012Validator(read(HERE / "canvas.schema.json")).validate(document)
    nodes = {node["id"]: node for node in document["nodes"]}
    edges = {edge["id"]: (edge["fromNode"], edge["toNode"]) for edge in document["edges"]}
    same(len(nodes) + len(edges), len(document["nodes"]) + len(document["edges"]), "unique")
    same(nodes.keys(), graph.nodes.keys(), "nodes")
    same(edges, {key: edge[:2] for key, edge in graph.edges.items()}, "edges")
    for key, node in graph.nodes.items():
        if "text" in node:
            same(unescaped(nodes[key]["text"]), node["text"], key)
    apart(document["nodes"])


def apart(cards: list) -> None:
    """No card covers another."""
    columns = {}
    for card in cards:
        columns.setdefault(card["x"], []).append((card["y"], card["height"]))
    for column in columns.values():
        column.sort()
        for (upper, height), (lower, _) in zip(column, column[1:]):
            assert upper + height < lower


def unescaped(text: str) -> str:
    """Markdown without the backslashes that take their meaning from signs."""
    out, escaped = [], False
    for letter in text:
        if letter == "\\" and not escaped:
            escaped = True
        else:
            out.append(letter)
            escaped = False
    return "".join(out)


def read(file: Path):
    return json.loads(file.read_text(encoding="utf-8"))


main(Path(sys.argv[1]))
