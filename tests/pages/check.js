// Loads each page in a frame, asks it for what a reader would stumble over, and sends the answer back.
// Only what we put on the page is held against a contrast: the colours of links, code and heads of tables are the theme's.
"use strict";

const OURS = "[class^='archdoc']";
// Tables of records, changes, coverage and links have no class: their heads tell them.
const TABLES = "table:has(th > span[style*='text-align: start'])";
const WORDS = `${OURS}, :is(${TABLES}) td`;
// What mdBook writes and we cannot mend: wide code and tables scroll without a focus, boxes of lists of tasks have no labels.
const EXCUSED = { "scrollable-region-focusable": ".table-wrapper, pre, pre > code", label: "li > input[type='checkbox']" };
const problems = [];
const counts = { pages: 0, tables: 0, links: 0, texts: 0 };
const ours = [];
let least = 99;
// Of the links among our words, whose colour is the theme's: told and not held against anything.
const linked = Object.fromEntries(ASKED.themes.map((theme) => [theme, 99]));

const load = (page, width, theme) =>
  new Promise((resolve) => {
    localStorage.setItem("mdbook-theme", theme);
    localStorage.setItem("mdbook-sidebar", "hidden");
    document.querySelector("iframe")?.remove();
    const frame = document.createElement("iframe");
    frame.style = `border:0;width:${width}px;height:900px`;
    frame.onload = () => setTimeout(() => resolve(frame.contentWindow), 30);
    frame.src = "/" + page;
    document.body.append(frame);
  });

const numbers = (colour) => {
  const parts = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
  // Mixed colours count from 0 to 1.
  const whole = colour.startsWith("color(") ? parts.map((part, at) => (at < 3 ? part * 255 : part)) : parts;
  return whole.length === 3 ? [...whole, 1] : whole;
};

const over = (top, below) =>
  [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);

const luminance = ([r, g, b]) => {
  const linear = [r, g, b].map((v) => {
    const c = v / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
};

const contrast = (a, b) => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

const background = (element, win) => {
  const layers = [];
  for (let at = element; at; at = at.parentElement) {
    const layer = numbers(win.getComputedStyle(at).backgroundColor);
    layers.push(layer);
    if (layer[3] === 1) break;
  }
  return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
};

const checkContrast = (win, page, theme) => {
  for (const part of win.document.querySelectorAll(`main :is(${WORDS})`)) {
    const walker = win.document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || element.closest("code, th")) continue;
      const below = background(element, win);
      const ratio = contrast(over(numbers(win.getComputedStyle(element).color), below), below);
      if (element.closest("a:not(.archdoc-adr-graph a)")) {
        linked[theme] = Math.min(linked[theme], ratio);
        continue;
      }
      counts.texts += 1;
      least = Math.min(least, ratio);
      if (ratio < 4.5) {
        const words = walker.currentNode.data.trim().slice(0, 30);
        problems.push(`${page}: contrast ${ratio.toFixed(2)} of "${words}" in ${theme}`);
      }
    }
  }
};

const checkWidth = (win, page) => {
  const root = win.document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    problems.push(`${page}: ${root.scrollWidth} px wide on a screen of ${root.clientWidth}`);
  }
  for (const part of win.document.querySelectorAll(`main ${OURS}`)) {
    const scrolled = part.closest(".table-wrapper, pre");
    const edge = win.document.querySelector("main").getBoundingClientRect().right;
    const right = part.getBoundingClientRect().right;
    if (!scrolled && right > edge + 1) {
      problems.push(`${page}: <${part.localName} class="${part.classList[0]}"> is cut at 390 px`);
    }
  }
  // More than two columns are there because somebody asked for them.
  for (const table of win.document.querySelectorAll(TABLES)) {
    const box = table.closest(".table-wrapper") ?? table.parentElement;
    if (table.querySelectorAll("th").length <= 2 && box.scrollWidth > box.clientWidth + 1) {
      const words = table.textContent.trim().replace(/\s+/g, " ").slice(0, 30);
      problems.push(`${page}: the table "${words}" is ${box.scrollWidth} px wide and ${box.clientWidth} px are seen`);
    }
  }
};

// Paper does not scroll: whatever is wider than its box there is cut. A4 between Chromium's margins is 717 px wide.
const checkPrint = async (win, page) => {
  const sheets = [...win.document.querySelectorAll("link[media='print']")];
  for (const sheet of sheets) sheet.media = "all";
  await new Promise((resolve) => setTimeout(resolve, 30));
  for (const box of win.document.querySelectorAll(`main :is(.table-wrapper, ${OURS}, [style*='position: relative'])`)) {
    const wide = win.getComputedStyle(box).display !== "inline";
    if (wide && box.scrollWidth > box.clientWidth + 1) {
      const words = box.textContent.trim().replace(/\s+/g, " ").slice(0, 30);
      problems.push(`${page}: "${words}" is ${box.scrollWidth} px wide and ${box.clientWidth} px are printed`);
    }
  }
};

const checkStructure = (win, page) => {
  const main = win.document.querySelector("main");
  let above = 0;
  for (const heading of main.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const level = Number(heading.localName[1]);
    if (above && level > above + 1) {
      problems.push(`${page}: a heading of level ${level} below one of level ${above}: ${heading.textContent.trim()}`);
    }
    above = level;
  }
  for (const table of main.querySelectorAll("table")) {
    counts.tables += 1;
    if (!table.querySelector("th")) problems.push(`${page}: a table without headers`);
  }
  for (const link of main.querySelectorAll("a[href]")) {
    counts.links += 1;
    const name = link.textContent.trim() || link.getAttribute("aria-label") || link.querySelector("[alt]")?.alt;
    if (!name) problems.push(`${page}: a link without a name to ${link.getAttribute("href")}`);
  }
};

const checkAxe = async (win, page) => {
  if (!window.axe) return;
  const script = win.document.createElement("script");
  script.src = "/__axe.js";
  await new Promise((resolve) => ((script.onload = resolve), win.document.head.append(script)));
  // What has a contrast of ours is looked at above in five themes; the colours of the rest are the theme's.
  const rules = { "color-contrast": { enabled: false } };
  const result = await win.axe.run(win.document.querySelector("main"), { rules });
  const ours = ({ id, nodes }) =>
    nodes.filter(({ target }) => !(EXCUSED[id] && win.document.querySelector(target[0])?.matches(EXCUSED[id])));
  const grave = result.violations.filter((one) => ["serious", "critical"].includes(one.impact));
  for (const one of grave) {
    const [first] = ours(one);
    if (first) problems.push(`${page}: axe ${one.id}: ${first.html.slice(0, 120)}`);
  }
};

const run = async () => {
  for (const page of ASKED.pages) {
    counts.pages += 1;
    let win = await load(page, 390, "light");
    if (!win.document.querySelector("main")) continue;
    checkWidth(win, page);
    checkStructure(win, page);
    await checkAxe(win, page);
    if (!win.document.querySelector(`main :is(${WORDS})`)) continue;
    ours.push(page);
    await checkPrint(await load(page, 717, "light"), page);
    for (const theme of ASKED.themes) {
      win = await load(page, 1200, theme);
      checkContrast(win, page, theme);
    }
  }
};

run()
  .catch((error) => problems.push(`the check failed: ${error.stack}`))
  .then(() => {
    const told = (ratio) => (ratio === 99 ? null : ratio.toFixed(2));
    const links = Object.entries(linked).map(([theme, ratio]) => [theme, told(ratio)]);
    const body = JSON.stringify({ problems, counts, ours, contrast: told(least), links });
    return fetch("/__result", { method: "POST", body });
  });
