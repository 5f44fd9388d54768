// Answers on standard output, one line of JSON for each line that it reads: [policy, case] becomes a decision, or what is wrong.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { load, CaseError } = await import(pathToFileURL(process.argv[2]));

function answer([policy, found]) {
  let engine;
  try {
    engine = load(policy);
  } catch (error) {
    return { refused: error.message };
  }
  try {
    return { decision: engine.decide(found) };
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return { problems: error.problems };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(answer(JSON.parse(line))));
}
