/** 乡呼县应 in the rehearsal: townships call, departments come, the centre names a lead, and everybody rates. */
import { createChance } from "../demo/chance.ts";
import { callWorldFor } from "../calls.ts";
import type { Call } from "../domain/call/call.ts";
import { callMovesFrom } from "../domain/call/decideCall.ts";
import type { CallField, CallMove } from "../domain/call/callMoves.ts";
import { HOUR, MINUTE, startOfDay } from "../domain/time.ts";
import type { Person } from "./folk.ts";
import type { Letter } from "./post.ts";
import type { Stage } from "./stage.ts";

export function planCalls(day: number, amount: number, stage: Stage): void {
  const chance = createChance(`${stage.seed} calls ${day}`);
  const count = Math.floor(amount + chance.next());
  for (let index = 0; index < count; index++)
    stage.agenda.add(startOfDay(day) + chance.between(7, 19) * HOUR, "call", () =>
      call(`${day}-${index}`, stage),
    );
}

async function call(key: string, stage: Stage): Promise<void> {
  const { folk, county, seed } = stage;
  const chance = createChance(`${seed} call ${key}`);
  const from = chance.pick(folk.role("township"));
  const item = chance.pick(county.reference.taxonomy.items.filter(({ routing }) => routing.length > 0));
  const isOutside = chance.happens(0.15);
  const units = [...new Set(item.routing.map(({ unit }) => unit))].filter(
    (unit) => folk.unit(unit).length > 0,
  );
  const body = {
    id: `sim-call-${seed}-${key}`,
    level: chance.weighted(
      ["daily", "tough", "emergency"] as const,
      (level) => ({ daily: 8, tough: 1, emergency: 1 })[level],
    ),
    itemCode: isOutside ? null : item.code,
    lead: isOutside ? null : (units[0] ?? null),
    assist: isOutside ? [] : units.slice(1, 3),
    text: "需要有关部门到现场会商处置。",
  };
  await launch({ method: "POST", path: "/api/calls", body, from }, stage);
}

async function launch(letter: Letter, stage: Stage): Promise<void> {
  const answer = await stage.post.send(letter);
  if (answer === null || answer.status >= 500)
    stage.agenda.add(stage.wall.truth() + 5 * MINUTE, "resend", () => launch(letter, stage));
  else stage.seen.note(`call ${answer.status}`);
}

/** Called whenever a call has changed. */
export function planCallTurn(id: string, stage: Stage): void {
  const found = stage.mirror.calls().get(id);
  if (!found || found.state === "closed" || found.state === "withdrawn") return;
  const at = stage.wall.truth() + (stage.chance.happens(0.1) ? 60 : 1) * stage.chance.between(0.1, 3) * HOUR;
  stage.agenda.add(at, "call turn", () => turn(id, found.version, stage));
}

async function turn(id: string, version: number, stage: Stage): Promise<void> {
  const found = stage.mirror.calls().get(id);
  if (!found || found.version !== version) return;
  const offers = await offersOf(found, stage);
  if (offers.length === 0) return planCallTurn(id, stage);
  const { person, move } = stage.chance.pick(offers);
  const fields = fieldsOf(move, found, stage);
  const command = { action: move.action, version, commandId: stage.commandId(), ...fields };
  const answer = await stage.post.send({
    method: "POST",
    path: `/api/calls/${id}/moves`,
    body: command,
    from: person,
  });
  if (answer !== null) stage.seen.note(`call moves ${answer.status}`);
  if (stage.mirror.calls().get(id)?.version === version) planCallTurn(id, stage);
}

async function offersOf(found: Call, { folk, county, post }: Stage) {
  const world = await post.run(async () => await callWorldFor(county.deps()));
  if (world === null) return [];
  const units = [found.township, ...found.answers.map(({ unit }) => unit)];
  const people: readonly Person[] = [
    ...units.flatMap((unit) => [...folk.unit(unit)]),
    ...folk.role("centre"),
  ];
  return [...new Set(people)].flatMap((person) =>
    callMovesFrom(found, { actor: person.actor, posts: person.account.posts }, world)
      .filter(({ action }) => action !== "decline" || world.now % 7 === 0)
      .map((move) => ({ person, move })),
  );
}

function fieldsOf(
  { needs }: CallMove,
  found: Call,
  { chance, county, folk }: Stage,
): Record<string, unknown> {
  const score = () => chance.weighted([5, 4, 2], (value) => value);
  const unrated = found.answers.find(({ ratedBy, state }) => ratedBy === null && state !== "declined");
  const staffed = county.reference.units.filter(
    ({ code, level }) => level === "county" && folk.unit(code).length > 0,
  );
  const values: Readonly<Record<CallField, () => unknown>> = {
    lead: () => chance.pick(staffed).code,
    basisItem: () => found.itemCode ?? chance.pick(county.reference.taxonomy.items).code,
    reason: () => "经核实不属本单位职责",
    result: () => "现场已处置",
    note: () => "已电话联系，约定到场时间",
    unit: () => unrated?.unit ?? found.answers[0]?.unit,
    department: () => ({ signing: score(), arrival: score(), solution: score(), conduct: score() }),
    townshipRating: () => ({ necessity: score(), cooperation: score() }),
  };
  return Object.fromEntries(needs.map((name) => [name, values[name]()]));
}
