/**
 * The matrix of rights (权限矩阵): every route of docs/openapi.json × every kind of person × own and foreign cases. A row
 * is `METHOD path`, what it is asked about, and the answers in the order of `viewers`; one figure is everybody's answer,
 * two are those of somebody without an account and of everybody else. 409 and 422 mean: let in, and told that the
 * request itself does not fit, so that asking changes nothing.
 */
import { type Scene, type Viewer, viewers } from "./scene.ts";

export interface Cell {
  readonly route: string;
  readonly about: string;
  readonly viewer: Viewer;
  readonly status: number;
}

/*  nobody grid township lights water establish. otherTown centre leader admin
    near:  grid worker of the cell, its township, the lead, the assistant; far: establishment office and other township */
const rows = `
GET /healthz                              | -        | 200
GET /readyz                               | -        | 200
GET /metrics                              | -        | 200
GET /openapi.json                         | -        | 200
GET /docs                                 | -        | 200
GET /print/print.css                      | -        | 200
GET /print/print.js                       | -        | 200
GET /plain                                | -        | 200
GET /plain/plain.css                      | -        | 200
GET /plain/progress                       | -        | 200
GET /plain/report                         | -        | 200
POST /plain/progress                      | json     | 415
POST /plain/progress/act                  | json     | 415
POST /plain/report                        | json     | 415
GET /api/reference                        | -        | 200
GET /api/reference/items/{code}           | item     | 200
GET /api/reader                           | -        | 200
GET /tiles/{z}/{x}/{y}                    | -        | 404
GET /api/basemap                          | -        | 200
GET /api/gazetteer                        | -        | 200
GET /api/demo                             | -        | 404
POST /api/session                         | wrong    | 401
GET /api/session                          | -        | 401 200
GET /api/field                            | -        | 401 200
GET /api/field/tasks                      | -        | 401 200 200 200 200 200 200 200 200 200
GET /api/phrases                          | -        | 401 200
GET /api/contacts                         | -        | 401 200
POST /api/phrases                         | none     | 401 422
GET /api/session/providers                | -        | 200
POST /api/session/oidc                    | -        | 404
GET /api/session/oidc/callback            | -        | 404
GET /api/security-log                     | -        | 401 403 403 403 403 403 403 403 403 200
GET /api/security-log/table.csv           | -        | 401 403 403 403 403 403 403 403 403 200
GET /api/reveals                          | -        | 401 403 403 403 403 403 403 200 403 403
GET /api/reveals/table.csv                | -        | 401 403 403 403 403 403 403 200 403 403
POST /api/record/checkpoint               | -        | 401 403 403 403 403 403 403 409 403 409
POST /api/record/backup                   | -        | 401 403 403 403 403 403 403 409 403 409
POST /api/record/backups/{file}/ask       | -        | 401 403 403 403 403 403 403 403 403 409
GET /api/record/backups/{file}            | -        | 401 403 403 403 403 403 403 403 403 409
GET /print/record                         | -        | 401 403 403 403 403 403 403 404 404 404
GET /api/exports                          | -        | 401 403 200 200 200 200 200 200 200 403
POST /api/exports                         | none     | 401 403 422 422 422 422 422 422 422 403
POST /api/exports/{id}/decision           | -        | 401 403 403 403 403 403 403 404 404 403
POST /api/exports/{id}/take               | -        | 401 404
GET /api/retention                        | -        | 401 403 403 403 403 403 403 200 200 403
POST /api/retention/hold                  | none     | 401 403 403 403 403 403 403 404 403 403
POST /api/retention/release               | none     | 401 403 403 403 403 403 403 404 403 403
POST /api/setup                           | wrong    | 404
POST /api/locate                          | point    | 200
POST /api/classify                        | text     | 200
POST /api/near                            | near     | 200
POST /api/near                            | far      | 200
POST /api/reports                         | again    | 401 409 422 422 422 422 422 422 422 403
POST /api/photos                          | bad      | 422
GET /api/photos/{id}                      | near     | 401 200 200 200 200 404 404 200 200 404
GET /api/photos/{id}                      | far      | 401 404 404 404 404 200 200 200 200 404
GET /print/cases/{id}                     | near     | 401 200 200 200 200 404 404 200 200 404
GET /print/cases/{id}                     | far      | 401 404 404 404 404 200 200 200 200 404
GET /print/cases/{id}/orders/{order}      | near     | 401 404
GET /print/cases/{id}/orders/{order}      | far      | 401 404
GET /api/cases                            | all      | 401 200
GET /api/cases                            | words    | 401 200
GET /api/cases                            | mark     | 401 200
GET /api/cases                            | unit     | 401 200
GET /api/cases/counts                     | all      | 401 200
GET /api/cases/days                       | all      | 401 200
GET /api/ledger                           | all      | 401 200
GET /api/ledger/table.csv                 | all      | 401 403 200 200 200 200 200 200 200 403
GET /api/ledger/table.xlsx                | all      | 401 403 200 200 200 200 200 200 200 403
GET /api/cases/counts                     | mark     | 401 200
GET /api/cases/{id}                       | near     | 401 200 200 200 200 404 404 200 200 404
GET /api/cases/{id}                       | far      | 401 404 404 404 404 200 200 200 200 404
GET /api/cases/{id}/proof                 | near     | 401 409 409 409 409 404 404 409 409 404
GET /api/cases/{id}/proof                 | far      | 401 404 404 404 404 409 409 409 409 404
GET /api/cases/{id}/clocks/{clock}        | near     | 401 200 200 200 404 404 404 200 200 404
GET /api/cases/{id}/clocks/{clock}        | far      | 401 404 404 404 404 200 200 200 200 404
POST /api/cases/{id}/moves                | near     | 401 200 200 200 200 404 404 200 200 404
POST /api/cases/{id}/moves                | far      | 401 404 404 404 404 200 200 200 200 404
GET /api/cases/{id}/precedents            | near     | 401 200 200 200 200 404 404 200 200 404
GET /api/cases/{id}/precedents            | far      | 401 404 404 404 404 200 200 200 200 404
GET /api/cases/{id}/bonds                 | near     | 401 200 200 200 200 404 404 200 200 404
GET /api/cases/{id}/bonds                 | far      | 401 404 404 404 404 200 200 200 200 404
GET /api/cases/{id}/closing               | near     | 401 200 200 200 200 404 404 200 200 404
GET /api/cases/{id}/closing               | done     | 401 200 200 200 200 404 404 200 200 404
GET /api/cases/{id}/closing               | far      | 401 404 404 404 404 200 200 200 200 404
POST /api/cases/{id}/reply                | near     | 401 200 200 200 200 404 404 200 200 404
POST /api/cases/{id}/reply                | far      | 401 404 404 404 404 200 200 200 200 404
POST /api/cases/{id}/reveal               | near     | 401 403 200 200 403 404 404 200 403 404
POST /api/cases/{id}/reveal               | far      | 401 404 404 404 404 403 200 200 403 404
GET /api/cases/{id}/reasons               | near     | 401 200 200 200 200 404 404 200 200 404
GET /api/cases/{id}/reasons               | done     | 401 200 200 200 200 404 404 200 200 404
GET /api/cases/{id}/reasons               | far      | 401 404 404 404 404 200 200 200 200 404
POST /api/cases/{id}/read                 | near     | 401 204 204 204 204 404 404 204 204 404
POST /api/cases/{id}/read                 | far      | 401 404 404 404 404 204 204 204 204 404
GET /api/duplicates                       | -        | 401 200
GET /api/calls                            | -        | 401 200
GET /api/calls/figures                    | -        | 401 200
GET /api/calls/behind                     | -        | 401 200
GET /api/calls/start                      | near     | 401 403 200 403 403 403 404 403 403 403
GET /api/calls/start                      | far      | 401 403 404 403 403 403 200 403 403 403
POST /api/calls                           | far      | 401 404 404 404 404 409 409 409 409 404
POST /api/calls/approval                  | -        | 401 403
GET /api/calls/{id}                       | near     | 401 404 200 200 404 404 404 200 200 404
GET /api/calls/{id}                       | far      | 401 404 404 200 404 404 200 200 200 404
POST /api/calls/{id}/moves                | near     | 401 404 403 403 404 404 404 403 403 404
POST /api/calls/{id}/moves                | far      | 401 404 404 403 404 404 403 403 403 404
GET /api/map/cells                        | -        | 401 200
GET /api/map/counts                       | -        | 401 200
GET /api/map/points                       | all      | 401 200
GET /api/map/points                       | mark     | 401 200
GET /api/map/cases                        | all      | 401 200
GET /api/map/cases                        | mark     | 401 200
GET /api/names                            | -        | 401 200
POST /api/names                           | near     | 401 422 422 422 422 422 422 422 422 422
POST /api/names/{id}/undo                 | -        | 401 404
GET /api/overview/wall                    | -        | 401 200
GET /api/overview                         | -        | 401 200
GET /api/cockpit                          | -        | 401 403 403 403 403 403 403 200 200 403
GET /api/evaluation                       | -        | 401 403 200 200 200 200 200 200 200 403
GET /api/evaluation/table.csv             | -        | 401 403 200 200 200 200 200 200 200 403
GET /api/evaluation/cases                 | -        | 401 403 200 200 200 200 200 200 200 403
GET /api/evaluation/held                  | -        | 401 403 200 200 200 200 200 200 200 403
GET /api/evaluation/held/cases            | -        | 401 403 200 200 200 200 200 200 200 403
GET /api/evaluation/objections            | -        | 401 403 200 200 200 200 200 200 200 403
POST /api/evaluation/objections           | none     | 401 403 422 422 422 422 422 403 403 403
POST /api/evaluation/objections/{id}/acts | none     | 401 403 404 404 404 404 404 404 404 403
GET /api/inbox                            | -        | 401 200
GET /api/colleagues                       | -        | 401 200
GET /api/find                             | find     | 401 200
GET /api/basemap                          | -        | 200
GET /api/map/counts                       | all      | 401 200
GET /api/live                             | -        | 401 200
GET /api/emergencies                      | -        | 401 200
POST /api/emergencies                     | nowhere  | 401 403 403 403 403 403 403 422 403 422
POST /api/emergencies/{id}/end            | none     | 401 403 403 403 403 403 403 404 403 404
GET /api/people                           | -        | 401 403 403 403 403 403 403 403 403 200
POST /api/people                          | taken    | 401 403 403 403 403 403 403 403 403 409
POST /api/people/import                   | dry      | 401 403 403 403 403 403 403 403 403 200
POST /api/people/{id}/disable             | none     | 401 403 403 403 403 403 403 403 403 404
POST /api/people/{id}/posts               | none     | 401 403 403 403 403 403 403 403 403 404
POST /api/people/{id}/password            | none     | 401 403 403 403 403 403 403 403 403 404
GET /api/supervision                      | -        | 401 403 403 403 403 403 403 200 200 403
GET /api/supervision/reviews              | -        | 401 403 403 403 403 403 403 200 200 403
GET /api/supervision/signs                | -        | 401 403 403 403 403 403 403 200 200 403
GET /api/catalogue                        | -        | 401 200
GET /api/catalogue/file                   | -        | 401 200
POST /api/catalogue/rules                 | stale    | 401 403 403 403 403 403 403 409 403 409
POST /api/catalogue/rules/remove          | none     | 401 403 403 403 403 403 403 404 403 404
POST /api/catalogue/import                | bad      | 401 403 403 403 403 403 403 422 403 422
POST /api/catalogue/discard               | stale    | 401 403 403 403 403 403 403 409 403 409
POST /api/catalogue/trial                 | none     | 401 403 403 403 403 403 403 404 403 404
POST /api/catalogue/publish               | none     | 401 403 403 403 403 403 403 404 403 404
POST /api/catalogue/restore               | none     | 401 403 403 403 403 403 403 404 403 404
GET /api/settings                         | -        | 401 403 403 403 403 403 403 200 403 200
GET /api/county                           | -        | 401 403 403 403 403 403 403 200 403 200
GET /api/county/{subject}                 | calls    | 401 403 403 403 403 403 403 200 403 200
GET /api/county/{subject}/versions/{version} | none  | 401 403 403 403 403 403 403 404 403 404
POST /api/county/{subject}/draft          | stale    | 401 403 403 403 403 403 403 409 403 409
POST /api/county/{subject}/discard        | stale    | 401 403 403 403 403 403 403 409 403 409
POST /api/county/{subject}/trial          | none     | 401 403 403 403 403 403 403 404 403 404
POST /api/county/{subject}/publish        | none     | 401 403 403 403 403 403 403 404 403 404
POST /api/county/{subject}/restore        | none     | 401 403 403 403 403 403 403 404 403 404
GET /api/components                       | -        | 401 200
GET /api/components/near                  | -        | 401 200
GET /api/components/mine                  | -        | 401 200
GET /api/components/{code}                | none     | 401 404
POST /api/components/import               | bad      | 401 403 403 403 403 403 403 422 403 422
GET /api/grid                             | -        | 401 200
GET /api/grid/versions/{version}          | none     | 401 404
GET /api/grid/versions/{version}/basemap  | none     | 401 404
GET /api/grid/draft                       | none     | 401 403 403 403 403 403 403 403 403 404
POST /api/grid/import                     | bad      | 401 403 403 403 403 403 403 403 403 422
POST /api/grid/draft/begin                | none     | 401 403 403 403 403 403 403 403 403 404
POST /api/grid/draft/correct              | stale    | 401 403 403 403 403 403 403 403 403 409
POST /api/grid/draft/save                 | stale    | 401 403 403 403 403 403 403 403 403 409
POST /api/grid/draft/discard              | stale    | 401 403 403 403 403 403 403 403 403 409
POST /api/grid/draft/trial                | stale    | 401 403 403 403 403 403 403 403 403 409
POST /api/grid/draft/publish              | stale    | 401 403 403 403 403 403 403 403 403 409
GET /api/shifts                           | -        | 401 403 403 403 403 403 403 200 403 200
POST /api/shifts                          | none     | 401 403 403 403 403 403 403 409 403 409
POST /api/shifts/{id}/undo                | none     | 401 403 403 403 403 403 403 404 403 404
GET /api/successions                      | -        | 401 403 403 403 403 403 403 200 403 200
POST /api/successions                     | none     | 401 403 403 403 403 403 403 404 403 404
POST /api/successions/undo                | none     | 401 403 403 403 403 403 403 404 403 404
GET /api/findings                         | -        | 401 403 200 403 403 403 200 200 200 403
GET /api/findings/{id}/cases              | none     | 401 403 404 403 403 403 404 404 404 403
POST /api/findings/{id}/dismiss           | none     | 401 403 404 403 403 403 404 404 403 403
POST /api/findings/{id}/reopen            | none     | 401 403 404 403 403 403 404 404 403 403
POST /api/findings/{id}/task              | none     | 401 403 404 403 403 403 404 404 403 403
GET /api/surroundings                     | -        | 401 200
GET /api/marks                            | -        | 401 200
GET /api/learning                         | -        | 401 403 403 403 403 403 403 200 403 200
GET /api/record                           | -        | 401 403 403 403 403 403 403 200 200 200
GET /api/house                            | -        | 401 403 403 403 403 403 403 200 200 200
POST /api/house/clock                     | empty    | 401 403 403 403 403 403 403 403 403 422
POST /api/learning/lessons/{id}/undo      | none     | 401 403 403 403 403 403 403 404 403 404
POST /api/learning/train                  | -        | 401 403 403 403 403 403 403 200 403 200
POST /api/learning/use                    | none     | 401 403 403 403 403 403 403 404 403 404
GET /api/learning/automation              | -        | 401 403 403 403 403 403 403 200 403 200
POST /api/learning/automation             | bad      | 401 403 403 403 403 403 403 422 403 422
GET /api/learned                          | -        | 401 200
GET /api/learned/models/{version}         | none     | 401 404
GET /api/session/security                 | -        | 401 200
POST /api/session/confirm                 | wrong    | 401
POST /api/session/password                | wrong    | 401 422
POST /api/session/factor                  | -        | 401 200
POST /api/session/factor/confirm          | wrong    | 401 422
POST /api/session/factor/off              | wrong    | 401
POST /api/session/devices/end             | none     | 401 404
POST /api/people/{id}/sessions/end        | none     | 401 403 403 403 403 403 403 403 403 404
POST /api/people/{id}/factor/drop         | none     | 401 403 403 403 403 403 403 403 403 404
GET /api/progress/{number}                | near     | 404
GET /api/progress/{number}                | far      | 404
GET /api/progress/{number}/proof          | near     | 404
GET /api/progress/{number}/proof          | far      | 404
POST /api/progress/{number}/moves         | near     | 404
POST /api/progress/{number}/moves         | far      | 404
DELETE /api/session                       | -        | 204
`;

export const cells: readonly Cell[] = rows
  .trim()
  .split("\n")
  .flatMap((row) => {
    const [route = "", about = "", stated = ""] = row.split("|").map((part) => part.trim());
    const statuses = stated.split(" ").map(Number);
    if (![1, 2, viewers.length].includes(statuses.length))
      throw new Error(`Row of ${statuses.length}: ${row}`);
    return viewers.map((viewer, index) => ({
      route,
      about,
      viewer,
      status: statuses[Math.min(index, statuses.length - 1)] ?? 0,
    }));
  });

/** What a route is asked with: the rest of its address, and its body. */
export interface Asked {
  /** Guesses are slowed down: so long a pause before this one. */
  readonly pause?: number;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
}

export function askedOf({ route, about, viewer }: Cell, scene: Scene): Asked {
  const planted = about === "far" ? scene.far : scene.near;
  const isCase = /^\S+ (\/api|\/print)\/cases\/\{id\}/.test(route);
  const id = isCase && about === "done" ? scene.done.id : planted.id;
  if (route === "POST /api/session")
    return { body: { username: `no-${viewer}`, password: "no such password" } };
  // All of them guess from one address: so many misses are let pass, then it rests. Proofs of identity come before
  const rest = route.includes("/api/progress/")
    ? 601_000
    : route.startsWith("POST /api/session")
      ? 61_000
      : 0;
  const pause = viewer === "nobody" ? rest : 0;
  if (route in special) return { pause, ...special[route]?.(scene, about) };
  const path = { id, clock: planted.clock, order: "urge", number: planted.number };
  return { pause, path, ...(route.startsWith("POST") ? { body: bodies[route] ?? {} } : {}) };
}

const point = { lng: 118.83, lat: 35.58 };
const nowhere = { lng: 100, lat: 20 };

const bodies: Readonly<Record<string, unknown>> = {
  "POST /api/setup": { token: "x", username: "first", name: "甲", password: "long enough a password" },
  "POST /api/locate": { point },
  "POST /api/classify": { text: "路灯不亮", point },
  "POST /api/cases/{id}/moves": { action: "comment", note: "看一看", version: 1 },
  "POST /api/cases/{id}/reply": { result: "已换新灯远案结果" },
  "POST /api/cases/{id}/reveal": { reason: "电话回访" },
  "POST /api/calls/approval": { needed: true },
  "POST /api/evaluation/objections": {
    indicator: "none",
    by: "unit",
    from: "2026-03-01",
    to: "2026-03-02",
    reason: "不对",
  },
  "POST /api/emergencies": { area: ["999999999"], reason: "试一试" },
  "POST /api/catalogue/discard": { revision: 99 },
  "POST /api/catalogue/rules/remove": { revision: null, code: "none" },
  "POST /api/catalogue/import": { revision: null, text: "一行看不懂" },
  "POST /api/catalogue/publish": { revision: 99, validFrom: "2026-04-01", note: "" },
  "POST /api/catalogue/restore": { version: 999 },
  "POST /api/grid/draft/begin": { layer: "patrol" },
  "POST /api/grid/draft/correct": { layer: "patrol", revision: 9, correction: { kind: "swapped" } },
  "POST /api/grid/draft/save": { layer: "patrol", revision: 9, cells: [] },
  "POST /api/grid/draft/discard": { layer: "patrol", revision: 9 },
  "POST /api/grid/draft/trial": { layer: "patrol", revision: 9, validFrom: "2026-04-01" },
  "POST /api/grid/draft/publish": { layer: "patrol", revision: 9, validFrom: "2026-04-01", note: "重划" },
  "POST /api/learning/use": { version: 99 },
  "POST /api/learning/automation": { on: true, precision: 2, suggestPrecision: 0.9 },
  "POST /api/components/import": { name: "a.csv", content: "", datum: "wgs84", dryRun: true },
  "POST /api/session/confirm": { password: "no such password" },
  "POST /api/session/password": { current: "no such password", password: "long enough a phrase" },
  "POST /api/session/factor/confirm": { code: "000000" },
  "POST /api/session/factor/off": { code: "000000" },
  "POST /api/session/devices/end": { id: "none" },
  "POST /api/people/import": { text: "账号,姓名,角色", dryRun: true },
  "POST /api/people": { username: "centre", name: "重名", role: "centre", unit: "XNZX" },
};

const none = { path: { id: "none" } };

const calls = (body: unknown) => ({
  path: { subject: "calls" },
  ...(body === undefined ? {} : { body }),
});

const special: Readonly<Record<string, (scene: Scene, about: string) => Asked>> = {
  "GET /api/reference/items/{code}": () => ({ path: { code: "020101" } }),
  "GET /api/find": () => ({ query: "?q=ldz" }),
  "POST /api/near": (_, about) => ({
    body: {
      text: "路灯不亮",
      point: about === "far" ? { lng: 118.83, lat: 35.68 } : point,
      itemCode: "020101",
    },
  }),
  "POST /api/progress/{number}/moves": (scene, about) => ({
    path: { number: (about === "far" ? scene.far : scene.near).number },
    body: { code: "0000", action: "comment", note: "猜的", commandId: "guess-01" },
  }),
  "POST /api/reports": (scene) => ({
    body: { id: scene.nearReport, text: "别的一件事", channel: "gridWorker", point },
  }),
  "POST /api/photos": () => ({ body: "not a picture" }),
  "GET /api/photos/{id}": (scene, about) => ({
    path: { id: (about === "far" ? scene.far : scene.near).photo },
  }),
  "GET /api/progress/{number}": (scene, about) => ({
    path: { number: (about === "far" ? scene.far : scene.near).number },
    query: "?code=0000",
  }),
  "GET /api/progress/{number}/proof": (scene, about) => ({
    path: { number: (about === "far" ? scene.far : scene.near).number },
    query: "?code=0000",
  }),
  "GET /api/cases": (scene, about) => ({ query: listQueries(scene)[about] ?? "" }),
  "GET /api/cases/days": (scene, about) => ({ query: listQueries(scene)[about] ?? "" }),
  "GET /api/cases/counts": (scene, about) => ({ query: listQueries(scene)[about] ?? "" }),
  "GET /api/map/cases": (scene, about) => ({
    query: `?box=118,35,119,36${(listQueries(scene)[about] ?? "").replace("?", "&")}`,
  }),
  "GET /api/map/points": (scene, about) => ({ query: listQueries(scene)[about] ?? "" }),
  "POST /api/names": () => ({ body: { name: "赶牛大集", point: nowhere } }),
  "GET /api/calls/start": (scene, about) => ({
    query: `?caseId=${(about === "far" ? scene.far : scene.near).id}`,
  }),
  "GET /api/calls/{id}": (scene, about) => ({
    path: { id: (about === "far" ? scene.far : scene.near).call },
  }),
  "POST /api/calls": ({ far }) => ({
    body: {
      id: "launch-rights-9",
      caseId: far.id,
      level: "daily",
      itemCode: "020101",
      lead: "LD",
      text: "再呼一次",
    },
  }),
  "POST /api/calls/{id}/moves": (scene, about) => ({
    path: { id: (about === "far" ? scene.far : scene.near).call },
    body: { version: 99, action: "withdraw", reason: "看一看" },
  }),
  "GET /api/surroundings": () => ({ query: "?lng=118.83&lat=35.58&item=020101" }),
  "GET /api/components/near": () => ({ query: "?lng=118.83&lat=35.58" }),
  "POST /api/shifts": () => ({
    ...none,
    body: {
      source: { kind: "channel", key: "public" },
      cause: { kind: "swapped" },
      reason: "test",
      dryRun: true,
    },
  }),
  "POST /api/successions": () => ({ ...none, body: { unit: "NOBODY", reason: "test", dryRun: true } }),
  "POST /api/successions/undo": () => ({
    ...none,
    body: { unit: "NOBODY", heir: "LD", reason: "test", dryRun: true },
  }),
  "POST /api/shifts/{id}/undo": () => ({ ...none, body: { reason: "test", dryRun: true } }),
  "GET /api/findings/{id}/cases": () => none,
  "POST /api/findings/{id}/dismiss": () => ({ ...none, body: { reason: "known" } }),
  "POST /api/findings/{id}/reopen": () => ({ ...none, body: {} }),
  "POST /api/findings/{id}/task": () => ({ ...none, body: {} }),
  "GET /api/evaluation/cases": () => ({ query: "?indicator=handled" }),
  "POST /api/evaluation/objections/{id}/acts": () => ({ ...none, body: { act: "withdraw" } }),
  "POST /api/emergencies/{id}/end": () => ({ ...none, body: { reason: "试一试" } }),
  "POST /api/exports": () => ({
    body: { filter: { tab: "all", q: "没有这样的字" }, personal: false, reason: "试一试" },
  }),
  "POST /api/exports/{id}/decision": () => ({ ...none, body: { grant: true, words: "试一试" } }),
  "POST /api/retention/hold": () => ({ body: { number: "20200101-00001", reason: "试一试" } }),
  "POST /api/retention/release": () => ({ body: { number: "20200101-00001" } }),
  "POST /api/exports/{id}/take": () => ({ ...none, body: {} }),
  "POST /api/people/{id}/disable": () => ({ ...none, body: { disabled: true } }),
  "POST /api/people/{id}/posts": () => ({ ...none, body: { posts: [] } }),
  "POST /api/people/{id}/sessions/end": () => ({ ...none, body: {} }),
  "POST /api/people/{id}/factor/drop": () => ({ ...none, body: {} }),
  "POST /api/people/{id}/password": () => ({ ...none, body: {} }),
  "POST /api/learning/lessons/{id}/undo": () => ({ ...none, body: {} }),
  "GET /api/grid/draft": () => ({ query: "?layer=patrol" }),
  "POST /api/grid/import": () => ({ query: "?layer=patrol&file=a.txt", body: "一行看不懂" }),
  "GET /api/learning/automation": () => ({ query: "?precision=0.9&suggestPrecision=0.8" }),
  "GET /api/learned/models/{version}": () => ({ path: { version: "1" } }),
  "GET /api/county/{subject}": () => calls(undefined),
  "GET /api/county/{subject}/versions/{version}": () => ({ path: { subject: "calls", version: "99" } }),
  "POST /api/county/{subject}/draft": () => calls({ revision: 99, body: {} }),
  "POST /api/county/{subject}/discard": () => calls({ revision: 99 }),
  "POST /api/county/{subject}/trial": () => calls({}),
  "POST /api/county/{subject}/publish": () => calls({ revision: 99, validFrom: "2026-04-01", note: "" }),
  "POST /api/county/{subject}/restore": () => calls({ version: 99 }),
  "POST /api/catalogue/rules": () => ({ body: { revision: 99, rule: anyRule } }),
};

function listQueries({ far }: Scene): Readonly<Record<string, string>> {
  return {
    all: "?tab=all",
    words: `?tab=all&q=${encodeURIComponent("字句")}`,
    mark: "?tab=open&mark=request:extension",
    unit: `?tab=all&township=371122102&unit=BB&q=${far.number}`,
  };
}

const anyRule = {
  code: "rights-1",
  name: "试",
  items: ["020101"],
  conditions: [],
  owners: [],
  names: [],
  areas: [],
  grounds: [],
  roads: [],
  words: [],
  time: null,
  lead: "LD",
  assist: [],
  townshipRole: "escalate",
  basis: "试",
};
