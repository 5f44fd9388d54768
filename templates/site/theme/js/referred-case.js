// What is asked next, and what is made of the answers: by the engine alone, with nothing of a page.
//
// Answers are kept by the name that a decision gives to a fact: `age`, `charges` (how many there are),
// `charges.1.offence`. An answer of null is one that the reader does not know.

const SHORT = 4; // a choice of so many options stands beside other questions
const TOGETHER = 3;
const LONG_AGO = "1900-01-01";
const UNDECIDED = "needs_information";

/** The fact or list of a name; of an entry also its list and number. */
export function factAt(policy, name) {
  if (Object.hasOwn(policy.facts ?? {}, name)) return { fact: policy.facts[name] };
  if (Object.hasOwn(policy.collections ?? {}, name)) return { list: policy.collections[name] };
  const [of, number, ...rest] = name.split(".");
  const list = policy.collections?.[of];
  return { fact: list?.facts[rest.join(".")], list, of, number: Number(number) };
}

/** Whether anybody may be asked it; what tells of a record is for the agencies. */
export function isPublic(policy, name) {
  const { fact, list } = factAt(policy, name);
  return !(fact?.restricted || list?.restricted);
}

/** The case as the engine reads it. */
export function caseOf(policy, { on, pathway, answers }) {
  const known = [...answers].filter(([, value]) => value !== null);
  const facts = {};
  for (const [name, value] of known) {
    const { fact, list } = factAt(policy, name);
    if (fact && !list) facts[name] = value;
    else if (!fact && list) facts[name] = Array.from({ length: value }, () => ({}));
  }
  for (const [name, value] of known) {
    const { fact, list, of, number } = factAt(policy, name);
    const entry = fact && list ? facts[of]?.[number - 1] : undefined;
    if (entry) entry[name.split(".").slice(2).join(".")] = value;
  }
  return { on, pathway, facts };
}

/** The decision as it stands, and the questions that come next; none where it is settled or only agencies know more. */
export function next(engine, state) {
  const { policy } = engine;
  const decision = engine.decide(caseOf(policy, state));
  if (decision.outcome !== UNDECIDED) return { decision, names: [] };
  const open = decision.missing.filter((name) => isPublic(policy, name) && !state.answers.has(name));
  const first = open.find((name) => settles(engine, state, name)) ?? open[0];
  return { decision, names: first === undefined ? [] : [first, ...beside(policy, first, open)] };
}

/** Whether some answer to it would settle the case by itself. */
function settles(engine, state, name) {
  return samples(engine.policy, state, name).some((given) => {
    const answers = new Map([...state.answers, ...given]);
    return engine.decide(caseOf(engine.policy, { ...state, answers })).outcome !== UNDECIDED;
  });
}

/** Answers to a question, each as what it adds: every one that can make a difference. */
function samples(policy, state, name) {
  const { fact, list, of } = factAt(policy, name);
  if (fact) return values(policy, state, fact, list ? `${list.entry}.${name.split(".").slice(2).join(".")}` : name).map((value) => [[name, value]]);
  const empty = of === undefined && !needsOne(policy, state, name) ? [[[name, 0]]] : [];
  const single = Object.entries(list.facts).filter(([, each]) => !each.restricted);
  return empty.concat(single.flatMap(([own, each]) =>
    values(policy, state, each, `${list.entry}.${own}`).map((value) => [[name, 1], [`${name}.1.${own}`, value]])));
}

function values(policy, state, fact, name) {
  if (fact.type === "yes_no") return [true, false];
  if (fact.type === "choice") return Object.keys(fact.options ?? {});
  if (fact.type === "date") return [state.on, LONG_AGO];
  const most = fact.at_most ?? Number.MAX_SAFE_INTEGER;
  return [...new Set([0, ...boundsOf(policy, name).flatMap((bound) => [bound - 1, bound])])].filter((value) => value >= 0 && value <= most);
}

/** The numbers that a fact is compared with, by itself or in a sum. */
function boundsOf(policy, name) {
  const sums = Object.entries(policy.reducers ?? {})
    .filter(([, made]) => made.fact && `${policy.collections[made.of].entry}.${made.fact}` === name)
    .map(([id]) => id);
  const found = [];
  const walk = (part) => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (part && typeof part === "object") {
      if (part.fact === name || sums.includes(part.fact)) found.push(part.below ?? part.at_least ?? 0);
      Object.values(part).forEach(walk);
    }
  };
  walk([policy.rules, policy.reducers]);
  return found;
}

/** Whether a list must have an entry on the pathway. */
export function needsOne(policy, state, name) {
  return factAt(policy, name).list?.entry === "charge" && (policy.pathways[state.pathway]?.needs_charge ?? false);
}

/** Short questions that are asked with another: of the same entry, or of the contact itself. */
function beside(policy, first, open) {
  if (!isShort(policy, first)) return [];
  const place = factAt(policy, first);
  const same = (name) => {
    const other = factAt(policy, name);
    return other.of === place.of && other.number === place.number && Boolean(other.list) === Boolean(place.list);
  };
  return open.filter((name) => name !== first && same(name) && isShort(policy, name)).slice(0, TOGETHER - 1);
}

function isShort(policy, name) {
  const { fact } = factAt(policy, name);
  return fact?.type === "yes_no" || (fact?.type === "choice" && Object.keys(fact.options ?? {}).length <= SHORT);
}

/** The decision as anybody may see it: `agencies` says whether something is left that only agencies know. */
export function publicly(policy, decision) {
  const hidden = new Set(policy.rules.filter((rule) => rule.restricted).map((rule) => rule.id));
  const undecided = decision.outcome === UNDECIDED;
  const open = decision.reasons.filter((one) => !one.restricted || (!undecided && one.public_reason));
  const holds = (value) => (Array.isArray(value) ? value.includes(true) : value === true);
  const whose = decision.whose.filter((one) => !hidden.has(one.rule));
  const told = (one) => ({ rule: one.restricted ? "" : one.rule, charge: one.charge, said: one.public_reason ?? "" });
  return {
    outcome: decision.outcome,
    charges: decision.charges ?? [],
    reasons: undecided ? [] : open.map(told),
    presumed: policy.rules.filter((one) => one.strength === "presumptive" && !one.restricted && holds(decision.rules[one.id])).map((one) => one.id),
    weighed: decision.weighed.filter((one) => !one.restricted).map((one) => one.rule),
    whose,
    missing: decision.missing.filter((name) => isPublic(policy, name)),
    agencies: undecided && decision.missing.some((name) => !isPublic(policy, name)),
  };
}
