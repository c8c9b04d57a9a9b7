"""lxml: GraphML by its XSD, GEXF by its RELAX NG grammar. The schemas are not part of this project."""

import os
import sys
from pathlib import Path

from lxml import etree

SCHEMAS = Path(os.environ["SCHEMAS"])


def main(folder: Path) -> None:
    check(folder / "graph.graphml", SCHEMAS / "graphml" / "graphml.xsd", etree.XMLSchema)
    check(folder / "graph.gexf", SCHEMAS / "gexf-1.3" / "gexf.rng", etree.RelaxNG)


def check(file: Path, schema: Path, kind) -> None:
    if not schema.exists():
        print(f"  skipped: {file.name} was not held against its schema, which is not at {schema}")
        return
    validator = kind(etree.parse(schema))
    parser = etree.XMLParser(huge_tree=True)
    if not validator.validate(etree.parse(file, parser)):
        raise AssertionError(f"{file}: {validator.error_log}")


main(Path(sys.argv[1]))
