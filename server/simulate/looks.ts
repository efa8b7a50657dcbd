/** People look at their lists, their map and their figures: what they are shown must be theirs. */
import { createChance } from "../demo/chance.ts";
import { HOUR, startOfDay } from "../domain/time.ts";
import type { Person } from "./folk.ts";
import type { Stage } from "./stage.ts";
import { isTheirs } from "./strangers.ts";

export function planLooks(day: number, amount: number, stage: Stage): void {
  const chance = createChance(`${stage.seed} looks ${day}`);
  for (let index = 0; index < amount; index++)
    stage.agenda.add(startOfDay(day) + chance.between(7, 21) * HOUR, "look", () => look(stage));
}

const pages = [
  "/api/cases?limit=50",
  "/api/cases?sort=due&limit=50",
  "/api/inbox",
  "/api/overview",
  "/api/map/cases?west=118&south=35&east=119.5&north=36.5",
  "/api/supervision",
  "/api/calls",
] as const;

async function look(stage: Stage): Promise<void> {
  const { chance, folk, post, seen } = stage;
  const person = chance.pick(folk.everybody);
  const path = chance.pick(pages);
  const answer = await post.send({ method: "GET", path, from: person });
  if (answer === null || answer.status !== 200) return;
  seen.note(`look ${path.split("?")[0]}`);
  for (const id of idsIn(answer.body)) judgeShown(id, person, path, stage);
}

/** Ids of cases, wherever they stand in an answer. */
function idsIn(body: unknown): readonly string[] {
  if (Array.isArray(body)) return body.flatMap(idsIn);
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    (name === "id" || name === "caseId") && typeof value === "string" ? [value] : idsIn(value),
  );
}

function judgeShown(id: string, { account }: Person, path: string, { mirror, findings }: Stage): void {
  const known = mirror.known(id);
  if (known === undefined || isTheirs(account, known.case)) return;
  findings.blame(
    "scopeKept",
    `${account.id} (${account.role} ${account.unit}) at ${path}`,
    `shows ${known.case.number}`,
  );
}
