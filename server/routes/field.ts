/** Out in the field (外勤): what the county lets phones do, and the tasks in one's own hands with where they are. */
import { Hono } from "hono";
import { etag } from "hono/etag";
import type { SignedIn } from "../appEnv.ts";
import { filterOf } from "../caseFilter.ts";
import type { Deps } from "../deps.ts";
import type { FieldTask, FieldTasksAnswer } from "../domain/field.ts";
import { scopeOf } from "../domain/permit.ts";
import { note } from "../openapi.ts";
import { fieldRuleShape, fieldTasksShape } from "../shapes/field.ts";
import { caseRow } from "../view/caseRow.ts";

/** More than anybody walks to in a day; the rest stands in the worklist. */
const MOST_TASKS = 50;

export function fieldRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock, names } = deps;
  return new Hono<SignedIn>()
    .use("/api/field", etag())
    .get(
      "/api/field",
      note({ tag: "案卷", summary: "地图应用和照片水印的规定", answer: fieldRuleShape }),
      (c) => c.json(deps.fieldRule),
    )
    .get(
      "/api/field/tasks",
      note({
        tag: "案卷",
        summary: "在自己手里的案卷及其位置",
        description: `到期早的在前，最多 ${MOST_TASKS} 件。手机的位置不上传：远近由手机自己算。`,
        answer: fieldTasksShape,
      }),
      async (c) => {
        const { actor } = c.get("session");
        const now = clock.now();
        const page = { sort: "due", after: null, limit: MOST_TASKS } as const;
        const { rows } = await store.cases.list(
          scopeOf(actor),
          filterOf({ tab: "todo" }, actor, now),
          page,
          now,
        );
        const tasks = await Promise.all(
          rows.map(async (row): Promise<FieldTask> => {
            const whole = (await store.cases.file(row.id))?.case;
            const point = whole?.placement?.point ?? whole?.point ?? null;
            return {
              ...caseRow(row, actor, names),
              point: point && { lng: point.lng, lat: point.lat },
              photos: whole?.photos ?? [],
            };
          }),
        );
        return c.json({ rows: tasks, now } satisfies FieldTasksAnswer);
      },
    );
}
