// graphology: GEXF and GraphML; cytoscape.js without a screen: Cytoscape JSON.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import cytoscape from "cytoscape";
import graphology from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";

const folder = process.argv[2];
const text = (name) => readFileSync(join(folder, name), "utf8");
const expected = JSON.parse(text("nodelink.json"));
const nodes = new Map(expected.nodes.map((node) => [node.id, node]));
const edges = new Map(expected.edges.map((edge) => [edge.key, edge]));

// What XML can carry of a value; lists are joined.
const carried = (value) => {
  const joined = Array.isArray(value) ? value.join("; ") : value;
  if (typeof joined !== "string") return joined;
  return joined.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
};

const compare = (found, wanted, ignored, carry) => {
  for (const [name, value] of Object.entries(wanted)) {
    if (!ignored.includes(name)) assert.deepEqual(found[name], carry(value), name);
  }
};

const compareGraph = (graph) => {
  assert.equal(graph.order, nodes.size);
  assert.equal(graph.size, edges.size);
  graph.forEachNode((key, found) => compare(found, nodes.get(key), ["id", "label"], carried));
  graph.forEachEdge((key, found, source, target) => {
    const wanted = edges.get(key);
    assert.deepEqual([source, target], [wanted.source, wanted.target]);
    compare(found, wanted, ["key", "source", "target"], carried);
  });
};

const options = { addMissingNodes: false };

const fromGexf = gexf.parse(graphology.MultiDirectedGraph, text("graph.gexf"), options);
compareGraph(fromGexf);
fromGexf.forEachNode((key, { x, y, size, color }) => {
  assert.ok(Number.isFinite(x) && Number.isFinite(y) && size > 0 && color, key);
});

compareGraph(graphml.parse(graphology.MultiDirectedGraph, text("graph.graphml"), options));

const drawn = cytoscape({ headless: true, styleEnabled: true, ...JSON.parse(text("graph.cyjs")) });
assert.equal(drawn.nodes().length, nodes.size);
assert.equal(drawn.edges().length, edges.size);
for (const node of drawn.nodes()) {
  compare(node.data(), nodes.get(node.id()), ["label"], (value) => value);
}
for (const edge of drawn.edges()) {
  const wanted = edges.get(edge.id());
  compare(edge.data(), wanted, [], (value) => value);
}
assert.ok(drawn.nodes().some((node) => node.position("x") !== 0));
drawn.destroy();
