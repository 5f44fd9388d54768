// What the answers come to, in plain words: what it means, whose decision it is, and what nobody is promised.
import { foreign, make } from "./referred-fields.js";

/** The view of a public decision; without one, the way by which the person comes is not known. */
export function outcome(words, policy, state, decision, actions) {
  const kind = decision?.outcome ?? "no_pathway";
  const only = kind === "needs_information" && decision.agencies && !openOf(state, decision).length ? "agencies" : kind;
  const heading = make("h2", { tabIndex: -1 }, words.outcomes[only].title);
  const parts = [make("p", {}, words.outcomes[only].text)];
  if (decision) parts.push(...details(words, policy, state, decision, actions));
  const box = make("div", { class: "outcome" }, heading, ...parts);
  const element = make("section", { class: "step" }, box, ...after(words, policy, state));
  return { element, heading, outcome: kind };
}

/** The public questions that are not answered, or that the reader does not know. */
function openOf(state, decision) {
  return decision.missing.filter((name) => (state.answers.get(name) ?? null) === null);
}

function* details(words, policy, state, decision, actions) {
  const rules = new Map(policy.rules.map((rule) => [rule.id, rule]));
  const undecided = decision.outcome === "needs_information";
  const bars = undecided ? decision.presumed.map((rule) => ({ rule, charge: null, said: "" })) : decision.reasons;
  if (bars.length) {
    yield make("h3", {}, undecided ? words.presumed : words.why);
    yield list(bars.map((one) => reason(words, rules, one, decision, policy, state, actions)));
  }
  if (decision.charges.length > 1) {
    yield make("h3", {}, words.each_charge);
    yield list(decision.charges.map((each, place) => [`${actions.entry("charge", place + 1)}${offence(words, policy, state, place + 1)}: ${words.short[each]}`]));
  }
  const open = undecided ? openOf(state, decision) : [];
  if (open.length) {
    yield make("h3", {}, words.open_questions);
    yield list(open.map((name) => actions.question(name)));
  }
  if (decision.agencies) yield make("p", {}, words.agencies_check);
  if (decision.weighed.length) {
    yield make("h3", {}, words.weighed);
    yield list(decision.weighed.map((id) => [foreign(rules.get(id).text)]));
  }
}

function reason(words, rules, one, decision, policy, state, actions) {
  const rule = rules.get(one.rule);
  const said = [rule?.text, one.said].filter((each, place, all) => each && all.indexOf(each) === place).join(" ");
  const parts = [];
  if (one.charge && decision.charges.length > 1) parts.push(`${actions.entry("charge", one.charge)}: `);
  parts.push(said ? foreign(said) : words.not_told);
  if (rule?.citations?.length) parts.push(" (", foreign(rule.citations.join(", ")), ")");
  if (rule?.strength === "presumptive") parts.push(" ", ...discretion(words, decision, one));
  return parts;
}

/** Who may set a presumption aside, as far as the program says it. */
function discretion(words, decision, one) {
  const whose = decision.whose.filter((each) => each.rule === one.rule && (one.charge === null || each.charge === null || each.charge === one.charge));
  const names = [...new Set(whose.map((each) => words.names[each.by] ?? each.by.replaceAll("_", " ")))];
  if (!names.length) return [words.nobody_named];
  return [words.may_decide, " ", foreign(names.join("; ")), "."];
}

function offence(words, policy, state, number) {
  const id = state.answers.get(`charges.${number}.offence`);
  const label = policy.collections?.charges?.facts.offence?.options?.[id];
  return label ? ` (${words.questions[label] ?? label})` : "";
}

function list(items) {
  return make("ul", {}, ...items.map((parts) => make("li", {}, ...parts)));
}

/** What holds whatever the outcome is. */
function* after(words, policy, state) {
  yield make("p", {}, words.no_promise);
  if (words.partly.includes(state.pathway)) yield make("p", {}, words.not_public);
  if ((policy.open ?? []).some((one) => one.pathways.includes(state.pathway))) yield make("p", {}, words.left_open);
  const who = document.querySelector("#referred").dataset.who;
  yield make("p", {}, `${words.rules_of} ${words.day_of_rules}.`, ...(who ? [" ", make("a", { href: who }, words.who)] : []));
  if (!words.contact.length) return;
  const lines = words.contact.map((one) => (one.href ? make("a", { href: one.href }, one.text) : one.text));
  yield make("p", {}, `${words.call} `, ...lines.flatMap((line, place) => (place ? [" · ", line] : [line])));
}
