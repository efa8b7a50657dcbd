/** 网格: versions read by everybody who is signed in; imported, drawn, tried out and published by the administrator. */
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import type { GridDraftAnswer } from "../domain/gridAnswers.ts";
import type { DraftBody, GridDraft, GridLayer } from "../domain/gridVersion.ts";
import { unreadableSentence } from "../domain/gridWords.ts";
import { gridAnswer, gridCellsAnswer, mayDraw } from "../grid/answers.ts";
import { bodyOf, closedRings, createGridDesk } from "../grid/draft.ts";
import { corrected } from "../grid/judge.ts";
import { gridOfVersion } from "../grid/ofVersion.ts";
import { publishGrid } from "../grid/publish.ts";
import { readBeside } from "../grid/beside.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem, toldProblem } from "../problem.ts";
import { day, line } from "../schema.ts";
import {
  correctionShape,
  gridCellsShape,
  gridDraftShape,
  gridShape,
  gridTrialShape,
  layerShape,
} from "../shapes/grid.ts";
import { baseMapShape } from "../shapes/map.ts";
import { body, query } from "../validate.ts";
import { baseMapOf } from "../view/baseMap.ts";

const revision = v.pipe(v.number(), v.integer(), v.minValue(1));
const column = v.optional(line(60));

const importQuery = v.strictObject({
  layer: layerShape,
  file: line(200),
  datum: v.optional(v.picklist(["wgs84", "cgcs2000", "gcj02", "bd09"])),
  revision: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/, "草稿版次"))),
  code: column,
  name: column,
  kind: column,
  community: column,
});

const drawnCells = v.pipe(
  v.array(
    v.strictObject({
      code: line(40),
      name: line(60),
      kind: v.picklist(["base", "dedicated"]),
      rings: v.array(v.array(v.array(v.tuple([v.number(), v.number()])))),
    }),
  ),
  v.maxLength(131_071),
);

const onlyDrawers = createMiddleware<SignedIn>(async (c, next) =>
  c.req.method === "GET" || mayDraw(c.get("session").actor) ? next() : doorProblem(c, "gridAdminOnly"),
);

export function gridRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock } = deps;
  const desk = createGridDesk(deps);
  const list = async (c: Context<SignedIn>) => c.json(await gridAnswer(c.get("session").actor, deps));
  const stale = (c: Context<SignedIn>) => problem(c, refuse("stale"));

  interface Saving {
    readonly layer: GridLayer;
    readonly seen: number | null;
    readonly source: string;
    readonly body: DraftBody;
    readonly fields?: GridDraftAnswer["fields"];
  }

  async function save(c: Context<SignedIn>, { seen, fields, ...drawn }: Saving): Promise<Response> {
    const draft = { ...drawn, changedBy: c.get("session").actor.id, changedAt: clock.now() };
    if (!(await store.grid.saveDraft(draft, seen))) return stale(c);
    return c.json(await desk.answer({ ...draft, revision: (seen ?? 0) + 1 }, fields));
  }

  /** The draft that was seen; null when there is none or it has changed. */
  async function seenDraft(layer: GridLayer, seen: number): Promise<GridDraft | null> {
    const draft = await store.grid.draft(layer);
    return draft?.revision === seen ? draft : null;
  }

  return new Hono<SignedIn>()
    .use("/api/grid/*", onlyDrawers)
    .use("/api/grid/*", compress())
    .get(
      "/api/grid",
      note({
        tag: "网格",
        summary: "网格版本",
        description: "各层的版本（起用日、发布人、原因、增减、哈希）和未发布的草稿。",
        answer: gridShape,
      }),
      list,
    )
    .get(
      "/api/grid/versions/:version",
      note({
        tag: "网格",
        summary: "一个版本的网格",
        description: "分为沿用、新起用、和随之停用的。",
        params: { version: "版本号" },
        answer: gridCellsShape,
        refusals: [404],
      }),
      async (c) => {
        const answer = await gridCellsAnswer(Number(c.req.param("version")) || 0, deps);
        return answer === null ? problem(c, refuse("notFound")) : c.json(answer);
      },
    )
    .get(
      "/api/grid/versions/:version/basemap",
      note({
        tag: "网格",
        summary: "按一个版本画的底图",
        description: "治理网格某一版的底图，格式与 /api/basemap 相同；发布后不变。",
        params: { version: "版本号" },
        answer: baseMapShape,
        refusals: [404],
      }),
      async (c) => {
        const found = await gridOfVersion(Number(c.req.param("version")) || 0, { store });
        if ("kind" in found) return problem(c, refuse("notFound"));
        const { ground, places, config } = deps;
        return c.json(baseMapOf({ cells: found.cells, ground, places, config }));
      },
    )
    .get(
      "/api/grid/draft",
      note({ tag: "网格", summary: "草稿和检查结果", answer: gridDraftShape, refusals: [403, 404, 422] }),
      query(v.strictObject({ layer: layerShape })),
      async (c) => {
        if (!mayDraw(c.get("session").actor)) return doorProblem(c, "gridAdminOnly");
        const draft = await store.grid.draft(c.req.valid("query").layer);
        return draft === null ? problem(c, refuse("notFound")) : c.json(await desk.answer(draft));
      },
    )
    .post(
      "/api/grid/import",
      note({
        tag: "网格",
        summary: "导入为草稿",
        description:
          "正文就是文件：GeoJSON、TopoJSON，或装有 .shp、.dbf、.prj 的 zip，不超过 100 MB。datum 是提供单位说的坐标系；code、name、kind、community 是对应的字段名，认得出的可以不写。替换已有草稿须写明看到的版次。读不出来时已有的草稿不变。",
        sends: ["application/octet-stream"],
        answer: gridDraftShape,
        refusals: [403, 409, 413, 422],
      }),
      query(importQuery),
      async (c) => {
        const { layer, file, datum, revision: seen, ...named } = c.req.valid("query");
        const columns = Object.fromEntries(Object.entries(named).filter(([, field]) => field !== undefined));
        const bytes = new Uint8Array(await c.req.arrayBuffer());
        const read = await readBeside(bytes, { columns, ...(datum && { datum }) });
        if (read.kind === "unreadable")
          return toldProblem(c, "unreadableGrid", unreadableSentence(read.code, read.value));
        const { body: drawn, fields } = read;
        return save(c, {
          layer,
          seen: seen === undefined ? null : Number(seen),
          source: file,
          body: drawn,
          fields,
        });
      },
    )
    .post(
      "/api/grid/draft/begin",
      note({
        tag: "网格",
        summary: "从现行网格起草",
        answer: gridDraftShape,
        refusals: [403, 404, 409, 422],
      }),
      body(v.strictObject({ layer: layerShape })),
      async (c) => {
        const { layer } = c.req.valid("json");
        const { layers } = await gridAnswer(c.get("session").actor, deps);
        const version = layers.find(({ code }) => code === layer)?.version ?? null;
        if (version === null) return problem(c, refuse("notFound"));
        const drawn = bodyOf(await store.grid.cellsOf(version));
        return save(c, { layer, seen: null, source: `v${version}`, body: drawn });
      },
    )
    .post(
      "/api/grid/draft/correct",
      note({
        tag: "网格",
        summary: "接受一处整体更正",
        description: "坐标系、经纬度写反、没有闭合和重复的点。",
        answer: gridDraftShape,
        refusals: [403, 409, 422],
      }),
      body(v.strictObject({ layer: layerShape, revision, correction: correctionShape })),
      async (c) => {
        const { layer, revision: seen, correction } = c.req.valid("json");
        const draft = await seenDraft(layer, seen);
        if (draft === null) return stale(c);
        return save(c, { ...draft, seen, body: corrected(draft.body, correction) });
      },
    )
    .post(
      "/api/grid/draft/save",
      note({
        tag: "网格",
        summary: "保存所画的网格",
        description: "整张网格，WGS-84 坐标。",
        answer: gridDraftShape,
        refusals: [403, 409, 413, 422],
      }),
      body(v.strictObject({ layer: layerShape, revision, cells: drawnCells })),
      async (c) => {
        const { layer, revision: seen, cells } = c.req.valid("json");
        const draft = await seenDraft(layer, seen);
        if (draft === null) return stale(c);
        const drawn = cells.map((cell) => ({ ...cell, hasCode: true, rings: cell.rings.map(closedRings) }));
        const saved: DraftBody = { drawing: { cells: drawn, faults: [] }, datum: "wgs84", stated: true };
        return save(c, { layer, seen, source: draft.source, body: saved });
      },
    )
    .post(
      "/api/grid/draft/discard",
      note({ tag: "网格", summary: "放弃草稿", answer: gridShape, refusals: [403, 409, 422] }),
      body(v.strictObject({ layer: layerShape, revision })),
      async (c) => {
        const { layer, revision: seen } = c.req.valid("json");
        return (await store.grid.discardDraft(layer, seen)) ? list(c) : stale(c);
      },
    )
    .post(
      "/api/grid/draft/trial",
      note({
        tag: "网格",
        summary: "试算",
        description:
          "从 validFrom 起用会变什么：网格增减、会落到别的网格的在办案卷、网格将停用的网格员。不改变任何东西。",
        answer: gridTrialShape,
        refusals: [403, 409, 422],
      }),
      body(v.strictObject({ layer: layerShape, revision, validFrom: day })),
      async (c) => {
        const { layer, revision: seen, validFrom } = c.req.valid("json");
        const draft = await seenDraft(layer, seen);
        return draft === null ? stale(c) : c.json(await desk.trial(draft, validFrom));
      },
    )
    .post(
      "/api/grid/draft/publish",
      note({
        tag: "网格",
        summary: "发布草稿",
        description: "从 validFrom 起用；有错误则拒绝。发布后不能修改，案卷保留当日所在的网格。",
        answer: gridShape,
        refusals: [403, 409, 422],
      }),
      body(v.strictObject({ layer: layerShape, revision, validFrom: day, note: line(200) })),
      async (c) => {
        const { layer, revision: seen, validFrom, note: why } = c.req.valid("json");
        const draft = await seenDraft(layer, seen);
        if (draft === null) return stale(c);
        const { cells, faults } = await desk.judged(draft);
        const errors = faults.filter(({ severity }) => severity === "error").length;
        if (errors > 0 || cells.length === 0) {
          const given = cells.length === 0 ? "一个网格也没有" : `有 ${errors} 处错误`;
          return problem(c, refuse("badValue", { field: "grid", given, expected: "检查没有错误的网格" }));
        }
        const by = c.get("session").actor.id;
        const made = { layer, drawn: cells, validFrom, note: why, source: draft.source, by, seen };
        const published = await publishGrid(made, deps);
        return typeof published === "number" ? list(c) : problem(c, published);
      },
    );
}
