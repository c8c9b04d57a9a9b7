"use strict";
(() => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = find("#filters");
  const cards = all(".card").map((card) => ({ card, text: null }));
  const chords = all(".chords [data-id]");
  const holds = (list, wanted) => !wanted || list.split(" ").includes(wanted);
  const text = (entry) => entry.text ??= (entry.card.id + " " + entry.card.textContent).toLowerCase();

  // Opens whatever is folded around a place, so that a deep link can show it.
  const reveal = (place) => {
    for (let fold = place?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (place?.matches("details")) place.open = true;
  };
  // What is far off is laid out only when it comes near, which moves all that stands below it: goes on until the place stays.
  const show = (place, tries = 10) => {
    const block = place.offsetHeight > innerHeight / 2 ? "start" : "center";
    place.scrollIntoView({ block });
    const top = place.getBoundingClientRect().top;
    const stays = () => place.getBoundingClientRect().top === top || tries === 0 || show(place, tries - 1);
    requestAnimationFrame(() => requestAnimationFrame(stays));
  };
  const follow = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place) return;
    if (place.matches(".card[hidden]")) { form.reset(); filter(); }
    if (place.closest(".text[hidden]")) choose(place.closest(".text").id, true);
    reveal(place);
    show(place);
    if (place.matches(".card")) place.focus({ preventScroll: true });
  };

  const filter = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const words = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
    const filtered = words.length > 0 || wanted.relation || wanted.kind || wanted.source || wanted.lineage;
    let matches = 0;
    for (const entry of cards) {
      const { r, k, s, l } = entry.card.dataset;
      const shown = (!wanted.relation || r === wanted.relation) && holds(k, wanted.kind) && holds(s, wanted.source)
        && holds(l, wanted.lineage) && words.every((word) => text(entry).includes(word));
      entry.card.hidden = !shown;
      if (shown) matches += 1;
    }
    const found = new Set(cards.filter(({ card }) => !card.hidden).map(({ card }) => card.id));
    for (const chord of chords) chord.toggleAttribute("hidden", filtered && !found.has(chord.dataset.id));
    find("#found").textContent = filtered ? `${matches} of ${cards.length}` : "";
    if (filtered) for (const fold of all("#accords > .fold")) fold.open = !!find(".card:not([hidden])", fold);
    for (const fold of all(".fold.alone")) fold.hidden = !holds(fold.dataset.s, wanted.source) || !holds(fold.dataset.l, wanted.lineage);
  };
  form.hidden = false;
  let waiting;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 60); });
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => { event.preventDefault(); filter(); });

  const step = (by) => {
    const shown = cards.map((entry) => entry.card).filter((card) => card.offsetParent);
    const at = shown.indexOf(document.activeElement.closest(".card"));
    const next = shown[at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)];
    next?.focus({ preventScroll: true });
    if (next) show(next);
  };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    o: () => { const why = find(".why", document.activeElement.closest(".card") ?? document.createElement("i")); if (why) why.open = !why.open; },
    "/": () => form.elements.words.focus(),
    Escape: () => { form.reset(); document.activeElement.blur(); },
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select, textarea");
    if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== "Escape") || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  // Every wording of a group, word by word against the one that the reader picks.
  const split = (text) => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
  const compare = (old, now) => {
    const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
    for (let i = old.length - 1; i >= 0; i--) for (let j = now.length - 1; j >= 0; j--)
      lengths[i][j] = old[i] === now[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    const steps = [];
    const add = (kind, word) => { if (steps.at(-1)?.[0] === kind) steps.at(-1)[1] += word; else steps.push([kind, word]); };
    let i = 0, j = 0;
    while (i < old.length || j < now.length) {
      if (i < old.length && j < now.length && old[i] === now[j]) { add("", old[i]); i++; j++; }
      else if (j >= now.length || (i < old.length && lengths[i + 1][j] >= lengths[i][j + 1])) add("del", old[i++]);
      else add("ins", now[j++]);
    }
    return steps;
  };
  const against = (quotes, base) => {
    const old = split(base.dataset.text);
    for (const quote of quotes) {
      const steps = quote === base ? [["", quote.dataset.text]] : compare(old, split(quote.dataset.text));
      quote.replaceChildren(...steps.map(([kind, words]) => {
        if (!kind) return document.createTextNode(words);
        const element = document.createElement(kind);
        element.textContent = words;
        return element;
      }));
    }
  };
  for (const group of all(".group")) {
    const quotes = all("blockquote", group);
    if (quotes.length < 2) continue;
    for (const quote of quotes) quote.dataset.text ??= quote.textContent;
    quotes.forEach((quote, position) => {
      const label = document.createElement("label");
      label.className = "pick";
      const radio = document.createElement("input");
      radio.type = "radio";
      radio.name = `base-${group.id}`;
      radio.checked = position === 0;
      radio.addEventListener("change", () => against(quotes, quote));
      label.append(radio, " compare with this");
      quote.nextElementSibling.append(" ", label);
    });
  }

  // The articles side by side: up to four, with a line to every partner of the sentence in focus.
  const boxes = all("#choice input");
  const texts = all(".text");
  const most = 4;
  const arrange = () => {
    for (const box of boxes) document.getElementById(box.value).hidden = !box.checked;
    const full = boxes.filter((box) => box.checked).length >= most;
    for (const box of boxes) box.disabled = full && !box.checked;
    draw();
  };
  const choose = (id) => {
    const chosen = boxes.filter((box) => box.checked);
    if (chosen.length >= most) chosen[chosen.length - 1].checked = false;
    const box = boxes.find((box) => box.value === id);
    if (box) box.checked = true;
    arrange();
  };
  // Where the other ends of a sentence's links stand, and what these are.
  const partners = (unit) => {
    const told = all(".threads a", unit).map((thread) => [thread.dataset.to, thread.className]);
    const more = find(".threads", unit)?.dataset.more?.split(" ") ?? [];
    for (let at = 0; at < more.length; at += 2) told.push(more.slice(at, at + 2));
    return told;
  };
  const board = find("#threads");
  let lit = null;
  const draw = () => {
    board.replaceChildren();
    for (const unit of all(".unit.lit")) unit.classList.remove("lit");
    if (!lit) return;
    const frame = find("#synopsis").getBoundingClientRect();
    const from = lit.getBoundingClientRect();
    for (const [place, sign] of partners(lit)) {
      const partner = document.getElementById(place);
      if (!partner?.offsetParent) continue;
      const to = partner.getBoundingClientRect();
      const right = to.left > from.left;
      const x1 = (right ? from.right : from.left) - frame.left, y1 = from.top + from.height / 2 - frame.top;
      const x2 = (right ? to.left : to.right) - frame.left, y2 = to.top + to.height / 2 - frame.top;
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", `M${x1},${y1}C${(x1 + x2) / 2},${y1} ${(x1 + x2) / 2},${y2} ${x2},${y2}`);
      path.setAttribute("class", sign);
      board.append(path);
      partner.classList.add("lit");
    }
    lit.classList.add("lit");
  };
  const light = (event) => {
    const unit = event.target.closest?.(".unit:not(.zone)");
    if (unit && unit !== lit) { lit = unit; draw(); }
  };
  find("#choice").hidden = boxes.length < 2;
  boxes.forEach((box, position) => { box.checked = position < Math.min(most, innerWidth < 1100 ? 2 : 3); });
  find("#choice").addEventListener("change", arrange);
  find("#synopsis").addEventListener("mouseover", light);
  find("#synopsis").addEventListener("focusin", light);
  addEventListener("resize", draw);
  arrange();

  find(".chords")?.addEventListener("click", (event) => { if (event.target.dataset.id) location.hash = event.target.dataset.id; });
  addEventListener("hashchange", follow);
  if (location.hash) follow();
})();
