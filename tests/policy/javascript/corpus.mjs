// Reads a file of the conformance corpus and gives the answers that the engine does not give alike.

/** The case and both answers of each line that differs; none where the engine conforms. */
export function differences(load, text) {
  const [{ policy }, ...lines] = text.trim().split("\n").map((line) => JSON.parse(line));
  const engine = load(policy);
  return lines
    .map((line) => ({ ...line, given: told(engine.decide(line.case)) }))
    .filter(({ answer, given }) => JSON.stringify(answer) !== JSON.stringify(given));
}

function told({ outcome, charges, rules, missing }) {
  const holds = (value) => (Array.isArray(value) ? value.some((one) => one !== false) : value !== false);
  return { outcome, charges, rules: Object.fromEntries(Object.entries(rules).filter(([, value]) => holds(value))), missing };
}
