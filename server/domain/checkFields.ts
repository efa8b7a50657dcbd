/** Are the fields of a command present and possible? The row of the move says which; the field list says of what kind. */
import { assistantsOf, isLive } from "./assignment.ts";
import { checkAssist, checkRelease } from "./checkAssist.ts";
import type { Clock } from "./clock.ts";
import type { Case, Fact, Refusal } from "./case.ts";
import { refuse } from "./case.ts";
import { rulesOf } from "./caseRules.ts";
import { placeFacts, placesOf } from "./relocate.ts";
import { dutyForbids } from "./duty.ts";
import { stagesOf } from "./staging.ts";
import { answerBudget } from "./orders.ts";
import { type FieldKind, type FieldName, fields, type PartValue } from "./fields.ts";
import { papersOf } from "./closing/evidence.ts";
import { isClosed } from "./departments.ts";
import { dayNumber, dayOf, type Instant, parseDay } from "./time.ts";
import type { Item } from "./taxonomy.ts";
import type { World } from "./world.ts";
import { fieldWords } from "./words.ts";
import type { Command, Move } from "./workflow.ts";

export function checkFields(
  move: Move,
  command: Command,
  { case: found, clocks }: { readonly case: Case; readonly clocks: readonly Clock[] },
  world: World,
): Refusal | null {
  const values = command as unknown as Readonly<Record<string, unknown>>;
  for (const name of [...move.needs, ...move.may]) {
    const value = values[name];
    if (isAbsent(value)) {
      if (move.needs.includes(name)) return refuse("missing", { field: name });
      continue;
    }
    const no = checkValue(name, value, { found, world });
    if (no) return no;
  }
  return checkTogether(command, found, clocks, world);
}

/** Words are sealed beside the event; a point and parts are told by what became of them. */
const untold: readonly FieldKind["input"][] = ["words", "point", "parts"];

/** Public facts of the event; words are kept apart. A point is recorded by the cell it led to, not by itself. */
export function factsOf(move: Move, command: Command, after: Case): Readonly<Record<string, Fact>> {
  const values = command as unknown as Readonly<Record<string, Fact | undefined>>;
  const facts: Record<string, Fact> = {};
  for (const name of [...move.needs, ...move.may]) {
    const value = values[name];
    if (value === undefined || untold.includes(fields[name].input)) continue;
    facts[name] = value;
  }
  // 阶段: which one it was
  if (move.action === "finishStage")
    return { ...facts, stage: stagesOf(after).findLast(({ doneAt }) => doneAt !== null)?.name ?? null };
  if (move.action === "place" || (move.action === "nameComponent" && wasJustPlaced(after)))
    return { ...facts, ...placeFacts(after) };
  return facts;
}

/** A component may bring its own place along: then its cell is told, as 更正位置 tells it. */
function wasJustPlaced(after: Case): boolean {
  return placesOf(after).at(-1)?.until === after.updatedAt && after.point?.source === "register";
}

export function wordsOf(move: Move, command: Command): Readonly<Record<string, string>> {
  const values = command as unknown as Readonly<Record<string, unknown>>;
  const words: Record<string, string> = {};
  for (const name of [...move.needs, ...move.may]) {
    const value = values[name];
    if (fields[name].input === "words" && typeof value === "string" && value.trim() !== "")
      words[name] = value.trim();
  }
  return words;
}

function isAbsent(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** A value as it stands in a sentence; of a list of things, how many there are. */
function told(value: unknown): string {
  const isThings = Array.isArray(value) && value.some((each) => typeof each === "object");
  return isThings ? `${value.length} 项` : String(value).slice(0, 60);
}

interface Around {
  readonly found: Case;
  readonly world: World;
}

function checkValue(name: FieldName, value: unknown, around: Around): Refusal | null {
  const bad = (expected: string) => refuse("badValue", { field: name, given: told(value), expected });
  const kind: FieldKind = fields[name];
  const { reference } = around.world;
  switch (kind.input) {
    case "words":
      return typeof value === "string" && value.length <= kind.max ? null : bad(`≤ ${kind.max} 字`);
    case "reason":
      return reference.reasons[kind.list].some((reason) => reason.code === value)
        ? null
        : bad(`${kind.list} reason code`);
    case "unit":
      return isUnit(String(value), around) ? null : bad("unit code");
    case "units":
      return checkUnits(value, kind.max, around) ? null : bad(`1–${kind.max} units`);
    case "assistant":
      return assistantsOf(around.found).some((row) => row.unit === value && isLive(row))
        ? null
        : bad("assisting unit");
    case "account":
      return null; // judged at the door, which knows the accounts
    case "item":
      return reference.taxonomy.lookUp(String(value)) ? null : bad("item code");
    case "condition":
      return typeof value === "string" ? null : bad("condition code");
    case "point":
      return null; // judged by `locate`, which names what is wrong
    case "component":
      return typeof value === "string" ? null : bad("component code"); // judged by its effect, which asks the register
    case "photos":
      return Array.isArray(value) && value.length <= 6 ? null : bad("≤ 6 photos");
    case "score":
      return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 5 ? null : bad("1–5");
    case "yesNo":
      return typeof value === "boolean" ? null : bad("true / false");
    case "evidence": {
      const known = reference.meta.evidenceTypes.map((row) => row.code as string);
      const given: unknown[] = Array.isArray(value) ? value : [value];
      return given.every((code) => known.includes(String(code))) ? null : bad("evidence codes");
    }
    case "parts":
      return areParts(value, reference.taxonomy) ? null : bad("parts");
    case "case":
      return typeof value === "string" && /^\d{8}-\d{5,}$/.test(value) ? null : bad("case number");
    case "date":
      return typeof value === "string" && parseDay(value) !== null ? null : bad("YYYY-MM-DD");
  }
}

/** 两件以上、八件以下; each with words, and with an item that exists where one is named. */
function areParts(value: unknown, taxonomy: World["reference"]["taxonomy"]): boolean {
  if (!Array.isArray(value) || value.length < 2 || value.length > 8) return false;
  return (value as readonly PartValue[]).every(
    ({ text, itemCode }) =>
      text.trim() !== "" &&
      text.length <= 2000 &&
      (itemCode === undefined || taxonomy.lookUp(itemCode) !== null),
  );
}

/** 缺一项必备凭据不得办结: papers, records and measurements that the item requires; pictures are asked for as such. */
function evidenceLacks(item: Item | null, given: readonly string[], { reference }: World): Refusal | null {
  const lacking = papersOf(item).filter((code) => !given.includes(code));
  if (lacking.length === 0) return null;
  const named = (codes: readonly string[]) =>
    codes
      .map((code) => reference.meta.evidenceTypes.find((row) => row.code === code)?.name ?? code)
      .join("、");
  return refuse("badValue", { field: "evidence", given: named(given) || "—", expected: named(lacking) });
}

/** 回访要有结果: whoever was reached says whether it is solved; whoever was not, why not. */
function followUpLacks(command: Command<"followUp">): Refusal | null {
  if (command.reached) return command.solved === undefined ? refuse("missing", { field: "solved" }) : null;
  // An answer that nobody gave would count in the figures
  const answers = ["solved", "truthful", "score"] as const;
  const answered = answers.find((name) => command[name] !== undefined);
  if (answered !== undefined)
    return refuse("badValue", { field: answered, rule: "notReached", given: fieldWords[answered] });
  return command.unreached === undefined ? refuse("missing", { field: "unreached" }) : null;
}

/** 挂账: to a day after today, at most so many days ahead. */
function isWithin(days: number, day: string, now: Instant): boolean {
  const number = parseDay(day);
  const today = dayNumber(now);
  return number !== null && number > today && number <= today + days;
}

function checkUnits(value: unknown, max: number, around: Around): boolean {
  if (!Array.isArray(value) || value.length > max || new Set(value).size !== value.length) return false;
  return value.every((unit: unknown) => typeof unit === "string" && isUnit(unit, around));
}

function isUnit(code: string, { found, world }: Around): boolean {
  if (code === found.townshipCode) return true;
  const unit = world.reference.unitsByCode.get(code);
  return unit?.level === "county" && !isClosed(unit, dayOf(dayNumber(world.now)));
}

/** 回复期限: a workday ahead; where an answer is awaited already, its limit stays. */
function checkAnswerBy(day: string | undefined, found: Case, world: World): Refusal | null {
  if (day === undefined) return null;
  const no = (expected: string) => refuse("badValue", { field: "answerBy", given: day, expected });
  if (rulesOf(found).supervision !== null) return no("不填：已有督办在等回复，仍按原来的期限");
  return answerBudget(day, found.holder, world) === null ? no("明天起 30 个工作日以内的日期") : null;
}

/** Rules between fields and case, each with the rule it comes from. */
function checkTogether(
  command: Command,
  found: Case,
  clocks: readonly Clock[],
  world: World,
): Refusal | null {
  const { taxonomy } = world.reference;
  switch (command.action) {
    case "file": {
      const item = taxonomy.lookUp(command.itemCode);
      const fits =
        command.conditionCode === undefined ||
        item?.conditions.some((row) => row.code === command.conditionCode);
      return fits
        ? null
        : refuse("badValue", {
            field: "conditionCode",
            given: command.conditionCode ?? "",
            expected: `${command.itemCode}-*`,
          });
    }
    case "dispatch":
      return (
        dutyForbids(command.unit, "lead", found, world) ??
        checkAssist(command.assistUnits ?? [], command.unit, found, world)
      );
    case "callAssist":
      return checkAssist(command.assistUnits, found.leadUnit, found, world);
    case "releaseAssist":
      return checkRelease(command, clocks, world);
    case "handle": {
      // 照片只在事项需要时才要: only where the item's evidence asks for it
      const item = found.itemCode === null ? null : taxonomy.lookUp(found.itemCode);
      const wanted = item?.evidence.required.includes("photoAfter") ?? false;
      if (wanted && (command.photosAfter ?? []).length === 0)
        return refuse("missing", { field: "photosAfter" });
      return evidenceLacks(item, command.evidence ?? [], world);
    }
    case "return":
      // 退单须有依据: the line of the duty list it rests on
      return isAbsent(command.basisItem) ? refuse("missing", { field: "basisItem" }) : null;
    case "rule":
      return command.unit === found.leadUnit
        ? refuse("badValue", { field: "unit", given: command.unit, expected: "another unit (uphold)" })
        : dutyForbids(command.unit, "lead", found, world);
    case "followUp":
      return followUpLacks(command);
    case "contact":
      // 没联系上也要留痕: who tried says how
      return !command.reached && isAbsent(command.note) ? refuse("missing", { field: "note" }) : null;
    case "askSuspension": {
      const days = world.reference.counts.suspensionDays.value;
      const expected = `明天起 ${days} 天以内的日期`;
      return isWithin(days, command.until, world.now)
        ? null
        : refuse("badValue", { field: "until", given: command.until, expected });
    }
    case "supervise":
    case "instruct":
      return checkAnswerBy(command.answerBy, found, world);
    case "rate":
      return found.rating === null
        ? null
        : refuse("duplicate", { field: "score", given: String(found.rating.score) });
    default:
      return null;
  }
}
