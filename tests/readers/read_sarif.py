"""sarif-tools: the differences as check results."""

import json
import sys
from pathlib import Path

from sarif import loader

from expected import load, same


def main(folder: Path) -> None:
    graph = load(folder)
    findings = [
        (link, finding)
        for link in graph.report["links"]
        for finding in link["evidence"]["findings"]
    ]
    read = loader.load_sarif_file(str(folder / "differences.sarif"))
    results = read.get_results()
    same(len(results), len(findings), "results")
    conflicts = sum(finding["conflict"] for _, finding in findings)
    same(read.get_report().get_issue_count_for_severity("warning"), conflicts, "warnings")
    document = json.loads((folder / "differences.sarif").read_text(encoding="utf-8"))
    (run,) = document["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    texts = {uri["location"]["uri"]: source["text"] for uri, source in zip(run["artifacts"], graph.report["sources"])}
    for result, (link, finding) in zip(results, findings):
        assert result["ruleId"] in rules
        same(result["ruleId"], f"diverge/{finding['kind']}", "rule")
        for location in result["locations"] + result["relatedLocations"]:
            place = location["physicalLocation"]
            region, text = place["region"], texts[place["artifactLocation"]["uri"]]
            start, length = region["charOffset"], region["charLength"]
            same(text[start : start + length], region["snippet"]["text"], link["id"])
            line = text.split("\n")[region["startLine"] - 1]
            begun = line[region["startColumn"] - 1 :]
            assert begun.startswith(region["snippet"]["text"].split("\n")[0])


main(Path(sys.argv[1]))
