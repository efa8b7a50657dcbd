/** The turn of a case: somebody who may do something with it does what they are likely to do, through the real door. */
import type { Actor, Case } from "../domain/case.ts";
import { isOpen } from "../domain/case.ts";
import { type Around as Guarding } from "../domain/guards.ts";
import type { Move } from "../domain/moves/row.ts";
import { aroundOf, movesFrom } from "../domain/move.ts";
import { HOUR, MINUTE } from "../domain/time.ts";
import { worldFor } from "../world.ts";
import { fillIn } from "./fill.ts";
import type { Person } from "./folk.ts";
import { nextMoment, weightOf } from "./habits.ts";
import type { Known } from "./mirror.ts";
import type { Letter } from "./post.ts";
import type { Stage } from "./stage.ts";

/** Called whenever a case has changed: somebody will turn to it. */
export function planTurn(known: Known, stage: Stage): void {
  const { agenda, wall, county, folk, chance } = stage;
  const { id, version, holder } = known.case;
  const slowness = folk.unit(holder ?? "")[0]?.slowness ?? folk.cell(holder ?? "")[0]?.slowness ?? 1;
  const at = nextMoment(known, { now: wall.truth(), calendar: county.deps().calendar, chance, slowness });
  if (at !== null) agenda.add(at, "turn", () => turn(id, version, stage));
}

interface Offer {
  readonly person: Person | null;
  readonly move: Move;
}

async function turn(caseId: string, version: number, stage: Stage): Promise<void> {
  const known = stage.mirror.known(caseId);
  // Somebody else was first: their act has planned the next turn
  if (known === undefined || known.case.version !== version) return;
  const offers = offersOf(known, stage);
  if (offers.length === 0) return again(known, stage);
  const { person, move } = stage.chance.weighted(offers, (offer) =>
    weightOf(actionOf(offer.move), offer.person, known.case),
  );
  const letter = letterOf({ person, move }, known.case, stage);
  if (letter === null) return again(known, stage);
  await sendMove(letter, known, stage);
}

function actionOf({ action }: Move): Parameters<typeof weightOf>[0] {
  return action as Parameters<typeof weightOf>[0];
}

function offersOf({ case: found, clocks }: Known, { folk, county }: Stage): readonly Offer[] {
  const around: Omit<Guarding, "actor"> = {
    ...aroundOf(worldFor(county.deps())),
    clocks: [...clocks.values()],
  };
  const byPeople = folk
    .around(found)
    .flatMap((person) => movesFrom(found, person.actor, around).map((move) => ({ person, move })));
  const resident: Actor = { id: "resident", role: "resident", unit: null, cells: [], caseId: found.id };
  const byResident = movesFrom(found, resident, around).map((move) => ({ person: null, move }));
  return [...byPeople, ...byResident];
}

function letterOf({ person, move }: Offer, found: Case, stage: Stage): Letter | null {
  const { county, folk, chance, photos, register } = stage;
  const around = {
    deps: county.deps(),
    folk,
    chance,
    photos,
    register,
    other: (of: Case) => otherCase(of, stage),
  };
  const values = fillIn(move, found, person, around);
  if (values === null) return null;
  const command = { action: move.action, commandId: stage.commandId(), ...values };
  return person === null
    ? {
        method: "POST",
        path: `/api/progress/${found.number}/moves`,
        body: { ...command, code: found.trackingCode },
        from: null,
      }
    : {
        method: "POST",
        path: `/api/cases/${found.id}/moves`,
        body: { ...command, version: found.version },
        from: person,
      };
}

/** Another open case of the township, as somebody would name who holds the two for one. */
function otherCase(found: Case, { mirror, chance }: Stage): Case | null {
  const near: Case[] = [];
  for (const { case: each } of mirror.recent())
    if (each.id !== found.id && each.townshipCode === found.townshipCode && isOpen(each.state))
      near.push(each);
  return near.length === 0 ? null : chance.pick(near);
}

/** Sends until an answer comes: the same command under the same id, which must act once. */
async function sendMove(letter: Letter, known: Known, stage: Stage): Promise<void> {
  const { post, faults, chance, agenda, wall } = stage;
  const twice = faults && chance.happens(0.03);
  const answers = twice ? await post.sendTwice(letter) : [await post.send(letter)];
  let heard = false;
  for (const answer of answers) {
    if (answer === null || answer.status >= 500 || answer.status === 429) continue;
    heard = true;
    noteAnswer(answer.status, letter, known, stage);
  }
  if (!heard) {
    agenda.add(wall.truth() + chance.between(1, 30) * MINUTE, "resend", () => sendMove(letter, known, stage));
    return;
  }
  const now = stage.mirror.known(known.case.id);
  if (now?.case.version === known.case.version) again(known, stage);
}

function noteAnswer(status: number, { body, from }: Letter, known: Known, { promises, seen }: Stage): void {
  const { action, commandId } = body as { readonly action: string; readonly commandId: string };
  seen.note(status === 200 ? "moves done" : "moves refused");
  if (status !== 200) return seen.note(`refused ${status} ${action}`);
  // What a resident sends again may be answered by what it did the first time
  if (from !== null || status === 200) promises.commandDone(known.case.id, commandId);
}

/** Nothing came of it: somebody looks again later. */
function again(known: Known, stage: Stage): void {
  const { agenda, wall, chance } = stage;
  const { id, version, state } = known.case;
  if (!isOpen(state) && chance.happens(0.6)) return;
  agenda.add(wall.truth() + chance.between(1, 20) * HOUR, "turn", () => turn(id, version, stage));
}
