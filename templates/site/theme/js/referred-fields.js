// The control of a question, and the answer that it holds: undefined where there is none yet, null for "I do not know".

const RADIOS = 7; // a longer choice is a list that opens
const MOST = 10;
export const DAY = 24 * 60;
const SCALES = { milligrams: 1000, cents: 100 };
let made = 0;

/** How many of the unit that a policy counts in make one of the unit that is written. */
export function scaleOf(fact) {
  return SCALES[fact.unit] ?? 1;
}

/** An element with what is in it; text is text, whatever it holds. */
export function make(tag, given = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === false) continue;
    if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...inside);
  return element;
}

/** The control for a fact, or for how many entries a list has: `element`, and `read()`, which throws what is to be said. */
export function control(words, fact, question, { fewest = 0, on } = {}) {
  if (!fact) return counted(words, question, fewest);
  const kinds = { yes_no: yesNo, choice, number, date };
  return kinds[fact.type](words, question, fact, on);
}

/** Options as radio buttons, or as a list that opens; `options` are pairs of value and label. */
export function choices(words, question, options, long = options.length > RADIOS) {
  const all = [...options, [null, words.unknown]];
  return long ? select(words, question, all) : radios(question, all);
}

function yesNo(words, question) {
  return choices(words, question, [[true, words.yes], [false, words.no]]);
}

function choice(words, question, fact) {
  return choices(words, question, Object.entries(fact.options).map(([id, label]) => [id, words.questions[label] ?? { text: label, own: true }]));
}

function counted(words, question, fewest) {
  const numbers = Array.from({ length: MOST + 1 - fewest }, (_, place) => [place + fewest, String(place + fewest)]);
  return choices(words, question, numbers, true);
}

function radios(question, options) {
  const name = `question-${(made += 1)}`;
  const inputs = options.map((_, place) => make("input", { type: "radio", name, value: String(place), autocomplete: "off" }));
  const labels = options.map(([, label], place) => make("label", {}, inputs[place], shown(label)));
  const element = make("fieldset", {}, make("legend", {}, ...question), ...labels);
  const read = () => options[inputs.findIndex((one) => one.checked)]?.[0];
  return { element, read, first: inputs[0] };
}

function select(words, question, options) {
  const id = `question-${(made += 1)}`;
  const entries = options.map(([, label], place) => make("option", { value: String(place), lang: label.own && words.foreign }, label.text ?? label));
  const field = make("select", { id, autocomplete: "off" }, make("option", { value: "" }, words.choose), ...entries);
  const element = make("div", { class: "field" }, make("label", { for: id }, ...question), field);
  const read = () => (field.value === "" ? undefined : options[Number(field.value)][0]);
  return { element, read, first: field };
}

function shown(label) {
  return label.own ? foreign(label.text) : label;
}

/** The program's own words, which are in English on a page in another language. */
export function foreign(text) {
  return document.documentElement.lang === "en" ? text : make("span", { lang: "en" }, text);
}

function number(words, question, fact) {
  if (fact.unit === "minutes_of_the_week") return timeOfWeek(words, question);
  const scale = scaleOf(fact);
  const input = make("input", { type: "text", inputmode: scale > 1 ? "decimal" : "numeric", size: "8" });
  const check = (text) => {
    const value = Math.round(Number(text.replace(",", ".")) * scale);
    const form = scale > 1 ? /^[0-9]{1,9}([.,][0-9]+)?$/ : /^[0-9]{1,9}$/;
    if (!form.test(text) || value > (fact.at_most ?? Infinity)) throw new Error(scale > 1 ? words.write_number : words.write_whole);
    return value;
  };
  return written(words, question, [input], () => input.value.trim(), check, words.units[fact.unit]);
}

function date(words, question, _, on) {
  const input = make("input", { type: "date", max: on });
  const check = (text) => {
    if (text > on) throw new Error(words.write_past);
    return text;
  };
  return written(words, question, [input], () => input.value, check, "");
}

function timeOfWeek(words, question) {
  const day = make("select", { "aria-label": words.day }, make("option", { value: "" }, words.choose),
    ...words.days.map((name, place) => make("option", { value: String(place) }, name)));
  const time = make("input", { type: "time", "aria-label": words.time });
  const check = (text) => {
    const found = /^([0-6]) ([0-9]{2}):([0-9]{2})$/.exec(text);
    if (!found) throw new Error(words.write_time);
    return Number(found[1]) * DAY + Number(found[2]) * 60 + Number(found[3]);
  };
  return written(words, question, [day, time], () => `${day.value} ${time.value}`.trim(), check, "");
}

/** What is written, with a box for whoever does not know it. */
function written(words, question, inputs, text, check, unit) {
  const id = `question-${(made += 1)}`;
  inputs[0].id = id;
  for (const one of inputs) one.autocomplete = "off";
  const box = make("input", { type: "checkbox", autocomplete: "off" });
  const label = inputs.length > 1 ? make("legend", {}, ...question) : make("label", { for: id }, ...question);
  const element = make(inputs.length > 1 ? "fieldset" : "div", { class: "field" }, label, ...inputs, unit ? ` ${unit}` : "",
    make("label", {}, box, words.unknown));
  const read = () => (box.checked ? null : text() === "" ? undefined : check(text()));
  return { element, read, first: inputs[0] };
}
