/**
 * A server that is none: parts that ask for themselves are shown in the state that the case in their address names.
 * `failed`, `forbidden`, `offline`, `never` answer so; everything else is answered from the table, or with nothing found.
 */
import { galleryWords } from "./galleryWords.ts";
import { NOW, contacts, lamp, longUnit, water } from "./samples/county.ts";
import { problems } from "./samples/problems.ts";

const answers: readonly (readonly [RegExp, unknown])[] = [
  [/\/precedents$/u, { rows: [] }],
  [/\/calls\?caseId=/u, { rows: [], next: null, counts: { todo: 0, open: 0, attention: 0 }, now: NOW }],
  [
    /\/api\/find\?/u,
    {
      rows: [water, lamp, longUnit].map((unit) => ({ kind: "unit", ...unit, note: "", point: null })),
    },
  ],
  [/\/api\/contacts$/u, { rows: contacts }],
  [/\/api\/cases\/counts/u, { total: 46, byState: { dispatched: 12, accepted: 9 }, byLamp: {}, more: false }],
];

export function pretendServer(): void {
  window.fetch = (input) => answer(input instanceof Request ? input.url : String(input));
}

function answer(address: string): Promise<Response> {
  if (address.includes("never")) return new Promise(() => {});
  if (address.includes("offline")) return Promise.reject(new TypeError(galleryWords.states.offline));
  if (address.includes("failed")) return Promise.resolve(json(500, problems.failed));
  if (address.includes("forbidden")) return Promise.resolve(json(403, problems.forbidden));
  const known = answers.find(([path]) => path.test(address));
  return Promise.resolve(known ? json(200, known[1]) : json(404, { code: "notFound", detail: "" }));
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}
