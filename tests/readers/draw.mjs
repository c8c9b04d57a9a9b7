// graphology: draws a GEXF file as SVG from nothing but the places, sizes and colours that stand in it.
//
// Usage: node draw.mjs GRAPH.gexf PICTURE.svg

import { readFileSync, writeFileSync } from "node:fs";
import graphology from "graphology";
import gexf from "graphology-gexf";

const [file, picture] = process.argv.slice(2);
const graph = gexf.parse(graphology.MultiDirectedGraph, readFileSync(file, "utf8"), { addMissingNodes: false });
const margin = 80;
const longest = 28;

const escaped = (words) => words.replace(/[<>&"]/g, (letter) => `&#${letter.codePointAt(0)};`);
const tag = (name, attributes, content = "") =>
  `<${name} ${Object.entries(attributes).map(([key, value]) => `${key}="${value}"`).join(" ")}>${content}</${name}>`;
// GEXF counts upwards, SVG downwards.
const place = (key) => [graph.getNodeAttribute(key, "x"), -graph.getNodeAttribute(key, "y")];

const line = (start, end, { color, thickness, shape }) => {
  const [[x1, y1], [x2, y2]] = [place(start), place(end)];
  const dashes = shape === "dashed" ? { "stroke-dasharray": "6 4" } : {};
  return tag("line", { x1, y1, x2, y2, stroke: color, "stroke-width": thickness, ...dashes });
};

// Claims are many and small: their number stands in the disc. Everything else is named below it.
const disc = (key, { node_type, reference, label, text, size, color }) => {
  const [x, y] = place(key);
  const circle = tag("circle", { cx: x, cy: y, r: size / 2, fill: color }, tag("title", {}, escaped(text ?? label)));
  if (node_type === "claim") {
    return circle + tag("text", { x, y: y + 3, fill: "white", "font-size": 9 }, escaped(reference.split(".").at(-1)));
  }
  const name = label.length <= longest ? label : `${label.slice(0, longest - 1)}…`;
  return circle + tag("text", { x, y: y + size / 2 + 15, fill: "#333", "font-size": 15 }, escaped(name));
};

const places = graph.nodes().map(place);
const [left, top] = [0, 1].map((axis) => Math.min(...places.map((at) => at[axis])) - margin);
const [right, bottom] = [0, 1].map((axis) => Math.max(...places.map((at) => at[axis])) + margin);
const [width, height] = [right - left, bottom - top];

// What is drawn last lies on top: thin lines first, then links, then nodes.
const edges = graph.mapEdges((key, attributes, start, end) => [attributes.thickness, line(start, end, attributes)]);
edges.sort(([one], [other]) => one - other);
const content = [
  tag("title", {}, "The graph of the articles"),
  tag("rect", { x: left, y: top, width, height, fill: "white" }),
  ...edges.map(([, drawn]) => drawn),
  ...graph.mapNodes(disc),
];
const frame = { xmlns: "http://www.w3.org/2000/svg", viewBox: [left, top, width, height].map(Math.round).join(" ") };
const letters = { "font-family": "Helvetica, Arial, sans-serif", "text-anchor": "middle" };
writeFileSync(picture, `${tag("svg", { ...frame, ...letters }, `\n${content.join("\n")}\n`)}\n`);
