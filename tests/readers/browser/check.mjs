// Opens HTML reports in headless Chromium: no error, no request leaves the file, links, filters and keys work, everything is
// accessible, in light and dark, on a desk and on a phone, with and without JavaScript.
//
// Usage: node check.mjs REPORT.html... [--pictures FOLDER]

import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// Everything is checked once; elsewhere what can be different there, since checking a long page takes a minute.
const screens = [
  { name: "desk", width: 1280, height: 900, scheme: "light", rules: standards },
  { name: "dark", width: 1280, height: 900, scheme: "dark", rules: ["color-contrast"] },
  { name: "phone", width: 390, height: 844, scheme: "light", rules: ["target-size", "scrollable-region-focusable", "meta-viewport"] },
];

const problems = [];
const expect = (holds, what) => { if (!holds) problems.push(what); };

async function open(browser, file, screen, scripts = true) {
  const context = await browser.newContext({
    viewport: { width: screen.width, height: screen.height },
    colorScheme: screen.scheme,
    javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  const where = `${basename(file)} (${screen.name})`;
  page.on("console", (message) => problems.push(`${where}: console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`${where}: ${error.message}`));
  page.on("dialog", (dialog) => { problems.push(`${where}: a dialog opened: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => {
    const url = request.url();
    if (url.split("#")[0] !== pathToFileURL(file).href && !url.startsWith("data:")) problems.push(`${where}: request to ${url}`);
  });
  const begun = Date.now();
  await page.goto(pathToFileURL(file).href);
  return { context, page, where, took: Date.now() - begun };
}

async function accessible(page, where, rules) {
  // Everything is opened where all is checked, else the first fold of each kind: the others look the same.
  await page.evaluate((all) => {
    const kinds = new Set();
    for (const fold of document.querySelectorAll("details")) {
      fold.open = all || !kinds.has(fold.className);
      kinds.add(fold.className);
    }
    // Scrolled, the bar at the top covers a part of whatever passes under it, which is then said to be too small.
    scrollTo(0, 0);
  }, rules === standards);
  // What is far off the screen is not laid out, and its place a guess, which can lie upon its neighbours.
  await page.addStyleTag({ content: "* { content-visibility: visible !important; }" });
  await page.evaluate(axe);
  const { violations } = await page.evaluate((rules) => window.axe.run(document, { runOnly: rules, resultTypes: ["violations"] }), rules);
  for (const found of violations) problems.push(`${where}: ${found.id} (${found.nodes.length}): ${found.nodes[0].html}`);
}

const visible = (page) => page.locator("#findings .card:not([hidden])").count();

async function filters(page, where) {
  const all = await visible(page);
  const relations = ["conflict", "diverge", "paraphrase", "agree"];
  let sum = 0;
  for (const relation of relations) {
    await page.selectOption("[name=relation]", relation);
    await page.waitForTimeout(120);
    const shown = await visible(page);
    const expected = await page.locator(`#findings .card[data-r=${relation}]`).count();
    expect(shown === expected, `${where}: the filter for ${relation} shows ${shown} of ${expected}`);
    sum += shown;
  }
  expect(sum === all, `${where}: the relations sum to ${sum} of ${all}`);
  await page.keyboard.press("Escape");
  await page.waitForTimeout(120);
  expect(await visible(page) === all, `${where}: Escape does not clear the filters`);
  if (all === 0) return;
  const id = await page.locator("#findings .card").first().getAttribute("id");
  await page.keyboard.press("/");
  await page.keyboard.type(id);
  await page.waitForTimeout(150);
  expect(await visible(page) === 1, `${where}: searching an id does not find one link`);
  await page.keyboard.press("Escape");
  await page.waitForTimeout(120);
  await page.keyboard.press("j");
  const focused = await page.evaluate(() => document.activeElement.className);
  expect(focused.includes("card"), `${where}: j does not move to a finding`);
  await page.keyboard.press("o");
  const open = await page.evaluate(() => document.activeElement.querySelector(".why").open);
  expect(open, `${where}: o does not open the explanation`);
}

async function deepLink(page, where) {
  const last = page.locator("#findings .card").last();
  if (await last.count() === 0) return;
  const id = await last.getAttribute("id");
  await page.evaluate((id) => { location.hash = id; }, id);
  await page.waitForTimeout(400);
  expect(await page.locator(`#${id}`).isVisible(), `${where}: #${id} does not show its finding`);
  expect(await onScreen(page, `#${id}`), `${where}: #${id} leads to another place of the page`);
}

// Whether the beginning of a place is on the screen, below the bar.
const onScreen = (page, selector) => page.evaluate((selector) => {
  const bar = document.querySelector(".bar").offsetHeight;
  const top = document.querySelector(selector).getBoundingClientRect().top;
  return top >= bar / 2 && top < innerHeight;
}, selector);

// Every entry of the bar leads to its part, however long the parts before it are.
async function navigation(page, where) {
  for (const entry of await page.locator(".bar a").all()) {
    const place = await entry.getAttribute("href");
    await entry.click();
    await page.waitForTimeout(250);
    expect(await onScreen(page, `${place} h2`), `${where}: the entry ${place} of the bar leads elsewhere`);
  }
}

async function sums(page, where) {
  const wrong = await page.evaluate(() => [...document.querySelectorAll(".sum")].filter((list) => {
    const numbers = [...list.querySelectorAll("li:not(.legend, .threshold, .total) b")].map((bits) => Number(bits.textContent));
    const total = Number(list.querySelector(".total b").textContent);
    return numbers.length < 2 || Math.abs(numbers.reduce((sum, number) => sum + number, 0) - total) > 0.005 * (numbers.length + 1);
  }).length);
  expect(wrong === 0, `${where}: ${wrong} explanations do not sum to their score`);
}

async function withoutScripts(browser, file) {
  const { context, page, where } = await open(browser, file, screens[0], false);
  expect(await page.locator("#filters").isHidden(), `${where}: filters are shown that cannot work`);
  const why = page.locator(".why > summary").first();
  if (await why.count()) {
    if (!(await why.isVisible())) await page.locator("#accords > .fold > summary").click();
    await why.click();
    expect(await page.locator(".why .sum").first().isVisible(), `${where}: an explanation does not open without scripts`);
  }
  await context.close();
}

const given = process.argv.slice(2);
const at = given.indexOf("--pictures");
const pictures = at < 0 ? null : given.splice(at, 2)[1];
const browser = await chromium.launch({ executablePath: browserPath, args: flags });
for (const file of given.map((path) => resolve(path))) {
  for (const screen of screens) {
    const begun = Date.now();
    const { context, page, where, took } = await open(browser, file, screen);
    if (pictures) await page.screenshot({ path: `${pictures}/${basename(file, ".html")}-${screen.name}.png` });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow <= 0, `${where}: the page is ${overflow} pixels wider than the screen`);
    await filters(page, where);
    await deepLink(page, where);
    await navigation(page, where);
    await sums(page, where);
    await accessible(page, where, screen.rules);
    await context.close();
    console.log(`${where}: opened in ${took} ms, checked in ${Date.now() - begun} ms`);
  }
  await withoutScripts(browser, file);
}
await browser.close();
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? "all is well" : `${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
