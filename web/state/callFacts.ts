/** Public facts of a call's event in words: codes looked up, technical ones left out. */
import type { CallEventAnswer } from "../../server/domain/call/callAnswers.ts";
import type { CallClockKind } from "../../server/domain/call/call.ts";
import { callClockWords, callLevelWords, climbWords, markWords } from "../../server/domain/call/callWords.ts";
import { LEADER } from "../../server/domain/call/callWorld.ts";
import type { Fact } from "../../server/domain/case.ts";
import { roleWords } from "../../server/domain/words.ts";
import { callText } from "../callText.ts";
import { words } from "../words.ts";
import { itemOf, unitName } from "./reference.ts";

/** Name and value of every fact that tells a person something. */
export function callFacts({ facts }: CallEventAnswer): readonly (readonly [string, string])[] {
  return Object.entries(facts).flatMap(([name, fact]) => {
    const value = valueOf(name, fact);
    return value === null || value === "" ? [] : [[nameOf(name), value] as const];
  });
}

function nameOf(name: string): string {
  return callText.file.facts[name] ?? markWords[name as keyof typeof markWords] ?? name;
}

function valueOf(name: string, fact: Fact): string | null {
  if (fact === null) return null;
  if (name in markWords)
    return callText.file.score(Number(fact), callText.file.markLevels[Number(fact) - 1] ?? "");
  switch (name) {
    case "level":
      return callLevelWords[fact as keyof typeof callLevelWords];
    case "itemCode":
    case "basisItem":
      return itemOf(String(fact))?.name ?? String(fact);
    case "lead":
    case "unit":
    case "fromUnit":
    case "toUnit":
      return unitName(String(fact));
    case "assist":
    case "units":
    case "unheard":
      return (Array.isArray(fact) ? (fact as readonly string[]) : []).map(unitOrLeader).join(words.comma);
    case "clock":
      return callClockWords[fact as CallClockKind];
    case "climbed":
      return climbWords[fact as keyof typeof climbWords];
    default:
      return null;
  }
}

function unitOrLeader(code: string): string {
  return code === LEADER ? roleWords.leader : unitName(code);
}
