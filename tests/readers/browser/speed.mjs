// How long a page takes to open and to answer: node speed.mjs REPORT.html. Prints milliseconds.

import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
const browser = await chromium.launch({ executablePath: browserPath, args: flags });
const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
const say = (what, took) => console.log(`${String(Math.round(took)).padStart(6)} ms  ${what}`);

// From what a reader does to the next picture on the screen.
const answer = async (what, action, argument) => {
  const took = await page.evaluate(async ([action, argument]) => {
    const begun = performance.now();
    new Function("argument", action)(argument);
    await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
    return performance.now() - begun;
  }, [action, argument]);
  say(what, took);
};
const filter = `
  const form = document.getElementById("filters");
  form.elements[argument[0]].value = argument[1];
  form.dispatchEvent(new Event("submit", { cancelable: true }));`;

await page.goto(pathToFileURL(process.argv[2]).href);
const opened = await page.evaluate(() => ({
  painted: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  loaded: performance.getEntriesByType("navigation")[0].loadEventEnd,
  elements: document.querySelectorAll("*").length,
}));
console.log(`${opened.elements} elements`);
say("first picture", opened.painted);
say("all loaded", opened.loaded);
for (const relation of ["conflict", "agree", ""]) await answer(`filter by relation: ${relation || "all"}`, filter, ["relation", relation]);
for (const words of ["sunday", ""]) await answer(`search: ${words || "nothing"}`, filter, ["words", words]);
const second = await page.locator("[name=source] option").nth(2).getAttribute("value");
await answer("filter by source", filter, ["source", second]);
for (const part of ["matrix", "groups", "articles", "graph"]) {
  await answer(`jump to ${part}`, `document.getElementById(argument).scrollIntoView({ behavior: "instant" });`, part);
}
await browser.close();
