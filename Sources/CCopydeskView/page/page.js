"use strict";
// The report of `copydesk view`: plain functions over the records that lie in the page. Nothing is loaded from anywhere.

const LAYERS = ["entities", "quantities", "times", "quotes"];
const VIEWS = { documents: "Documents", names: "Names", quotes: "Quotes", quantities: "Quantities", times: "Times", map: "Map" };
const NUMBERS = new Set(["Amount", "Mentions", "Documents"]); // columns that stand to the right
const STEP = 100; // how many rows are drawn at a time

const $ = (id) => document.getElementById(id);
const docs = $("records").textContent.split("\n").filter(Boolean).map((line) => JSON.parse(line));
const state = { view: "documents", doc: 0, fact: null, search: "", kind: "", pick: null, sort: null, shown: STEP, reading: false,
  layers: new Set(LAYERS) };
const SVG = "http://www.w3.org/2000/svg";

/** An element: its attributes (`on…` are listeners), then its children. */
function el(name, attributes = {}, ...children) {
  const svg = ["svg", "g", "path", "circle", "rect", "text", "title"].includes(name);
  const node = svg ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const textOf = (doc, span) => doc.text.slice(span.start, span.end);
const number = (value) => value.toLocaleString("en", { maximumFractionDigits: 6 });
const speakerOf = (quote) => quote.speaker && (quote.speaker.name || quote.speaker.text);

/** The words round a fact, cut at the sentence or line. */
function context(doc, span, width = 70) {
  const cut = (from, to) => doc.text.slice(Math.max(0, from), to).replace(/\s+/g, " ");
  return `${span.start > width ? "…" : ""}${cut(span.start - width, span.end + width)}${span.end + width < doc.text.length ? "…" : ""}`;
}

function amount(q) {
  const sign = { "=": "", "~": "about ", "<": "under ", ">": "over ", "<=": "up to ", ">=": "at least " }[q.modifier] ?? "";
  if (q.value !== undefined) return sign + number(q.value);
  if (q.low !== undefined && q.high !== undefined) return `${number(q.low)}–${number(q.high)}`;
  const bound = q.low ?? q.high;
  return bound === undefined ? "" : sign + number(bound);
}

/** All facts of a layer with their document. */
const all = (layer) => docs.flatMap((doc, index) => doc[layer].map((fact) => ({ doc, index, fact })));
const once = (make) => { let value; return () => (value ??= make()); };

/** Each thing once: its forms, mentions, documents. */
const things = once(() => {
  const found = new Map();
  for (const { doc, index, fact } of all("entities")) {
    const key = `${fact.type} ${fact.link ?? fact.name}`;
    if (!found.has(key)) found.set(key, { ...fact, forms: new Map(), docs: new Set(), count: 0, first: { index, id: fact.id } });
    const thing = found.get(key);
    const form = textOf(doc, fact);
    thing.forms.set(form, (thing.forms.get(form) ?? 0) + 1);
    thing.docs.add(index);
    thing.count += 1;
    if (thing.lat === undefined && fact.lat !== undefined) Object.assign(thing, { lat: fact.lat, lon: fact.lon });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
});

const quotes = once(() => all("quotes").map((row) => ({ ...row, text: textOf(row.doc, row.fact), who: speakerOf(row.fact) ?? "" })));
const quantities = once(() => all("quantities").map((row) => ({ ...row, text: textOf(row.doc, row.fact),
  size: row.fact.value ?? row.fact.low ?? row.fact.high ?? null })));
const times = once(() => all("times").map((row) => ({ ...row, text: textOf(row.doc, row.fact) }))
  .sort((a, b) => (a.fact.earliest ?? "9999").localeCompare(b.fact.earliest ?? "9999")));
const haystacks = once(() => docs.map((doc) => [doc.id, doc.title, doc.site, doc.text, ...doc.entities.map((e) => e.name)].join(" ").toLowerCase()));

const needle = () => state.search.trim().toLowerCase();
const has = (...strings) => !needle() || strings.join(" ").toLowerCase().includes(needle());

// --- Parts that several views use ---

function show(view, changes = {}) {
  Object.assign(state, { view, search: "", kind: "", pick: null, sort: null, shown: STEP, fact: null, reading: false }, changes);
  $("search").value = state.search;
  remember();
  draw();
  if (view === "documents" && state.fact) document.querySelector(".text .on")?.scrollIntoView({ block: "center" });
  else scrollTo(0, 0);
}

/** Keeps the view in the address. The slash keeps the browser from taking it for the id of an element. */
function remember() {
  const place = state.view === "documents" && state.reading ? [state.view, state.doc, state.fact] : [state.view];
  location.hash = "/" + place.filter((part) => part !== null).join("/");
}

const open = (index, fact = null) => show("documents", { doc: index, fact, reading: true });
const docName = (doc) => doc.title || doc.id;
const goTo = (row, label) => el("button", { class: "go", type: "button", onclick: () => open(row.index, row.fact?.id) }, label ?? docName(row.doc));

function moreButton(total) {
  if (total <= state.shown) return null;
  return el("button", { class: "more", type: "button", onclick: () => { state.shown += STEP * 5; draw(); } },
    `Show more (${number(total - state.shown)} left)`);
}

/** A table whose columns sort; `columns` are [title, value for sorting, cell]. */
function table(rows, columns) {
  if (state.sort) {
    const value = columns[state.sort.column][1];
    const order = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b)));
    rows = [...rows].sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      if (x === null || y === null) return (x === null) - (y === null); // what has no value comes last
      return order(x, y) * (state.sort.down ? -1 : 1);
    });
  }
  const heads = columns.map(([title], column) => {
    const sorted = state.sort?.column === column;
    const press = () => { state.sort = { column, down: sorted ? !state.sort.down : false }; draw(`th:nth-child(${column + 1}) button`); };
    return el("th", { scope: "col", class: NUMBERS.has(title) ? "number" : null, "aria-sort": sorted ? (state.sort.down ? "descending" : "ascending") : null },
      el("button", { type: "button", onclick: press }, title + (sorted ? (state.sort.down ? " ▾" : " ▴") : "")));
  });
  const body = rows.slice(0, state.shown).map((row) => el("tr", {}, ...columns.map(([title, , cell]) => {
    const content = cell(row);
    return el("td", { class: NUMBERS.has(title) ? "number" : null, "data-label": title }, ...[content].flat());
  })));
  return [el("div", { class: "wide" }, el("table", { class: "cards" }, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...body))),
    moreButton(rows.length)];
}

function say(found, total, what) {
  $("count").textContent = found === total ? `${number(total)} ${what}` : `${number(found)} of ${number(total)} ${what}`;
}

function kinds(values, label) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const options = [...counts].filter(([value]) => value).sort((a, b) => b[1] - a[1]);
  $("kind").replaceChildren(el("option", { value: "" }, label), ...options.map(([value, count]) => el("option", { value }, `${value} (${count})`)));
  $("kind").value = state.kind;
  $("kind").hidden = options.length < 2;
}

// --- The views ---

const draws = {
  documents() {
    kinds(docs.map((doc) => doc.language), "All languages");
    const found = docs.map((_, index) => index).filter((index) => {
      if (state.kind && docs[index].language !== state.kind) return false;
      if (state.pick && !state.pick.docs.has(index)) return false;
      return !needle() || haystacks()[index].includes(needle());
    });
    say(found.length, docs.length, "documents");
    if (!state.reading && found.length && !found.includes(state.doc)) state.doc = found[0];
    const items = found.slice(0, state.shown).map((index) => {
      const doc = docs[index];
      const facts = LAYERS.map((layer) => doc[layer].length).reduce((a, b) => a + b, 0);
      const note = [doc.published?.slice(0, 10), doc.language, doc.error ? "failed" : `${facts} facts`].filter(Boolean).join(" · ");
      const press = () => { Object.assign(state, { doc: index, fact: null, reading: true }); remember(); draw(`[data-doc="${index}"]`); if (innerWidth < 768) scrollTo(0, 0); };
      return el("li", {}, el("button", { type: "button", "data-doc": index, "aria-current": index === state.doc ? "true" : null, onclick: press },
        docName(doc), el("small", {}, note)));
    });
    const page = found.length ? reader(docs[state.doc]) : el("p", {}, "No document is like that.");
    return [el("div", { class: `split${state.reading ? " reading" : ""}` },
      el("div", { class: "side" }, el("ul", { class: "list" }, ...items), moreButton(found.length)),
      el("div", { class: "page" }, page))];
  },

  names() {
    kinds(things().map((thing) => thing.type), "All types");
    const found = things().filter((thing) => (!state.kind || thing.type === state.kind) && has(thing.name, ...thing.forms.keys(), thing.link ?? ""));
    say(found.length, things().length, "names");
    const forms = (thing) => [...thing.forms].sort((a, b) => b[1] - a[1]).map(([form, count]) => (count > 1 ? `${form} ×${count}` : form)).join(", ");
    return table(found, [
      ["Name", (t) => t.name, (t) => el("button", { class: "go", type: "button", onclick: () => show("documents", { pick: { docs: t.docs, label: t.name }, doc: t.first.index }) }, t.name)],
      ["Type", (t) => t.type, (t) => t.type],
      ["As written", (t) => t.forms.size, (t) => el("span", {}, forms(t))],
      ["Mentions", (t) => t.count, (t) => number(t.count)],
      ["Documents", (t) => t.docs.size, (t) => number(t.docs.size)],
      ["Link", (t) => t.link ?? null, (t) => (t.link ? linkTo(t.link) : "")],
    ]);
  },

  quotes() {
    kinds(quotes().map((row) => row.fact.kind), "All kinds");
    const base = quotes().filter((row) => (!state.kind || row.fact.kind === state.kind) && has(row.text, row.who));
    const counts = new Map();
    for (const row of base) if (row.who) counts.set(row.who, (counts.get(row.who) ?? 0) + 1);
    const chips = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 16).map(([who, count]) => el("button",
      { type: "button", "data-speaker": who, "aria-pressed": String(state.pick?.label === who),
        onclick: () => { state.pick = state.pick?.label === who ? null : { label: who }; state.shown = STEP; draw(`[data-speaker="${CSS.escape(who)}"]`); } },
      `${who} ${count}`));
    const found = base.filter((row) => !state.pick || row.who === state.pick.label);
    say(found.length, quotes().length, "quotes");
    const cards = found.slice(0, state.shown).map((row) => el("div", { class: "quote" },
      el("strong", {}, row.who || "Unnamed"), row.fact.cue ? ` ${row.fact.cue.text}` : "",
      el("blockquote", { lang: row.doc.language }, row.text),
      el("small", {}, `${row.fact.kind} · ${row.doc.published?.slice(0, 10) ?? "no date"} · `, goTo(row))));
    return [el("div", { class: "chips", role: "group", "aria-label": "Speakers" }, ...chips), ...cards, moreButton(found.length)];
  },

  quantities() {
    kinds(quantities().map((row) => row.fact.dimension), "All kinds");
    const found = quantities().filter((row) => (!state.kind || row.fact.dimension === state.kind) && has(row.text, row.fact.counted ?? "", row.fact.unit ?? "", docName(row.doc)));
    say(found.length, quantities().length, "quantities");
    return table(found, [
      ["Amount", (r) => r.size, (r) => amount(r.fact)],
      ["Unit", (r) => r.fact.unit ?? null, (r) => r.fact.unit ?? ""],
      ["What", (r) => r.fact.counted ?? null, (r) => r.fact.counted ?? ""],
      ["In the text", (r) => r.text, (r) => [goTo(r, r.text), el("small", {}, context(r.doc, r.fact))]],
      ["Document", (r) => docName(r.doc), (r) => docName(r.doc)],
      ["Published", (r) => r.doc.published ?? null, (r) => r.doc.published?.slice(0, 10) ?? ""],
    ]);
  },

  times() {
    kinds(times().map((row) => row.fact.type), "All types");
    const base = times().filter((row) => (!state.kind || row.fact.type === state.kind) && has(row.text, row.fact.value, docName(row.doc)));
    const dated = base.filter((row) => row.fact.earliest && row.fact.latest);
    const found = state.pick ? dated.filter((row) => state.pick.test(row.fact.earliest)) : base;
    say(found.length, times().length, "times");
    return [timeline(dated), ...table(found, [
      ["From", (r) => r.fact.earliest ?? null, (r) => r.fact.earliest ?? ""],
      ["To", (r) => r.fact.latest ?? null, (r) => r.fact.latest ?? ""],
      ["Value", (r) => r.fact.value, (r) => r.fact.value],
      ["Type", (r) => r.fact.type, (r) => r.fact.type],
      ["In the text", (r) => r.text, (r) => [goTo(r, r.text), el("small", {}, context(r.doc, r.fact))]],
      ["Document", (r) => docName(r.doc), (r) => docName(r.doc)],
    ])];
  },

  map() {
    const places = things().filter((thing) => thing.lat !== undefined && thing.lon !== undefined && thing.type !== "NORP");
    kinds(places.map((place) => place.country), "All countries");
    const found = places.filter((place) => (!state.kind || place.country === state.kind) && has(place.name, ...place.forms.keys()));
    say(found.length, places.length, "places");
    return [...map(found), ...table(found, [
      ["Place", (p) => p.name, (p) => el("button", { class: "go", type: "button", onclick: () => show("documents", { pick: { docs: p.docs, label: p.name }, doc: p.first.index }) }, p.name)],
      ["Country", (p) => p.country ?? null, (p) => p.country ?? ""],
      ["Mentions", (p) => p.count, (p) => number(p.count)],
      ["Documents", (p) => p.docs.size, (p) => number(p.docs.size)],
      ["Link", (p) => p.link ?? null, (p) => (p.link ? linkTo(p.link) : "")],
    ])];
  },
};

function linkTo(link) {
  const [scheme, id] = [link.slice(0, link.indexOf(":")), link.slice(link.indexOf(":") + 1)];
  const address = { wikidata: "https://www.wikidata.org/wiki/", geonames: "https://www.geonames.org/" }[scheme];
  return address ? el("a", { href: address + encodeURIComponent(id), rel: "noreferrer noopener", target: "_blank" }, link) : link;
}

// --- A document with its facts ---

function reader(doc) {
  const press = (layer) => { state.layers.has(layer) ? state.layers.delete(layer) : state.layers.add(layer); draw(`[data-layer="${layer}"]`); };
  const switches = LAYERS.map((layer) => el("button", { type: "button", "data-layer": layer, "aria-pressed": String(state.layers.has(layer)), onclick: () => press(layer) },
    el("i", { class: `swatch ${layer}` }), `${VIEWS[layer] ?? "Names"} ${doc[layer].length}`));
  const meta = [doc.site, doc.byline, doc.published, doc.language, doc.id === docName(doc) ? null : doc.id].filter(Boolean).join(" · ");
  const address = doc.url && /^https?:/.test(doc.url) ? el("p", { class: "meta" }, el("a", { href: doc.url, rel: "noreferrer noopener", target: "_blank" }, doc.url)) : null;
  return el("article", { class: [...state.layers].map((layer) => `show-${layer}`).join(" ") },
    el("button", { class: "back", type: "button", onclick: () => { Object.assign(state, { reading: false, fact: null }); remember(); draw(); } }, "← All documents"),
    el("h2", {}, docName(doc)), el("p", { class: "meta" }, meta), address,
    doc.error ? el("p", { class: "failed" }, `This document failed: ${doc.error}`) : null,
    doc.warnings?.length ? el("p", { class: "meta" }, `Warnings: ${doc.warnings.join(", ")}`) : null,
    el("div", { class: "layers", role: "group", "aria-label": "Layers" }, ...switches),
    el("div", { class: "text", lang: doc.language }, ...segments(doc)), details(doc));
}

/** The text cut wherever a fact begins or ends; each piece knows the facts that cover it. */
function segments(doc) {
  const facts = LAYERS.filter((layer) => state.layers.has(layer)).flatMap((layer) => doc[layer].map((fact) => ({ layer, fact, start: fact.start, end: fact.end })));
  for (const quote of state.layers.has("quotes") ? doc.quotes : []) {
    if (quote.speaker) facts.push({ layer: "speaker", fact: quote, start: quote.speaker.start, end: quote.speaker.end });
  }
  const cuts = new Set([0, doc.text.length]);
  for (const { start, end } of facts) cuts.add(start).add(end);
  const edges = [...cuts].sort((a, b) => a - b);
  facts.sort((a, b) => a.start - b.start);
  const pieces = [];
  let open = [], next = 0;
  const seen = new Set();
  for (let edge = 0; edge + 1 < edges.length; edge++) {
    const [start, end] = [edges[edge], edges[edge + 1]];
    open = open.filter((item) => item.end > start);
    while (next < facts.length && facts[next].start <= start) open.push(facts[next++]);
    const text = doc.text.slice(start, end);
    if (!open.length) { pieces.push(text); continue; }
    const ids = open.map((item) => item.fact.id);
    const isNew = open.some((item) => item.layer !== "speaker" && !seen.has(item.fact.id));
    ids.forEach((id) => seen.add(id));
    const classes = new Set(open.map((item) => item.layer));
    if (state.fact && open.some((item) => item.fact.id === state.fact && item.layer !== "speaker")) classes.add("on");
    // The innermost fact is the one that is asked for.
    const inner = open.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a)).fact.id;
    const press = () => { Object.assign(state, { fact: inner, reading: true }); remember(); draw(`.text [data-fact="${inner}"]`); };
    pieces.push(el("span", { class: `f ${[...classes].join(" ")}`, "data-fact": inner, tabindex: isNew ? 0 : null, role: isNew ? "button" : null,
      onclick: press, onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); press(); } } }, text));
  }
  return pieces;
}

/** What is known of the chosen fact and of those that it lies in. */
function details(doc) {
  if (!state.fact) return null;
  const chosen = LAYERS.flatMap((layer) => doc[layer].map((fact) => ({ layer, fact }))).find(({ fact }) => fact.id === state.fact);
  if (!chosen) return null;
  const around = LAYERS.flatMap((layer) => doc[layer].map((fact) => ({ layer, fact })))
    .filter(({ fact }) => fact.start <= chosen.fact.start && fact.end >= chosen.fact.end && fact !== chosen.fact);
  const close = () => { const id = state.fact; state.fact = null; draw(`.text [data-fact="${id}"]`); };
  return el("aside", { id: "facts", "aria-label": "The chosen fact" },
    el("button", { class: "close", type: "button", onclick: close }, "Close"),
    ...[chosen, ...around].map(({ layer, fact }) => sheet(doc, layer, fact)));
}

function sheet(doc, layer, fact) {
  const name = { entities: "Name", quantities: "Quantity", times: "Time", quotes: "Quote" }[layer];
  const text = textOf(doc, fact);
  const rows = [];
  for (const [key, value] of Object.entries(fact)) {
    if (["start", "end"].includes(key)) continue;
    if (key === "speaker") rows.push([key, speakerOf(fact)]);
    else if (key === "cue") rows.push([key, value.text]);
    else if (key === "clause") rows.push([key, textOf(doc, value)]);
    else rows.push([key, key === "link" ? linkTo(value) : Array.isArray(value) ? value.join(", ") : String(value)]);
  }
  return el("section", {}, el("h3", {}, `${name}: ${text.length > 90 ? text.slice(0, 90) + "…" : text}`),
    el("dl", {}, ...rows.flatMap(([key, value]) => [el("dt", {}, key.replace("_", " ")), el("dd", {}, value)])));
}

// --- Timeline and map ---

/** How many times fall into each year, month or day, whichever gives a good number of bars. */
function timeline(rows) {
  if (!rows.length) return el("p", {}, "No time with a date.");
  const bins = (length) => { const counts = new Map(); for (const r of rows) { const key = r.fact.earliest.slice(0, length); counts.set(key, (counts.get(key) ?? 0) + 1); } return counts; };
  const wanted = [bins(10), bins(7), bins(4)].find((counts) => counts.size <= 60) ?? bins(3);
  const bars = [...wanted].sort((a, b) => a[0].localeCompare(b[0]));
  const width = Math.max(280, $("main").clientWidth - 32);
  const [height, gap] = [160, width / bars.length];
  const top = Math.max(...bars.map(([, count]) => count));
  const every = Math.max(1, Math.ceil(bars.length / (width / 80)));
  return el("svg", { class: "bars", viewBox: `0 0 ${width} ${height + 20}`, role: "group", "aria-label": "Timeline" }, ...bars.map(([key, count], index) => {
    const tall = Math.max(2, (count / top) * (height - 6));
    const press = () => { state.pick = state.pick?.label === key ? null : { label: key, test: (day) => day.startsWith(key) }; state.shown = STEP; draw(`[data-bin="${key}"]`); };
    return el("g", { tabindex: 0, role: "button", "data-bin": key, "aria-label": `${key}: ${count}`, "aria-pressed": String(state.pick?.label === key), onclick: press,
      onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); press(); } } },
    el("title", {}, `${key}: ${count}`),
    el("rect", { class: "hit", x: index * gap, y: 0, width: gap, height }),
    el("rect", { x: index * gap + gap * 0.1, y: height - tall, width: Math.max(1, Math.min(gap * 0.8, 40)), height: tall }),
    index % every === 0 ? el("text", { x: index * gap + gap * 0.1, y: height + 15 }, key) : null);
  }));
}

let box = null; // what of the map is seen: x, y, width, height, 50 units a degree

function map(places) {
  const whole = { x: -9000, y: -4200, w: 18000, h: 7200 };
  if (places.length && !box) {
    // The middle nine tenths: one far place does not make all others small.
    const middle = (values) => { const v = values.sort((a, b) => a - b); const cut = Math.floor(v.length * 0.05); return [v[cut], v[v.length - 1 - cut]]; };
    const [west, east] = middle(places.map((p) => p.lon * 50));
    const [north, south] = middle(places.map((p) => -p.lat * 50));
    const w = Math.min(18000, Math.max(600, (east - west) * 1.3));
    const h = Math.min(7200, Math.max(w * 0.4, (south - north) * 1.3));
    box = { x: (west + east) / 2 - w / 2, y: (north + south) / 2 - h / 2, w, h };
  }
  box ??= { ...whole };
  const svg = el("svg", { id: "map", role: "group", "aria-label": "Map of the places", tabindex: 0 });
  const dots = places.slice(0, 2000).map((place) => {
    const press = () => { state.pick = { label: place.name }; document.querySelectorAll("#map circle").forEach((c) => c.classList.toggle("on", c === dot)); $("place").replaceChildren(
      el("strong", {}, place.name), ` ${place.country ?? ""} · ${place.count} mentions in ${place.docs.size} documents `,
      el("button", { type: "button", onclick: () => show("documents", { pick: { docs: place.docs, label: place.name }, doc: place.first.index }) }, "Show them")); };
    const dot = el("circle", { cx: place.lon * 50, cy: -place.lat * 50, tabindex: 0, role: "button", "aria-label": `${place.name}: ${place.count}`, "data-size": place.count, onclick: press,
      onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); press(); } } }, el("title", {}, `${place.name}: ${place.count}`));
    return dot;
  });
  svg.append(el("path", { d: $("outline").textContent }), ...dots);
  const fit = () => {
    svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.w} ${box.h}`);
    const unit = Math.max(box.w / (svg.clientWidth || 900), box.h / (svg.clientHeight || 500));
    for (const dot of dots) dot.setAttribute("r", unit * Math.min(18, 4 + 2 * Math.sqrt(dot.dataset.size)));
  };
  const zoom = (factor, x = box.x + box.w / 2, y = box.y + box.h / 2) => {
    const w = Math.min(18000, Math.max(60, box.w * factor));
    const real = w / box.w;
    box = { x: x - (x - box.x) * real, y: y - (y - box.y) * real, w, h: box.h * real };
    fit();
  };
  const move = (dx, dy) => { box.x += dx * box.w; box.y += dy * box.h; fit(); };
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    zoom(event.deltaY > 0 ? 1.25 : 0.8, point.x, point.y);
  }, { passive: false });
  let last = null;
  svg.addEventListener("pointerdown", (event) => { if (event.target.tagName !== "circle") { last = event; svg.setPointerCapture(event.pointerId); } });
  svg.addEventListener("pointermove", (event) => {
    if (!last) return;
    const scale = 1 / svg.getScreenCTM().a;
    box.x -= (event.clientX - last.clientX) * scale;
    box.y -= (event.clientY - last.clientY) * scale;
    last = event;
    fit();
  });
  svg.addEventListener("pointerup", () => { last = null; });
  svg.addEventListener("keydown", (event) => {
    const keys = { "+": () => zoom(0.7), "=": () => zoom(0.7), "-": () => zoom(1.4), ArrowLeft: () => move(-0.1, 0), ArrowRight: () => move(0.1, 0), ArrowUp: () => move(0, -0.1), ArrowDown: () => move(0, 0.1) };
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  requestAnimationFrame(fit);
  const button = (label, name, press) => el("button", { type: "button", "aria-label": name, onclick: press }, label);
  return [svg, el("div", { class: "layers" }, button("+", "Zoom in", () => zoom(0.6)), button("−", "Zoom out", () => zoom(1.7)),
    button("World", "Whole world", () => { box = { ...whole }; fit(); }), el("span", { id: "place", role: "status" }))];
}

// --- Drawing ---

/** Draws the view again; `focus` says where the keyboard stays. */
function draw(focus) {
  $("tabs").replaceChildren(...Object.entries(VIEWS).map(([view, label]) => el("button",
    { type: "button", "data-view": view, "aria-current": state.view === view ? "page" : null, onclick: () => { show(view); document.querySelector(`[data-view="${view}"]`).focus(); } }, label)));
  $("main").replaceChildren(...draws[state.view]().filter(Boolean));
  const picked = state.pick && state.view !== "map";
  $("clear").hidden = !picked;
  if (picked) $("clear").textContent = `${state.pick.label} ✕`;
  if (focus) document.querySelector(focus)?.focus({ preventScroll: true });
}

function restore() {
  const [view, doc, fact] = location.hash.slice(2).split("/");
  if (!(view in VIEWS)) return;
  const index = Number(doc);
  Object.assign(state, { view }, doc && docs[index] ? { doc: index, reading: true, fact: fact ?? null } : { reading: false });
}

$("summary").textContent = `${number(docs.length)} documents · ${number(LAYERS.reduce((sum, layer) => sum + all(layer).length, 0))} facts`;
if ($("note").textContent) $("summary").after(" ", el("strong", { id: "left-out" }, `(${$("note").textContent})`));
$("search").addEventListener("input", () => { state.search = $("search").value; state.shown = STEP; state.fact = null; draw(); });
$("kind").addEventListener("change", () => { state.kind = $("kind").value; state.shown = STEP; draw(); });
$("clear").addEventListener("click", () => { state.pick = null; draw("#search"); });
addEventListener("popstate", () => { restore(); draw(); });
addEventListener("keydown", (event) => {
  if (event.key === "/" && !/^(INPUT|SELECT)$/.test(document.activeElement.tagName)) { event.preventDefault(); $("search").focus(); }
  if (event.key === "Escape" && state.fact) { const id = state.fact; state.fact = null; draw(`.text [data-fact="${id}"]`); }
});
restore();
draw();
