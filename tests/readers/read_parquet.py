"""pyarrow and DuckDB: the Parquet tables, with their types."""

import sys
from pathlib import Path

import duckdb
import pyarrow.parquet

from expected import check_stances, load, same

TYPES = {bool: "bool", int: "int64", float: "double", str: "string", list: "list<element: string not null>"}


def main(folder: Path) -> None:
    graph = load(folder)
    tables = {file.stem: pyarrow.parquet.read_table(file) for file in (folder / "parquet").iterdir()}
    same(tables.keys(), {"sources", "claims", "links", "findings", "groups", "stances"}, "tables")
    sources, claims, links = (by_id(tables[name]) for name in ("sources", "claims", "links"))
    same(sources.keys() | claims.keys(), of_type(graph, "source", "claim"), "sources and claims")
    for key, row in (sources | claims).items():
        compare(row, graph.nodes[key], key)
    expected = {key: edge for key, edge in graph.edges.items() if edge[2]["edge_type"] == "link"}
    same(links.keys(), expected.keys(), "links")
    for key, (start, end, edge) in expected.items():
        row = links[key]
        same((row["a"], row["b"]), (start, end), key)
        texts = (graph.nodes[start]["text"], graph.nodes[end]["text"])
        same((row["a_text"], row["b_text"]), texts, key)
        compare(row, edge, key)
    declared(tables["claims"], next(graph.nodes[key] for key in claims))
    if expected:
        declared(tables["links"], next(edge for _, _, edge in expected.values()))
    findings(tables["findings"], graph)
    members = sum(len(group["members"]) for group in graph.report["groups"])
    same(tables["groups"].num_rows, members, "members of groups")
    check_stances(tables["stances"].to_pylist(), graph.report)
    for name, table in tables.items():
        found = duckdb.read_parquet(str(folder / "parquet" / f"{name}.parquet")).fetchall()
        same(found, [tuple(row.values()) for row in table.to_pylist()], f"DuckDB: {name}")


def by_id(table) -> dict:
    return {row["id"]: row for row in table.to_pylist()}


def of_type(graph, *types) -> set:
    return {key for key, node in graph.nodes.items() if node["node_type"] in types}


def compare(row: dict, expected: dict, key: str) -> None:
    """Values and their types; what an element does not have is empty."""
    for name, found in row.items():
        if name in expected:
            same((type(found), found), (type(expected[name]), expected[name]), f"{key}.{name}")


def declared(table, example: dict) -> None:
    for name, value in example.items():
        if name in table.schema.names:
            same(str(table.schema.field(name).type), TYPES[type(value)], name)


def findings(table, graph) -> None:
    expected = [
        (link["id"], finding["code"], finding["kind"], finding["conflict"], finding["note"])
        for link in graph.report["links"]
        for finding in link["evidence"]["findings"]
    ]
    columns = ("link", "code", "kind", "conflict", "note")
    found = [tuple(row[column] for column in columns) for row in table.to_pylist()]
    same(sorted(found), sorted(expected), "findings")


main(Path(sys.argv[1]))
