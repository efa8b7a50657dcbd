/** A case one act further: whoever has it in hand opens its file and does what the file offers. */
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { papersOf } from "../../server/domain/closing/evidence.ts";
import type { People, Person } from "./people.ts";
import { ask, type Stage } from "./stage.ts";

type File = Pick<
  CaseAnswer,
  "id" | "version" | "state" | "township" | "cell" | "leadUnit" | "item" | "moves" | "responsible"
>;

/** Where a case goes next on its way to the closing. */
const nextActs: Readonly<Partial<Record<File["state"], readonly string[]>>> = {
  reported: ["file"],
  filed: ["dispatch"],
  dispatched: ["accept"],
  accepted: ["handle", "finishStage"],
  handled: ["check"],
  checked: ["close"],
};

/** What is known of a case between two acts. */
export interface Known {
  readonly id: string;
  readonly state: File["state"];
  readonly township: string | null;
  readonly cell: string | null;
  readonly leadUnit: string | null;
}

/** @returns how it stands now; null when it is closed, or when nobody can take it further. */
export async function goOn(known: Known, stage: Stage, due?: number): Promise<Known | null> {
  const person = inCharge(known, stage);
  const wanted = nextActs[known.state];
  if (person === null || wanted === undefined) return null;
  const { cookie } = person;
  const opened = await ask(stage, "open a file", {
    path: `/api/cases/${known.id}`,
    cookie,
    ...(due === undefined ? {} : { due }),
  });
  if (opened.status !== 200) return null;
  const file = JSON.parse(opened.text) as File;
  const offer = file.moves.find(({ action }) => wanted.includes(action));
  if (offer === undefined) return null;
  const body = {
    action: offer.action,
    version: file.version,
    commandId: stage.nextId(),
    ...(await fieldsOf(offer, file, person, stage)),
  };
  const path = `/api/cases/${known.id}/moves`;
  const moved = await ask(stage, `move: ${offer.action}`, { method: "POST", path, cookie, body });
  if (moved.status !== 200) return null;
  const after = JSON.parse(moved.text) as File;
  if (after.state !== "closed") return knownOf(after);
  stage.closed += 1;
  return null;
}

export function knownOf({ id, state, township, cell, leadUnit }: File): Known {
  return {
    id,
    state,
    township: township?.code ?? null,
    cell: cell?.code ?? null,
    leadUnit: leadUnit?.code ?? null,
  };
}

function inCharge({ state, township, cell, leadUnit }: Known, { people }: Stage): Person | null {
  const desk = (township === null ? null : people.ofUnit(township)) ?? people.centre;
  if (state === "dispatched" || state === "accepted")
    return leadUnit === null ? null : people.ofUnit(leadUnit);
  if (state !== "handled") return desk;
  const walker = cell === null ? null : people.ofCell(cell);
  return walker ?? (desk.unit === leadUnit ? people.centre : desk);
}

async function fieldsOf(
  { action, defaults }: File["moves"][number],
  file: File,
  person: Person,
  { people, reference, photoOf }: Stage,
) {
  if (action === "file") return { itemCode: file.item?.code ?? defaults["itemCode"] ?? "020101" };
  if (action === "dispatch") return { unit: unitFor(file, people) };
  if (action === "finishStage") return { result: "本阶段已完成，现场已清理。" };
  if (action !== "handle") return {};
  const item = file.item === null ? null : reference.taxonomy.lookUp(file.item.code);
  return {
    result: "已到现场处置完毕，恢复正常。",
    photosAfter: [await photoOf(person)],
    evidence: papersOf(item ?? null),
  };
}

/** The unit that the duty list names, or another of it that has an account. */
function unitFor({ responsible, township }: File, people: People): string {
  const named = [
    responsible?.unit.code,
    ...(responsible?.others ?? []).map(({ unit }) => unit.code),
    township?.code,
  ];
  return (
    named.find((code) => code !== undefined && people.ofUnit(code) !== null) ?? responsible?.unit.code ?? ""
  );
}
