/** 部件: the register, the nearest ones, the history of one, and the import of files. */
import { Hono } from "hono";
import { compress } from "hono/compress";
import * as v from "valibot";
import type { ComponentFilter } from "../../db/store.ts";
import type { SignedIn } from "../appEnv.ts";
import {
  componentAnswer,
  componentsAnswer,
  mayImport,
  nearComponents,
  nearRow,
} from "../components/answers.ts";
import { type ComponentImport, importComponents } from "../components/importFile.ts";
import { componentFaultSentence, offerSentence, offsetSentence } from "../components/words.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import type { ComponentImportAnswer, OwnComponentsAnswer } from "../domain/component/answers.ts";
import { LONGEST_SEARCH } from "../domain/search.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { code, degrees, line } from "../schema.ts";
import {
  componentImportShape,
  componentShape,
  componentsShape,
  nearComponentsShape,
  ownComponentsShape,
} from "../shapes/components.ts";
import { body, query } from "../validate.ts";

const MOST_OWN = 5000;
const SHOWN_FAULTS = 50;

const digits = v.pipe(v.string(), v.regex(/^\d{1,16}$/, "数字代码"));

const listQuery = v.strictObject({
  q: v.optional(line(LONGEST_SEARCH)),
  class: v.optional(digits),
  owner: v.optional(code),
  unit: v.optional(code),
  within: v.optional(digits),
  state: v.optional(v.picklist(["inUse", "outOfUse", "removed"])),
  trouble: v.optional(v.picklist(["open", "repeated"])),
  after: v.optional(digits),
});

const importBody = v.strictObject({
  name: line(120),
  /** The file as it is, in Base64. */
  content: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/, "Base64")),
  datum: v.picklist(["wgs84", "cgcs2000", "gcj02", "bd09"]),
  /** Rows whose latitude and longitude look exchanged are read the other way round. */
  swap: v.optional(v.boolean(), false),
  dryRun: v.boolean(),
});

/** Stands in place of a unit for things that belong to nobody known. */
const NOBODY = "none";

export function componentRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock } = deps;
  return new Hono<SignedIn>()
    .use("/api/components/mine", compress())
    .get(
      "/api/components",
      note({
        tag: "部件",
        summary: "部件台账",
        description:
          "q 查名称和标识码；within 是乡镇、社区或网格代码；owner=none 是未登记权属的；trouble：有在办案卷、反复故障。",
        answer: componentsShape,
        refusals: [422],
      }),
      query(listQuery),
      async (c) => {
        const { after = "", trouble, ...asked } = c.req.valid("query");
        const page = { filter: filterOf(asked, trouble), isRepeated: trouble === "repeated", after };
        return c.json(await componentsAnswer(page, c.get("session").actor, deps));
      },
    )
    .get(
      "/api/components/near",
      note({
        tag: "部件",
        summary: "附近的部件",
        description: "由近到远；item 给出时，只列这个事项管的部件。坐标为 WGS-84。",
        answer: nearComponentsShape,
        refusals: [422],
      }),
      query(v.strictObject({ lng: degrees(180), lat: degrees(90), item: v.optional(code) })),
      async (c) => {
        const { lng, lat, item } = c.req.valid("query");
        return c.json(await nearComponents({ lng, lat }, item === undefined ? [] : [item], deps));
      },
    )
    .get(
      "/api/components/mine",
      note({
        tag: "部件",
        summary: "本人网格里的部件",
        description: "网格员离线上报时选用；其他岗位为空。",
        answer: ownComponentsShape,
      }),
      async (c) => {
        const found = await store.components.inCells(c.get("session").actor.cells, MOST_OWN);
        const answer: OwnComponentsAnswer = {
          rows: found.map((row) => nearRow(row, deps)),
          now: clock.now(),
        };
        return c.json(answer);
      },
    )
    .post(
      "/api/components/import",
      note({
        tag: "部件",
        summary: "导入部件台账",
        description:
          "CSV、Excel 或 GeoJSON；逐行检查，不合要求的行不存。dryRun 只检查。整体偏移的一条也不存。offers 是换一种读法就落在本县的提议：swapped 为经纬度写反，再发一次并写 swap=true 即对调这些行；datum 为换一个坐标系。",
        answer: componentImportShape,
        refusals: [403, 413, 422],
      }),
      async (c, next) => (mayImport(c.get("session").actor) ? next() : doorProblem(c, "editorsOnly")),
      body(importBody),
      async (c) => {
        const { name, content, ...reading } = c.req.valid("json");
        const bytes = Buffer.from(content, "base64");
        const done = await importComponents({ name, bytes, ...reading }, deps);
        if (done.kind === "fault")
          return problem(c, refuse("badValue", { field: "file", given: name, expected: done.message }));
        return c.json(importAnswer(done));
      },
    )
    .get(
      "/api/components/:code",
      note({
        tag: "部件",
        summary: "一个部件和它的故障记录",
        description: "无权查看的案卷只列事项、状态和时间。",
        params: { code: "16 位部件标识码" },
        answer: componentShape,
        refusals: [404],
      }),
      async (c) => {
        const [found] = await store.components.byCodes([c.req.param("code")]);
        if (found === undefined) return problem(c, refuse("notFound"));
        return c.json(await componentAnswer(found, c.get("session").actor, deps));
      },
    );
}

type Asked = Omit<v.InferOutput<typeof listQuery>, "after" | "trouble">;

function filterOf(asked: Asked, trouble: "open" | "repeated" | undefined): ComponentFilter {
  const { q, class: classCode, owner, unit, within, state } = asked;
  return {
    ...(q === undefined || q.trim() === "" ? {} : { words: q.trim() }),
    ...(classCode === undefined ? {} : { classCode }),
    ...(owner === undefined ? {} : { owner: owner === NOBODY ? null : owner }),
    ...(unit === undefined ? {} : { unit }),
    ...(within === undefined ? {} : { within }),
    ...(state === undefined ? {} : { state }),
    ...(trouble === "open" ? { isFaulty: true } : {}),
  };
}

function importAnswer(done: ComponentImport): ComponentImportAnswer {
  const { rows, added, changed, same, faults, unused, offset, offers, turned, stored } = done;
  const datum = offset?.datum === "gcj02" || offset?.datum === "bd09" ? offset.datum : null;
  return {
    rows,
    added,
    changed,
    same,
    faults: faults
      .slice(0, SHOWN_FAULTS)
      .map((fault) => ({ line: fault.line, message: componentFaultSentence(fault) })),
    faultCount: faults.length,
    unused,
    offset: offset && { message: offsetSentence(offset), datum },
    offers: offers.map((offer) => ({
      kind: offer.kind,
      datum: offer.kind === "datum" ? offer.datum : null,
      rows: offer.rows,
      message: offerSentence(offer),
    })),
    turned,
    stored,
  };
}
