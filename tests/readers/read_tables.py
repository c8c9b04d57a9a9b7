"""Python's csv and DuckDB: the tables, and the Neo4j folder; Kuzu: the Neo4j folder as a property graph."""

import csv
import re
import shutil
import sys
from pathlib import Path

import duckdb
import kuzu

from expected import check_stances, joined, load, same

csv.field_size_limit(10**9)

LEFT_OUT = ("label", "node_type", "edge_type", "weight")


def main(folder: Path) -> None:
    graph = load(folder)
    spreadsheet(folder / "tables", graph)
    database(folder / "neo4j", graph)


def spreadsheet(tables: Path, graph) -> None:
    claims = {row["id"]: row for row in rows(tables / "claims.csv")}
    sources = {row["id"]: row for row in rows(tables / "sources.csv")}
    same(sources.keys() | claims.keys(), nodes_of(graph, "source", "claim"), "sources and claims")
    for key, row in (sources | claims).items():
        for name, value in held(graph.nodes[key]):
            same(unguarded(row[name]), written(value), f"{key}.{name}")
    links = {row["id"]: row for row in rows(tables / "links.csv")}
    expected = {key: edge for key, edge in graph.edges.items() if edge[2]["edge_type"] == "link"}
    same(links.keys(), expected.keys(), "links")
    for key, (start, end, edge) in expected.items():
        row = links[key]
        same((row["a"], row["b"]), (start, end), key)
        same(unguarded(row["a_text"]), written(graph.nodes[start]["text"]), key)
        for name, value in held(edge):
            same(unguarded(row[name]), written(value), f"{key}.{name}")
    findings = sum(len(link["evidence"]["findings"]) for link in graph.report["links"])
    same(len(rows(tables / "findings.csv")), findings, "findings")
    members = sum(len(group["members"]) for group in graph.report["groups"])
    same(len(rows(tables / "groups.csv")), members, "members of groups")
    stances = rows(tables / "stances.csv")
    for row in stances:
        row["claim_references"] = [claim for claim in row["claim_references"].split("; ") if claim]
    check_stances(stances, graph.report)
    matrix(rows(tables / "matrix.csv"), stances)
    for table in tables.glob("*.csv"):
        for row in rows(table):
            for name, cell in row.items():
                formula = cell[:1] in "=@\t\r" and cell != "" or re.match(r"[+-](?!\d+(\.\d+)?$)", cell)
                assert not formula, f"{table.name}: {name} is a formula: {cell!r:.80}"
    in_duckdb(tables, graph)


def matrix(found: list, stances: list) -> None:
    """The same stances with a column for every source."""
    column = lambda row: f"{row['source_reference']} ({row['lineage_reference']})"
    cells = {(row["group_reference"], column(row)): row["stance"] for row in stances}
    told = ("group", "statement", "source_count", "lineage_count")
    pivoted = {
        (row["group"], unguarded(name)): stance
        for row in found
        for name, stance in row.items()
        if name not in told
    }
    same(pivoted, cells, "matrix")


def in_duckdb(tables: Path, graph) -> None:
    """Types are found by the reader itself; text comes back letter for letter."""
    with duckdb.connect() as connection:
        read = f"read_csv('{tables / 'links.csv'}', max_line_size=100000000)"
        if any(edge[2]["edge_type"] == "link" for edge in graph.edges.values()):
            described = connection.sql(f"describe select * from {read}").fetchall()
            types = {row[0]: row[1] for row in described}
            numbers = (types["conflict"], types["score"], types["probability"])
            same(numbers, ("BOOLEAN", "DOUBLE", "DOUBLE"), "types")
        query = f"select id, text, start_byte, end_byte from read_csv('{tables / 'claims.csv'}', max_line_size=100000000)"
        for key, text, start, end in connection.sql(query).fetchall():
            same(unguarded(text), written(graph.nodes[key]["text"]), key)
            same((start, end), (graph.nodes[key]["start_byte"], graph.nodes[key]["end_byte"]), key)


def database(folder: Path, graph) -> None:
    """Every table of the folder as a table of nodes or relationships, named by its own header."""
    place = folder.parent / "kuzu"
    shutil.rmtree(place, ignore_errors=True)
    place.unlink(missing_ok=True) if place.is_file() else None
    base = kuzu.Database(str(place))
    connection = kuzu.Connection(base)
    files = sorted(folder.glob("*.csv"))
    headers = {file: header(file) for file in files}
    for file in files:
        if not headers[file][0].startswith(":START_ID"):
            table = file.stem.capitalize()
            columns = ", ".join(f"`{name(column)}` {kind(column)}" for column in headers[file])
            key = name(headers[file][0])
            connection.execute(f"CREATE NODE TABLE `{table}`({columns}, PRIMARY KEY(`{key}`))")
            copy(connection, table, file)
    for file in files:
        if headers[file][0].startswith(":START_ID"):
            start, end = (re.search(r"\((\w+)\)", column)[1] for column in headers[file][:2])
            columns = ", ".join(f"`{name(column)}` {kind(column)}" for column in headers[file][2:])
            table = f"edges_{file.stem}"
            connection.execute(f"CREATE REL TABLE `{table}`(FROM `{start}` TO `{end}`, {columns})")
            copy(connection, table, file)
    count = lambda query: connection.execute(query).get_next()[0]
    same(count("MATCH (node) RETURN count(*)"), len(graph.nodes), "nodes in the database")
    same(count("MATCH ()-[edge]->() RETURN count(*)"), len(graph.edges), "edges in the database")
    result = connection.execute("MATCH (node) RETURN node")
    while result.has_next():
        (found,) = result.get_next()
        key = identifier(found)
        for attribute, value in held(graph.nodes[key]):
            same(found[attribute] or type(stored(value))(), stored(value), f"{key}.{attribute}")
    result = connection.execute("MATCH (a)-[edge]->(b) RETURN a, b, edge")
    while result.has_next():
        a, b, found = result.get_next()
        start, end, edge = graph.edges[found["id"]]
        same((identifier(a), identifier(b)), (start, end), found["id"])
        for attribute, value in held(edge):
            same(found[attribute] or type(stored(value))(), stored(value), f"{found['id']}.{attribute}")
    connection.close()
    base.close()


def identifier(node: dict) -> str:
    """The one that its table is keyed by, named after the label."""
    label = node["_label"]
    return node[f"{label[0].lower()}{label[1:]}Id"]


def held(attributes: dict) -> list:
    """What a row must hold: all but the kind, which the table says, and what only pictures need."""
    return [(name, value) for name, value in attributes.items() if name not in LEFT_OUT]


def stored(value):
    """A value as the tables of the folder carry it."""
    if isinstance(value, list):
        return ";".join(one_line(part) for part in value)
    return one_line(value) if isinstance(value, str) else value


def copy(connection, table: str, file: Path) -> None:
    connection.execute(f"COPY `{table}` FROM '{file}' (HEADER=true, PARALLEL=false)")


def header(file: Path) -> list:
    with file.open(encoding="utf-8", newline="") as lines:
        return next(csv.reader(lines))


def name(column: str) -> str:
    return column.lstrip(":").split(":")[0].lower() if column.startswith(":") else column.split(":")[0]


def kind(column: str) -> str:
    types = {"long": "INT64", "double": "DOUBLE", "boolean": "BOOLEAN"}
    return types.get(column.rsplit(":", 1)[-1], "STRING")


def one_line(text: str) -> str:
    text = text.replace("\0", "\ufffd").replace("\n", " ").replace("\r", " ")
    escaping = text.endswith("\\") or '\\"' in text
    return text.replace("\\", "\ufffd") if escaping else text


def rows(file: Path) -> list:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def nodes_of(graph, *kinds) -> set:
    return {key for key, node in graph.nodes.items() if node["node_type"] in kinds}


def unguarded(cell: str) -> str:
    """Takes the apostrophe away that keeps a text from being a formula."""
    rest = cell.lstrip("'")
    return cell[1:] if rest != cell and rest[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def written(value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(joined(value)).replace("\0", "\ufffd")  # which no table carries


main(Path(sys.argv[1]))
