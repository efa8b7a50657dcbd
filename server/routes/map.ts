/** The map: cells with how much is open in them, and the cases within a box. */
import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import * as v from "valibot";
import type { Box, CasePin } from "../../db/store.ts";
import type { SignedIn } from "../appEnv.ts";
import { filterEntries, filterOf } from "../caseFilter.ts";
import { gridVersionEntry } from "../evaluation/question.ts";
import type { Deps } from "../deps.ts";
import { packPoints } from "../domain/casePoints.ts";
import { refuse } from "../domain/case.ts";
import { scopeOf } from "../domain/permit.ts";
import { mapCasesShape, mapCellsShape, mapCountsShape } from "../shapes/map.ts";
import type { MapCasesAnswer, MapCellsAnswer } from "../domain/mapAnswers.ts";
import { note } from "../openapi.ts";
import { problem } from "../problem.ts";
import { query } from "../validate.ts";
import { countsOfDay, countsOnVersion } from "../view/mapCounts.ts";
import type { Names } from "../view/names.ts";

const MOST_PINS = 2000;

/** A county's cases of several years; beyond that a filter is asked for by what the page says. */
const MOST_POINTS = 200_000;

const mapQuery = v.strictObject({
  ...filterEntries,
  sort: v.optional(v.picklist(["due"])),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,4}$/, "1 到 2000 的整数"), v.toNumber(), v.minValue(1)),
  ),
  box: v.pipe(
    v.string(),
    v.regex(/^(-?\d{1,3}(\.\d{1,12})?)(,-?\d{1,3}(\.\d{1,12})?){3}$/, "西,南,东,北（经纬度）"),
  ),
});

export function mapRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock, names } = deps;
  return new Hono<SignedIn>()
    .use("/api/map/cells", compress(), etag())
    .get(
      "/api/map/cells",
      note({
        tag: "地图",
        summary: "网格",
        description: "含每个网格里在办和超期的件数。",
        answer: mapCellsShape,
      }),
      async (c) => {
        c.header("Cache-Control", "private, no-cache");
        const counts = await store.stats.byCell(scopeOf(c.get("session").actor), clock.now());
        const countsByCell = new Map(counts.map((row) => [row.cell, row]));
        const answer: MapCellsAnswer = {
          cells: deps.cells.map(({ code, name, townshipCode, rings }) => {
            const { open = 0, overdue = 0 } = countsByCell.get(code) ?? {};
            return { code, name, townshipCode, rings, open, overdue };
          }),
          ...deps.ground,
        };
        return c.json(answer);
      },
    )
    .get(
      "/api/map/counts",
      note({
        tag: "地图",
        summary: "各网格在办和超期的件数",
        description:
          "缺省按案卷当日的网格；gridVersion 指定治理网格的版本时，案卷按坐标重新落到那一版，落不进的计入 beside。",
        answer: mapCountsShape,
        refusals: [422],
      }),
      query(v.strictObject({ gridVersion: gridVersionEntry })),
      async (c) => {
        const { gridVersion } = c.req.valid("query");
        const { actor } = c.get("session");
        if (gridVersion === undefined) return c.json(await countsOfDay(actor, deps));
        const answer = await countsOnVersion(actor, Number(gridVersion), deps);
        return "kind" in answer ? problem(c, answer) : c.json(answer);
      },
    )
    .get(
      "/api/map/cases",
      note({ tag: "地图", summary: "范围内的案卷", answer: mapCasesShape, refusals: [422] }),
      query(mapQuery),
      async (c) => {
        const { actor } = c.get("session");
        const { box: sent, sort, limit = MOST_PINS, ...filters } = c.req.valid("query");
        const box = boxOf(sent);
        if (!box)
          return problem(c, refuse("badValue", { field: "box", given: sent, expected: "西 < 东，南 < 北" }));
        const now = clock.now();
        const view = { box, limit: Math.min(limit, MOST_PINS), now, ...(sort && { sort }) };
        const pins = await store.cases.pins(scopeOf(actor), filterOf(filters, actor, now), view);
        const answer: MapCasesAnswer = { rows: pins.map((pin) => pinRow(pin, names)), now };
        return c.json(answer);
      },
    )
    .get(
      "/api/map/points",
      note({
        tag: "地图",
        summary: "全部案卷的点位",
        description:
          "二进制（小端）：位置、灯色、事项和案卷号，每件 15 字节，一次取完；格式见 server/domain/casePoints.ts。筛选与案卷列表相同，最多 200000 件，新的在前。",
        type: "application/octet-stream",
        refusals: [422],
      }),
      query(v.strictObject(filterEntries)),
      async (c) => {
        const { actor } = c.get("session");
        const now = clock.now();
        const filter = filterOf(c.req.valid("query"), actor, now);
        const points = await store.cases.points(scopeOf(actor), filter, { limit: MOST_POINTS, now });
        c.header("Cache-Control", "private, no-cache");
        return c.body(packPoints(points).buffer, 200, { "Content-Type": "application/octet-stream" });
      },
    );
}

function boxOf(sent: string): Box | null {
  const [west = 0, south = 0, east = 0, north = 0] = sent.split(",").map(Number);
  return west < east && south < north ? { west, south, east, north } : null;
}

function pinRow({ itemCode, cellCode, holder, lng, lat, ...pin }: CasePin, names: Names) {
  return {
    ...pin,
    item: names.item(itemCode),
    cell: names.cell(cellCode),
    holder: names.holder(holder),
    point: { lng, lat },
  };
}
