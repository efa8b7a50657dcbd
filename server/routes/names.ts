/** Learned names 学到的地名: what people call a place, taught by confirming where it is, known to everybody at once. */
import { Hono } from "hono";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { type Actor, refuse, type Refusal } from "../domain/case.ts";
import type { NameRow, NamesAnswer } from "../domain/mapAnswers.ts";
import { inScope, scopeOf } from "../domain/permit.ts";
import { cellOf } from "../domain/report.ts";
import type { TaughtName } from "../../db/store.ts";
import { placeReport } from "../intake.ts";
import { note } from "../openapi.ts";
import { problem } from "../problem.ts";
import { code, line, point, reportedPoint } from "../schema.ts";
import { namesShape } from "../shapes/map.ts";
import { body } from "../validate.ts";

const SHOWN = 200;
const NAME = /^[\p{Script=Han}A-Za-z0-9]{3,16}$/u;

const teaching = v.strictObject({
  name: v.pipe(line(16), v.regex(NAME, "3 到 16 个汉字、字母或数字")),
  point,
  caseId: v.nullish(code),
});
type Teaching = v.InferOutput<typeof teaching>;

export function nameRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock, places } = deps;

  async function answer(actor: Actor): Promise<NamesAnswer> {
    const [names, people] = await Promise.all([store.places.names(SHOWN), store.people.list()]);
    const nameById = new Map(people.map(({ id, name }) => [id, name]));
    const nameOf = (id: string) => nameById.get(id) ?? id;
    return { rows: names.map((row) => nameRow(row, { actor, nameOf, deps })) };
  }

  return new Hono<SignedIn>()
    .get(
      "/api/names",
      note({ tag: "地图", summary: "学到的地名", description: "含已撤回的，新的在前。", answer: namesShape }),
      async (c) => c.json(await answer(c.get("session").actor)),
    )
    .post(
      "/api/names",
      note({
        tag: "地图",
        summary: "记住一个叫法",
        description: "定位经人确认后，把群众的叫法和这一点记在一起；马上生效，留名，可撤回。",
        answer: namesShape,
        refusals: [403, 404, 422],
      }),
      body(teaching),
      async (c) => {
        const { actor } = c.get("session");
        const sent = c.req.valid("json");
        const cellCode = await cellTaught(sent, actor, deps);
        if (typeof cellCode !== "string") return problem(c, cellCode);
        await store.places.teach({
          id: deps.ids.row(),
          name: sent.name,
          ...pointTaught(sent, deps),
          cellCode,
          caseId: sent.caseId ?? null,
          taughtBy: actor.id,
          taughtAt: clock.now(),
        });
        await places.refresh();
        return c.json(await answer(actor));
      },
    )
    .post(
      "/api/names/:id/undo",
      note({
        tag: "地图",
        summary: "撤回一个叫法",
        description: "教的人或县级中心可以撤回；记录留着。",
        params: { id: "叫法 id" },
        answer: namesShape,
        refusals: [404],
      }),
      body(v.strictObject({})),
      async (c) => {
        const { actor } = c.get("session");
        const id = c.req.param("id");
        const row = (await store.places.names(SHOWN)).find((name) => name.id === id);
        const isUndone = row && mayUndo(row, actor) && (await store.places.undo(id, actor.id, clock.now()));
        if (!isUndone) return problem(c, refuse("notFound"));
        await places.refresh();
        return c.json(await answer(actor));
      },
    );
}

/** The cell that the name will stand for; a place that is not in one, or a name that is known already, is refused. */
async function cellTaught(sent: Teaching, actor: Actor, deps: Deps): Promise<string | Refusal> {
  if (actor.role === "resident") return refuse("notAllowed");
  const placement = placeReport(reportedPoint(sent.point), deps);
  if (placement.kind === "refusal") return placement;
  const cellCode = cellOf(placement);
  if (cellCode === null) {
    return refuse("badValue", { field: "point", given: pointText(sent), expected: "本县一个网格内的点" });
  }
  const known = deps.places
    .gazetteer()
    .places.some(({ name, aliases }) => [name, ...aliases].includes(sent.name));
  if (known) return refuse("badValue", { field: "name", given: sent.name, expected: "地名库里还没有的叫法" });
  if (!sent.caseId) return cellCode;
  const found = await deps.store.cases.byId(sent.caseId);
  return found && inScope(scopeOf(actor), found) ? cellCode : refuse("notFound");
}

function pointTaught(sent: Teaching, deps: Deps): { readonly lng: number; readonly lat: number } {
  const placement = placeReport(reportedPoint(sent.point), deps);
  return placement.kind === "refusal" ? sent.point : { lng: placement.point.lng, lat: placement.point.lat };
}

function pointText({ point: { lng, lat } }: Teaching): string {
  return `${lng},${lat}`;
}

interface Teller {
  readonly actor: Actor;
  readonly nameOf: (account: string) => string;
  readonly deps: Pick<Deps, "names">;
}

function nameRow(row: TaughtName, { actor, nameOf, deps }: Teller): NameRow {
  const { id, name, lng, lat, cellCode, caseId, taughtBy, taughtAt, undoneAt, undoneBy } = row;
  return {
    id,
    name,
    point: { lng, lat },
    cell: deps.names.cell(cellCode),
    by: nameOf(taughtBy),
    at: taughtAt,
    caseId,
    undone: undoneAt === null ? null : { by: nameOf(undoneBy ?? ""), at: undoneAt },
    mayUndo: mayUndo(row, actor),
  };
}

function mayUndo({ taughtBy, undoneAt }: TaughtName, { id, role }: Actor): boolean {
  return undoneAt === null && (taughtBy === id || role === "centre" || role === "admin");
}
