/**
 * 返工, 没解决 and 差评整改 of what a unit did that is closed by now: its heir puts it right, and where there is none the
 * desk sends it to another unit (decision 0056). Whatever was in hand when it closed waits for the administrator's batch.
 */
import type { CaseState, Notice } from "../case.ts";
import { type Clock, countedBy, isRunning } from "../clock.ts";
import { type Succession, successionOf } from "../departments.ts";
import type { Found } from "../move.ts";
import { machine } from "../settle.ts";
import { type Standing, step } from "../step.ts";
import { dayNumber, dayOf } from "../time.ts";
import { type Command, moveNamed } from "../workflow.ts";
import type { World } from "../world.ts";
import { passOn } from "./succeedCase.ts";
import { comeBackWords } from "./words.ts";

/** @param before the case that the act was about, with its clocks; `standing` is what the act made of it. */
export function comeBack(before: Found, standing: Standing, world: World): Standing {
  const { leadUnit, state } = standing.case;
  if (state !== "accepted" || leadUnit === null || !worked.has(before.case.state)) return standing;
  const succession = successionOf(leadUnit, world.reference.unitsByCode, dayOf(dayNumber(world.now)));
  if (succession === null) return standing;
  return succession.heir === null
    ? relieved(standing, leadUnit, world)
    : inherited(
        begunByHeir(before, standing, succession, world),
        { ...succession, heir: succession.heir },
        world,
      );
}

/** The unit had finished with it. */
const worked: ReadonlySet<CaseState> = new Set(["handled", "checked", "closed", "followedUp"]);

/**
 * A limit that began in the act itself (差评整改) was never the closed unit's: it counts the working time of the heir. What
 * began before goes on by the calendar that was frozen on it.
 */
function begunByHeir(
  before: Found,
  standing: Standing,
  { closed, heir }: Succession,
  world: World,
): Standing {
  const known = new Set(before.clocks.map(({ id }) => id));
  const calendar = world.calendars.of(heir);
  const isBegun = (clock: Clock) => !known.has(clock.id) && clock.unit === closed && isRunning(clock);
  const clocks = standing.clocks.map((clock) => (isBegun(clock) ? countedBy(clock, calendar) : clock));
  return { ...standing, clocks };
}

/** The message of the act is the heir's, for nobody is left to read it at the closed unit. */
function inherited(
  standing: Standing,
  { closed, heir }: Succession & { readonly heir: string },
  world: World,
): Standing {
  const reason = comeBackWords.toHeir(nameOf(closed, world), nameOf(heir, world));
  const act = { batch: world.newId(), reason, actor: machine, world };
  const done = passOn(standing, "succeed", { from: closed, to: heir }, act) ?? standing;
  const readdress = (notice: Notice): Notice =>
    isTo(notice, closed) ? { ...notice, to: { kind: "unit", code: heir } } : notice;
  return { ...done, notices: done.notices.map(readdress) };
}

function relieved(standing: Standing, closed: string, world: World): Standing {
  const move = moveNamed("relieve");
  if (move === null) throw new Error("No row for relieve");
  const note = comeBackWords.toDesk(nameOf(closed, world));
  const command = { action: "relieve", version: standing.case.version, note } as Command;
  const act = { command, move, actor: machine, recordedAt: world.now };
  const done = step(standing, act, world);
  if ("kind" in done) throw new Error(`relieve of ${standing.case.number} was refused: ${done.code}`);
  return { ...done, notices: done.notices.filter((notice) => !isTo(notice, closed)) };
}

function isTo({ to }: Notice, unit: string): boolean {
  return to.kind === "unit" && to.code === unit;
}

function nameOf(code: string, { reference }: World): string {
  return reference.unitsByCode.get(code)?.name ?? code;
}
