// Decides cases by a compiled policy, in a browser or in Node, with nothing but the language itself.
//
// It gives the same answers as the engine in Python, which the conformance corpus holds both to. What takes a search
// (the deciding facts, and what would change the outcome) is the Python engine's alone.
//
//   import { load } from "./engine.js";
//   const decision = load(policy).decide({ on: "2026-10-01", pathway: "arrest-diversion", facts: { age: 34 } });
//
// Truth is true, false or null, where the answer depends on what is not known.

const FORMAT = 1;
const STRENGTHS = ["absolute", "presumptive", "advisory"];
const SCOPES = ["contact", "charge"];
const SEVERAL = ["all", "any", "most_serious"];
const ORDER = ["not_eligible", "needs_information", "needs_discretion", "eligible"];
const BEST_FIRST = ["eligible", "needs_information", "needs_discretion", "not_eligible"];
const TYPES = { is: "yes_no", in: "choice", below: "number", at_least: "number", within: "date" };
const FEW = 12; // as many options as a sentence can hold
const MONTH = 32; // more than any month has days, so that a month later is always further than a day later

/** A case that cannot be read as the policy asks; `problems` holds everything that is wrong with it. */
export class CaseError extends Error {
  constructor(problems) {
    super(problems.map((problem) => problem.message).join("\n"));
    this.name = "CaseError";
    this.problems = problems;
  }
}

/** Makes an engine of a policy, which is what policy.json holds. Throws an Error where it is of another form. */
export function load(policy) {
  if (policy.format !== FORMAT) throw new Error(`This engine reads policies of form ${FORMAT}.`);
  return new Engine(policy);
}

class Engine {
  constructor(policy) {
    this.policy = policy;
    this.facts = asMap(policy.facts);
    this.collections = asMap(policy.collections);
    this.pathways = asMap(policy.pathways);
    this.reducers = new Map();
    for (const [id, written] of asMap(policy.reducers)) this.reducers.set(id, this.reducer(id, written));
    this.charges = [...this.collections].find(([, collection]) => collection.entry === "charge")?.[0] ?? null;
    this.levels = policy.seriousness ?? [];
    this.places = new Map([...this.facts.keys(), ...this.collections.keys(), ...this.reducers.keys()].map(numbered));
    this.rules = policy.rules.map((written) => this.rule(written));
    this.check();
  }

  /** Throws an Error where the parts of the policy do not go together. */
  check() {
    const ids = new Set();
    for (const { id, pathways } of this.rules) {
      if (ids.has(id)) throw new Error(`Two rules are called ${id}.`);
      ids.add(id);
      const unknown = pathways.find((pathway) => !this.pathways.has(pathway));
      if (unknown !== undefined) throw new Error(`The rule ${id} is on the pathway ${unknown}, which the policy does not declare.`);
    }
    named("several_charges", this.policy.several_charges, SEVERAL);
    if (this.policy.several_charges !== "most_serious" || this.charges === null) return;
    const level = this.collections.get(this.charges).facts.level;
    if (level === undefined || !Object.keys(level.options ?? {}).every((one) => this.levels.includes(one))) {
      throw new Error("Where the most serious charge decides, every level of a charge must have its seriousness.");
    }
  }

  /** The outcome of a case with what it rests on. Throws a CaseError where the case is not as the policy asks. */
  decide(written) {
    const found = this.read(written);
    const weighed = this.weigh(found);
    const given = written.facts ?? {};
    const applied = this.applied(found, weighed);
    return {
      outcome: weighed.outcome,
      charges: weighed.charges && weighed.charges.length ? weighed.outcomes : weighed.charges,
      reasons: this.grounds(found, weighed, applied).map((one) => this.reason(one, found, given)),
      weighed: applied.filter((one) => one.value && !one.rule.binds).map((one) => this.reason(one, found, given)),
      whose: applied.filter((one) => one.value).flatMap((one) => this.owners(one, found)),
      missing: this.inOrder(this.missing(found, weighed, applied)).map(toText),
      rules: this.told(found, weighed, applied),
    };
  }

  // Reading a case

  read(written) {
    if (!isObject(written)) {
      throw new CaseError([{ fact: "case", message: "A case must be a mapping with on, pathway and facts." }]);
    }
    const problems = [];
    for (const key of Object.keys(written)) {
      if (!["on", "pathway", "facts"].includes(key)) problems.push(problem(key, "is no part of a case"));
    }
    const on = this.readOn(written.on, problems);
    const pathway = this.readPathway(written.pathway, problems);
    const facts = this.readFacts(written.facts === undefined ? {} : written.facts, on ?? readDay("9999-12-31"), problems);
    if (this.charges !== null && facts.get(this.charges)?.length === 0 && this.pathways.get(pathway)?.needs_charge) {
      problems.push(problem(this.charges, "must not be empty on this pathway"));
    }
    if (problems.length) throw new CaseError(problems);
    const rules = this.rules.filter((rule) => rule.pathways.includes(pathway));
    return { on, facts, made: new Map(), contact: rules.filter((one) => !one.ofCharge), charge: rules.filter((one) => one.ofCharge), rules };
  }

  readOn(written, problems) {
    try {
      if (typeof written !== "string") throw new Wrong("must be the day of the contact, written YYYY-MM-DD");
      const day = readDay(written);
      if (written < (this.policy.holds_from ?? "") || written > (this.policy.holds_until ?? "9999-12-31")) {
        throw new Wrong("is a day on which the rules of this policy do not hold");
      }
      return day;
    } catch (wrong) {
      problems.push(problem("on", endOf(wrong)));
      return null;
    }
  }

  readPathway(written, problems) {
    if (typeof written === "string" && this.pathways.has(written)) return written;
    problems.push(problem("pathway", `must be one of ${[...this.pathways.keys()].join(", ")}`));
    return "";
  }

  readFacts(written, on, problems) {
    const facts = new Map();
    if (!isObject(written)) {
      problems.push(problem("facts", "must be a mapping from facts to answers"));
      return facts;
    }
    for (const [name, value] of Object.entries(written)) {
      if (this.facts.has(name)) {
        readInto(facts, name, this.facts.get(name), value, on, name, problems);
      } else if (!this.collections.has(name)) {
        problems.push(problem(name, "is no fact of this policy"));
      } else if (value !== null) {
        const entries = readEntries(name, this.collections.get(name), value, on, problems);
        if (entries !== null) facts.set(name, entries);
      }
    }
    return facts;
  }

  // Conditions: each has a test over a case and an entry, says which facts it used, and has all that it may ask

  condition(written, of) {
    if ("all" in written) return several(written.all.map((part) => this.condition(part, of)), false);
    if ("any" in written) return several(written.any.map((part) => this.condition(part, of)), true);
    if ("not" in written) {
      const part = this.condition(written.not, of);
      return { ...part, test: (found, entry) => negated(part.test(found, entry)) };
    }
    const kind = Object.keys(TYPES).find((word) => word in written);
    if (kind === undefined) throw new Error(`There is no condition that says ${Object.keys(written).join(", ")}.`);
    return this.about(written.fact, kind, written[kind], of);
  }

  about(name, kind, bound, of) {
    if (this.reducers.has(name) && TYPES[kind] === "number") return this.aboutReducer(this.reducers.get(name), kind, bound);
    const own = this.facts.has(name) ? name : name.slice(name.indexOf(".") + 1);
    const ofEntry = !this.facts.has(name) && of !== null && name === `${this.collections.get(of).entry}.${own}`;
    const fact = this.facts.get(name) ?? (ofEntry ? asMap(this.collections.get(of).facts).get(own) : undefined);
    if (fact === undefined || fact.type !== TYPES[kind]) throw new Error(`No fact of the right type is called ${name} where a condition asks it.`);
    if (fact.type === "number") checkBound(name, bound);
    if (kind === "within" && ((bound.months ?? null) === null) === ((bound.days ?? null) === null)) {
      throw new Error("A stretch of time has either months or days.");
    }
    const test = TESTS[kind](fact, bound);
    return {
      test: (found, entry) => test((ofEntry ? entry : found.facts).get(own) ?? null),
      used: (found, entry, at) => [{ fact: own, at: ofEntry ? at : null }],
      facts: [fact],
      ofEntry,
    };
  }

  aboutReducer(reducer, kind, bound) {
    checkBound(reducer.id, bound);
    const compare = kind === "below" ? below : atLeast;
    const test = (found) => compare(reducer.interval(found), bound);
    const used = (found) =>
      test(found) === null ? reducer.open(found) : [{ fact: reducer.id, at: null }, ...reducer.used(found)];
    return { test, used, facts: [], ofEntry: false };
  }

  reducer(id, written) {
    const collection = this.collections.get(written.of);
    if (collection === undefined) throw new Error(`The reducer ${id} is made from ${written.of}, which the policy does not declare.`);
    const needs = NEEDS[named(`reduce of ${id}`, written.reduce, Object.keys(NEEDS))];
    for (const [key, type] of Object.entries({ fact: "number", per: "choice" })) {
      const fact = written[key] ?? null;
      if ((fact !== null || needs.includes(key)) && asMap(collection.facts).get(fact)?.type !== type) {
        throw new Error(`The reducer ${id} needs as its ${key} a ${type} of ${written.of}.`);
      }
    }
    const where = this.condition(written.where, written.of);
    const added = [written.fact, written.per].filter((fact) => fact !== undefined && fact !== null);
    const counting = (found) =>
      found.facts.get(written.of)
        .map((entry, place) => ({ entry, at: { collection: written.of, number: place + 1 }, counts: where.test(found, entry) }))
        .filter((one) => one.counts !== false);
    const known = (found) => found.facts.has(written.of);
    const whole = { fact: written.of, at: null };
    return {
      id,
      restricted: [collection, ...where.facts, ...added.map((fact) => collection.facts[fact])].some((one) => one.restricted ?? false),
      interval(found) {
        if (!found.made.has(id)) found.made.set(id, known(found) ? REDUCERS[written.reduce](counting(found), written) : [0, Infinity]);
        return found.made.get(id);
      },
      used(found) {
        if (!known(found) || !found.facts.get(written.of).length) return [whole];
        return counting(found).flatMap(({ entry, at }) => [...where.used(found, entry, at), ...added.map((fact) => ({ fact, at }))]);
      },
      open(found) {
        if (!known(found)) return [whole];
        return counting(found).flatMap(({ entry, at, counts }) => [
          ...(counts === null ? where.used(found, entry, at) : []),
          ...added.filter((fact) => !entry.has(fact)).map((fact) => ({ fact, at })),
        ]);
      },
    };
  }

  rule(written) {
    try {
      return this.checkedRule(written);
    } catch (wrong) {
      throw new Error(`The rule ${written.id} cannot be evaluated: ${wrong.message}`);
    }
  }

  checkedRule(written) {
    const ofCharge = named("scope", written.scope ?? "contact", SCOPES) === "charge";
    if (ofCharge && this.charges === null) throw new Error("It is about a charge, and the policy has no list of charges.");
    const strength = STRENGTHS.indexOf(named("strength", written.strength, STRENGTHS));
    return {
      id: written.id,
      written,
      ofCharge,
      strength,
      binds: strength < 2,
      pathways: written.pathways,
      when: this.condition(written.when, ofCharge ? this.charges : null),
      owners: (written.owners ?? []).map((owner) => ({
        by: owner.by,
        when: owner.when ? this.condition(owner.when, this.charges) : null,
      })),
    };
  }

  // From the rules to the outcome

  weigh(found) {
    const none = new Map();
    const values = (rules, entry) => rules.map((rule) => rule.when.test(found, entry));
    const contact = values(found.contact, none);
    const ofContact = pairs(found.contact, contact);
    const entries = this.charges === null ? [] : found.facts.get(this.charges);
    if (entries === undefined) {
      const unknown = found.charge.some((rule) => rule.binds) ? [[{ strength: 1 }, null]] : [];
      const outcome = outcomeOf([...ofContact, ...unknown]);
      return { contact, charges: null, outcomes: [outcome], outcome };
    }
    const charges = entries.map((entry) => values(found.charge, entry));
    const each = charges.map((one) => outcomeOf([...ofContact, ...pairs(found.charge, one)]));
    const outcomes = each.length ? each : [outcomeOf(ofContact)];
    return { contact, charges, outcomes, outcome: this.ofCase(outcomes, entries) };
  }

  ofCase(outcomes, entries) {
    if (outcomes.length === 1) return outcomes[0];
    if (this.policy.several_charges === "any") return BEST_FIRST.find((outcome) => outcomes.includes(outcome));
    if (this.policy.several_charges === "all") return worst(outcomes);
    const { possibly, certainly } = this.mostSerious(entries);
    const candidates = possibly.map((place) => outcomes[place]);
    const least = certainly.length
      ? worst(certainly.map((place) => outcomes[place]))
      : ORDER[Math.max(...candidates.map((outcome) => ORDER.indexOf(outcome)))];
    return worst(candidates) === least ? least : "needs_information";
  }

  mostSerious(entries) {
    const bounds = entries.map((entry) => {
      const place = this.levels.indexOf(entry.get("level"));
      return place < 0 ? [0, this.levels.length - 1] : [place, place];
    });
    const places = [...bounds.keys()];
    const most = Math.max(...bounds.map(([low]) => low));
    return {
      possibly: places.filter((place) => bounds[place][1] >= most),
      certainly: places.filter((place) => places.every((other) => other === place || bounds[place][0] >= bounds[other][1])),
    };
  }

  // What a decision tells

  applied(found, weighed) {
    const none = new Map();
    const entries = weighed.charges === null ? [] : found.facts.get(this.charges) ?? [];
    return found.rules.flatMap((rule) => {
      if (!rule.ofCharge) return [{ rule, value: weighed.contact[found.contact.indexOf(rule)], charge: null, entry: none }];
      const place = found.charge.indexOf(rule);
      if (weighed.charges === null) return [{ rule, value: null, charge: null, entry: none }];
      return entries.map((entry, number) => ({ rule, value: weighed.charges[number][place], charge: number + 1, entry }));
    });
  }

  usedBy(one, found) {
    if (one.rule.ofCharge && one.charge === null) return [{ fact: this.charges, at: null }];
    const at = one.charge === null ? null : { collection: this.charges, number: one.charge };
    return one.rule.when.used(found, one.entry, at);
  }

  candidates(found, weighed) {
    const count = weighed.charges?.length ?? 0;
    if (this.policy.several_charges !== "most_serious" || count < 2) return [...Array(count).keys()];
    return this.mostSerious(found.facts.get(this.charges)).possibly;
  }

  grounds(found, weighed, applied) {
    const wanted = { not_eligible: [[0], true], needs_information: [[0, 1], null], needs_discretion: [[1], true] }[weighed.outcome];
    if (wanted === undefined) return [];
    const deciding = this.candidates(found, weighed).filter((place) => weighed.outcomes[place] === weighed.outcome);
    return applied.filter(
      (one) =>
        one.value === wanted[1] &&
        wanted[0].includes(one.rule.strength) &&
        (one.charge === null || deciding.includes(one.charge - 1)),
    );
  }

  missing(found, weighed, applied) {
    if (weighed.outcome !== "needs_information") return [];
    const names = this.grounds(found, weighed, applied).flatMap((one) => this.usedBy(one, found));
    const candidates = this.candidates(found, weighed);
    if (this.policy.several_charges !== "most_serious" || candidates.length < 2) return names;
    const unknown = candidates.filter((place) => !found.facts.get(this.charges)[place].has("level"));
    return [...names, ...unknown.map((place) => ({ fact: "level", at: { collection: this.charges, number: place + 1 } }))];
  }

  reason(one, found, given) {
    const used = this.inOrder(this.usedBy(one, found));
    const tell = (names) => Object.fromEntries(names.map((name) => [toText(name), this.value(name, found, given)]));
    const { written } = one.rule;
    return {
      rule: one.rule.id,
      charge: one.charge,
      facts: tell(used.filter((name) => !this.restricted(name))),
      restricted_facts: tell(used.filter((name) => this.restricted(name))),
      reason_code: written.reason_code ?? null,
      public_reason: written.public_reason ?? null,
      restricted_reason: written.restricted_reason ?? null,
      restricted: written.restricted ?? false,
      citations: written.citations ?? [],
      place: written.place ?? null,
    };
  }

  value({ fact, at }, found, given) {
    if (at !== null) return given[at.collection][at.number - 1][fact] ?? null;
    if (!this.reducers.has(fact)) return given[fact] ?? null;
    const [low, high] = this.reducers.get(fact).interval(found);
    return low === high ? low : [low, high === Infinity ? null : high];
  }

  owners(one, found) {
    return one.rule.owners.flatMap((owner) => {
      const certain = this.isOwner(owner, one, found);
      return certain === false ? [] : [{ rule: one.rule.id, charge: one.charge, by: owner.by, certain: certain === true }];
    });
  }

  isOwner(owner, one, found) {
    if (owner.when === null) return true;
    let entries = [one.entry];
    if (owner.when.ofEntry && one.charge === null) {
      entries = found.facts.get(this.charges);
      if (entries === undefined) return null;
      if (!entries.length) entries = [new Map()];
    }
    const values = entries.map((entry) => owner.when.test(found, entry));
    return values.includes(true) ? true : values.includes(null) ? null : false;
  }

  told(found, weighed, applied) {
    const unknown = weighed.charges === null;
    const told = Object.fromEntries(found.rules.map((rule) => [rule.id, unknown || !rule.ofCharge ? null : []]));
    for (const one of applied) {
      if (one.charge === null) told[one.rule.id] = one.value;
      else told[one.rule.id].push(one.value);
    }
    return told;
  }

  restricted({ fact, at }) {
    if (at !== null) {
      const collection = this.collections.get(at.collection);
      return (collection.restricted ?? false) || (collection.facts[fact].restricted ?? false);
    }
    return (this.facts.get(fact) ?? this.collections.get(fact) ?? this.reducers.get(fact)).restricted ?? false;
  }

  /** Each name once, in the order in which the policy declares them, entries in that of the case. */
  inOrder(names) {
    const place = ({ fact, at }) =>
      at === null
        ? [this.places.get(fact), 0, 0]
        : [this.places.get(at.collection), at.number, Object.keys(this.collections.get(at.collection).facts).indexOf(fact)];
    const once = new Map(names.map((name) => [toText(name), name]));
    return [...once.values()].sort((one, other) => {
      const [mine, theirs] = [place(one), place(other)];
      return mine[0] - theirs[0] || mine[1] - theirs[1] || mine[2] - theirs[2];
    });
  }
}

// Reading answers

class Wrong extends Error {}

const READERS = {
  yes_no(fact, value) {
    if (typeof value === "boolean") return value;
    throw new Wrong("must be true or false");
  },
  choice(fact, value) {
    const options = Object.keys(fact.options ?? {});
    if (typeof value === "string" && options.includes(value)) return value;
    throw new Wrong(`must be ${options.length <= FEW ? `one of ${options.join(", ")}` : "one of the policy's options"}`);
  },
  number(fact, value) {
    if (!Number.isInteger(value)) throw new Wrong("must be a whole number");
    if (value < 0) throw new Wrong("must not be negative");
    const most = Math.min(mostOf(fact), Number.MAX_SAFE_INTEGER);
    if (value > most) throw new Wrong(`must be at most ${most}`);
    return value;
  },
  date(fact, value, on) {
    if (typeof value !== "string") throw new Wrong("must be a date, written as text");
    return readPast(value, on);
  },
};

function readInto(facts, name, fact, value, on, told, problems) {
  if (value === null) return;
  try {
    facts.set(name, READERS[fact.type](fact, value, on));
  } catch (wrong) {
    problems.push(problem(told, endOf(wrong)));
  }
}

function readEntries(id, collection, written, on, problems) {
  if (!Array.isArray(written)) {
    problems.push(problem(id, "must be a list"));
    return null;
  }
  const known = asMap(collection.facts);
  return written.map((one, place) => {
    const entry = new Map();
    if (!isObject(one)) {
      problems.push(problem(`${id}.${place + 1}`, "must be a mapping from facts to answers"));
      return entry;
    }
    for (const [name, value] of Object.entries(one)) {
      const told = `${id}.${place + 1}.${name}`;
      if (known.has(name)) readInto(entry, name, known.get(name), value, on, told, problems);
      else problems.push(problem(told, `is no fact of a ${collection.entry}`));
    }
    return entry;
  });
}

function problem(fact, end) {
  return { fact, message: `${fact} ${end}.` };
}

function endOf(wrong) {
  if (wrong instanceof Wrong) return wrong.message;
  throw wrong;
}

// Dates, as year, month and day

function readDay(text) {
  const { first } = stretch(text);
  if (text.length !== 10) throw new Wrong("must be a whole date, written YYYY-MM-DD");
  return first;
}

/** A date, a month or a year as the stretch of days that it may mean, seen from the day of the contact. */
function readPast(text, on) {
  const { first, last } = stretch(text);
  if (daysOf(first) > daysOf(on)) throw new Wrong("must not lie after the day of the contact");
  const end = daysOf(last) > daysOf(on) ? on : last;
  const back = (day) => ((on.year - day.year) * 12 + on.month - day.month) * MONTH + on.day - day.day;
  return {
    furthest: back(first),
    nearest: back(end),
    furthestDays: daysOf(on) - daysOf(first),
    nearestDays: daysOf(on) - daysOf(end),
  };
}

function stretch(text) {
  const found = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/.exec(text);
  if (!found) throw new Wrong("must be a date, written YYYY-MM-DD, YYYY-MM or YYYY");
  const [year, month, day] = found.slice(1).map((part) => (part === undefined ? null : Number(part)));
  if (year === 0) throw new Wrong("names the year 0000, which there was not");
  if (month === null) return { first: { year, month: 1, day: 1 }, last: { year, month: 12, day: 31 } };
  if (month < 1 || month > 12) throw new Wrong(`names the month ${found[2]}, which there is not`);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (day === null) return { first: { year, month, day: 1 }, last: { year, month, day: length } };
  if (day < 1 || day > length) throw new Wrong("names a day that its month does not have");
  return { first: { year, month, day }, last: { year, month, day } };
}

/** Days since 1 March of the year 0 of the proleptic Gregorian calendar; a year that begins in March ends with its leap day. */
function daysOf({ year, month, day }) {
  const years = month > 2 ? year : year - 1;
  const months = (month + 9) % 12;
  return 365 * years + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + Math.floor((153 * months + 2) / 5) + day;
}

// Three values, and numbers known within bounds

function below([low, high], bound) {
  return high < bound ? true : low >= bound ? false : null;
}

function atLeast([low, high], bound) {
  return low >= bound ? true : high < bound ? false : null;
}

function negated(value) {
  return value === null ? null : !value;
}

function several(parts, decides) {
  const test = (found, entry) => {
    let result = !decides;
    for (const part of parts) {
      const value = part.test(found, entry);
      if (value === decides) return decides;
      if (value === null) result = null;
    }
    return result;
  };
  const used = (found, entry, at) => {
    const value = test(found, entry);
    return parts.flatMap((part) => (part.test(found, entry) === value ? part.used(found, entry, at) : []));
  };
  return { test, used, facts: parts.flatMap((part) => part.facts), ofEntry: parts.some((part) => part.ofEntry) };
}

const TESTS = {
  is: (fact, answer) => (value) => (value === null ? null : value === answer),
  in: (fact, options) => (value) => (value === null ? null : options.includes(value)),
  below: (fact, bound) => (value) => below(value === null ? [0, mostOf(fact)] : [value, value], bound),
  at_least: (fact, bound) => (value) => atLeast(value === null ? [0, mostOf(fact)] : [value, value], bound),
  within: (fact, { months = null, days = null }) => (value) => {
    if (value === null) return null;
    const [length, furthest, nearest] =
      months === null ? [days, value.furthestDays, value.nearestDays] : [months * MONTH, value.furthest, value.nearest];
    return furthest <= length ? true : nearest > length ? false : null;
  },
};

const NEEDS = { count: [], total: ["fact"], greatest_total: ["fact", "per"] };

const REDUCERS = {
  count: (counting) => [counting.filter((one) => one.counts).length, counting.length],
  total: (counting, { fact }) => sum(counting, fact),
  greatest_total(counting, { fact, per }) {
    const loose = counting.filter((one) => !one.entry.has(per));
    const groups = new Map();
    for (const one of counting) {
      if (one.entry.has(per)) groups.set(one.entry.get(per), [...(groups.get(one.entry.get(per)) ?? []), one]);
    }
    // An entry of no known group is in some group, and may be in any: alone it is the least, with others the most.
    const lows = [...groups.values(), ...loose.map((one) => [one])].map((group) => sum(group, fact)[0]);
    const highs = [...groups.values(), []].map((group) => sum([...group, ...loose], fact)[1]);
    return [Math.max(0, ...lows), Math.max(...highs)];
  },
};

function sum(counting, fact) {
  let [low, high] = [0, 0];
  for (const { entry, counts } of counting) {
    high += entry.get(fact) ?? Infinity;
    if (counts) low += entry.get(fact) ?? 0;
  }
  return [low, high];
}

function checkBound(name, bound) {
  if (!Number.isSafeInteger(bound) || bound < 0) throw new Error(`${name} is compared with what is no number that it can be.`);
}

/** A word of the policy, which must be one of those that there are. */
function named(what, word, words) {
  if (!words.includes(word)) throw new Error(`There is no ${what} that is called ${word}, only ${words.join(", ")}.`);
  return word;
}

function mostOf(fact) {
  return fact.at_most ?? Infinity;
}

// Outcomes

function pairs(rules, values) {
  return rules.map((rule, place) => [rule, values[place]]);
}

function outcomeOf(applied) {
  const binding = applied.filter(([rule]) => rule.strength < 2);
  if (binding.some(([rule, value]) => rule.strength === 0 && value === true)) return "not_eligible";
  if (binding.some(([, value]) => value === null)) return "needs_information";
  return binding.some(([, value]) => value === true) ? "needs_discretion" : "eligible";
}

function worst(outcomes) {
  return ORDER[Math.min(...outcomes.map((outcome) => ORDER.indexOf(outcome)))];
}

// Names

function toText({ fact, at }) {
  return at === null ? fact : `${at.collection}.${at.number}.${fact}`;
}

function numbered(name, place) {
  return [name, place];
}

function asMap(object) {
  return new Map(Object.entries(object ?? {}));
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
