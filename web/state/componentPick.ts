/** Choosing a component when reporting: the nearest from the server or, without a line, from what this device keeps. */
import { metresBetween } from "../../geo/near.ts";
import type { Point } from "../../geo/point.ts";
import type {
  NearComponent,
  NearComponentsAnswer,
  OwnComponentsAnswer,
} from "../../server/domain/component/answers.ts";
import { type Answer, ask, queryOf } from "../api.ts";
import { account } from "./session.ts";
import { deviceStore } from "./store.ts";

export interface NearChoice extends NearComponent {
  readonly metres: number;
  readonly open: number;
}

export interface NearChoices {
  readonly rows: readonly NearChoice[];
  /**
   * Without a line: from this device, so that nobody knows whether cases of them are open; `missing` where the device
   * keeps none, because it never fetched those of this person's cells.
   */
  readonly offline: "kept" | "missing" | null;
}

/** @param item only things of which it is a fault; all when null. */
export async function chooseNear(point: Point, item: string | null): Promise<Answer<NearChoices>> {
  const { lng, lat } = point;
  const answer = await ask<NearComponentsAnswer>(`/api/components/near${queryOf({ lng, lat, item })}`);
  if (answer.kind === "answer") return { ...answer, value: { rows: answer.value.rows, offline: null } };
  if (answer.status !== 0) return answer;
  const kept = await keptComponents();
  const value: NearChoices =
    kept === null ? { rows: [], offline: "missing" } : { rows: nearest(kept, point, item), offline: "kept" };
  return { kind: "answer", status: 200, value };
}

const SHOWN = 20;
const WITHIN = 600;

/** The nearest of a list, as the server would say it. */
export function nearest(
  among: readonly NearComponent[],
  point: Point,
  item: string | null,
): readonly NearChoice[] {
  return among
    .filter(({ items }) => item === null || items.includes(item))
    .map((row) => ({ ...row, metres: Math.round(metresBetween(point, row.point) * 10) / 10, open: 0 }))
    .filter(({ metres }) => metres <= WITHIN)
    .sort((a, b) => a.metres - b.metres || (a.code < b.code ? -1 : 1))
    .slice(0, SHOWN);
}

/** Fetched once a day where there is a line: the register of one's own cells. */
export async function keepComponents(): Promise<void> {
  const by = account.peek()?.id;
  if (by === undefined || account.peek()?.role !== "gridWorker") return;
  const store = await deviceStore();
  const kept = await store.get("components", by);
  if (kept !== undefined && Date.now() - kept.at < DAY) return;
  const answer = await ask<OwnComponentsAnswer>("/api/components/mine");
  if (answer.kind === "answer")
    await store.put("components", { by, at: Date.now(), rows: answer.value.rows });
}

const DAY = 86_400_000;

async function keptComponents(): Promise<readonly NearComponent[] | null> {
  const by = account.peek()?.id;
  const kept = by === undefined ? undefined : await (await deviceStore()).get("components", by);
  return kept?.rows ?? null;
}
