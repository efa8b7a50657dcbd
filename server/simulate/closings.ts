/** 机构撤并 in the rehearsal: each month a unit closes with an heir who takes over, and some hours later it is all taken back. */
import { createChance } from "../demo/chance.ts";
import { isOpen } from "../domain/case.ts";
import type { SubjectAnswer } from "../domain/county/answers.ts";
import { DAY, dayNumber, dayOf, HOUR, startOfDay } from "../domain/time.ts";
import { insist } from "./insist.ts";
import type { Stage } from "./stage.ts";

const DAY_OF_MONTH = 12;
/** Those who have most on their desks: a unit without work leaves nothing to take over. */
const BUSIEST = 2;

export function planClosings(day: number, stage: Stage): void {
  if (new Date(startOfDay(day) + DAY / 2).getUTCDate() !== DAY_OF_MONTH) return;
  const chance = createChance(`${stage.seed} closing ${day}`);
  stage.agenda.add(startOfDay(day) + chance.between(8, 11) * HOUR, "unit closes", async () => {
    const [unit, heir] = pickTwo(stage);
    if (unit === undefined || heir === undefined) return;
    await publish({ unit, heir }, true, stage, async () => await succeed({ unit, heir }, stage));
  });
}

interface Bequest {
  readonly unit: string;
  readonly heir: string;
}

function pickTwo({ mirror, folk, county, chance }: Stage): readonly string[] {
  const atWork = county
    .deps()
    .reference.units.filter(
      ({ code, level, type, closedOn }) =>
        level === "county" && type === "department" && closedOn === undefined && folk.unit(code).length > 0,
    )
    .map(({ code }) => code);
  const load = new Map(atWork.map((code) => [code, 0]));
  for (const { case: found } of mirror.all()) {
    const known = load.get(found.leadUnit ?? "");
    if (known !== undefined && isOpen(found.state)) load.set(found.leadUnit ?? "", known + 1);
  }
  const busiest = [...load].filter(([, open]) => open > 0).sort(([, a], [, b]) => b - a);
  if (busiest.length === 0) return [];
  const [unit] = chance.pick(busiest.slice(0, BUSIEST));
  return [unit, chance.pick(atWork.filter((code) => code !== unit))];
}

/** After so many refusals the county leaves it as it is. */
const TRIES = 8;

/** Drafts the list of units as it shall be and puts it in force today; whatever comes between, it is begun again. */
async function publish(
  { unit, heir }: Bequest,
  closes: boolean,
  stage: Stage,
  then: () => Promise<void>,
  left = TRIES,
): Promise<void> {
  const [from = null] = stage.folk.role("admin");
  const path = "/api/county/units";
  const today = () => dayOf(dayNumber(stage.county.deps().clock.now()));
  const isDone = () =>
    (stage.county.deps().reference.unitsByCode.get(unit)?.closedOn !== undefined) === closes;
  const again = () => publish({ unit, heir }, closes, stage, then, left - 1);
  await insist({ method: "GET", path, from }, stage, async ({ body: seen }) => {
    const { draft, body } = seen as SubjectAnswer;
    const change = closes ? { closedOn: today(), mergedInto: heir } : {};
    const drafted = { revision: draft?.revision ?? null, body: withUnit(body, unit, change) };
    await insist({ method: "POST", path: `${path}/draft`, body: drafted, from }, stage, async (saved) => {
      const { revision } = (saved.body as SubjectAnswer).draft ?? { revision: 0 };
      const order = { revision, validFrom: today(), note: "机构改革" };
      await insist(
        { method: "POST", path: `${path}/publish`, body: order, from },
        stage,
        async ({ status }) => {
          stage.seen.note(`units published ${status}`);
          if (isDone()) await then();
          else if (left > 0) stage.agenda.add(stage.wall.truth() + HOUR, "units again", again);
        },
      );
    });
  });
}

interface UnitRow {
  readonly code: string;
  readonly closedOn?: string;
  readonly mergedInto?: string;
}

function withUnit(
  body: SubjectAnswer["body"],
  code: string,
  change: Partial<UnitRow>,
): SubjectAnswer["body"] {
  const file = body["departments.json"] as { readonly units: readonly UnitRow[] };
  const units = file.units.map((row) => {
    const { closedOn: _1, mergedInto: _2, ...open } = row;
    return row.code === code ? { ...open, ...change } : row;
  });
  return { "departments.json": { ...file, units } };
}

async function succeed(bequest: Bequest, stage: Stage): Promise<void> {
  const [from = null] = stage.folk.role("admin");
  const body = { unit: bequest.unit, reason: "机构改革，职责划入", dryRun: false };
  await insist({ method: "POST", path: "/api/successions", body, from }, stage, async ({ status }) => {
    stage.seen.note(`unit succeeded ${status}`);
    const at = stage.wall.truth() + stage.chance.between(1, 8) * HOUR;
    stage.agenda.add(at, "unit opens again", () =>
      publish(bequest, false, stage, async () => await giveBack(bequest, stage)),
    );
  });
}

async function giveBack(bequest: Bequest, stage: Stage): Promise<void> {
  const [from = null] = stage.folk.role("admin");
  const body = { ...bequest, reason: "改革方案调整，恢复原单位", dryRun: false };
  await insist({ method: "POST", path: "/api/successions/undo", body, from }, stage, async ({ status }) =>
    stage.seen.note(`unit given back ${status}`),
  );
}
