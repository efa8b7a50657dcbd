/** A whole small county behind `app.request()`: a real SQLite file, a clock of its own, one account per kind of person. */
import { type KeyObject, randomUUID } from "node:crypto";
import { onTestFinished } from "vitest";
import type { Store } from "../../db/store.ts";
import type { Cell } from "../../geo/cell.ts";
import type { Gazetteer } from "../../geo/places/place.ts";
import { createApp } from "../../server/app.ts";
import { presetConfig } from "../../server/config.ts";
import { createDeps, type Deps, type TextReader } from "../../server/deps.ts";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { ReportAnswer } from "../../server/domain/reportAnswers.ts";
import type { Actor, Role } from "../../server/domain/case.ts";
import type { ExportRule } from "../../server/domain/exports.ts";
import type { SecurityLevel } from "../../server/domain/signInRules.ts";
import type { Reference } from "../../server/domain/reference.ts";
import type { Reading } from "../../server/domain/reader.ts";
import type { MapSource } from "../../server/domain/mapAnswers.ts";
import type { Instant } from "../../server/domain/time.ts";
import { createRenewals, runHere } from "../../server/learning/renewal.ts";
import type { OidcConfig } from "../../server/identity/oidcConfig.ts";
import { noNames } from "../../server/gazetteer.ts";
import type { BucketConfig } from "../../server/photoFiles/bucketConfig.ts";
import { hashPassword } from "../../server/password.ts";
import { at } from "./calendar.ts";
import { smallReference } from "./reference.ts";
import { openLooseStore, temporaryFolder } from "./store.ts";
import { people, sureOfLight } from "./story.ts";

export const password = "correct horse battery";

export type Staff = Exclude<keyof typeof people, "resident" | "stranger">;

export interface House {
  readonly deps: Deps;
  readonly store: Store;
  readonly clock: { now: () => Instant; advance(ms: number): void };
  /** Every line of the log so far. */
  readonly logged: readonly string[];
  forgetLog(): void;
  /** Somebody without an account. */
  readonly nobody: Client;
  as(staff: Staff): Promise<Client>;
}

export interface Client {
  get(path: string): Promise<Response>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  request(path: string, init: RequestInit): Promise<Response>;
}

export interface HouseSettings {
  readonly demo?: boolean;
  readonly gazetteer?: Gazetteer;
  readonly security?: SecurityLevel;
  readonly trustProxy?: boolean;
  readonly oidc?: OidcConfig;
  readonly watermark?: boolean;
  readonly exportRule?: ExportRule;
  /** The grid to begin with; three squares without. */
  readonly cells?: readonly Cell[];
  /** Another county than the small one of the tests. */
  readonly reference?: Reference;
  /** With the reader that knows the list of matters and learns, instead of one that knows one word. */
  readonly learns?: boolean;
  /** False for a house that nobody has an account in. */
  readonly people?: boolean;
  readonly map?: MapSource;
  /** Path of a PMTiles file. */
  readonly tileArchive?: string;
  /** Another database than a SQLite file of its own; who gives it closes it. */
  readonly store?: Store;
  /** Signs checkpoints. */
  readonly recordKey?: KeyObject;
  /** Where photos lie, instead of in a folder. */
  readonly bucket?: BucketConfig;
  /** Share of the disk that is to stay free. */
  readonly diskFree?: number;
}

export async function openHouse(settings: HouseSettings = {}): Promise<House> {
  const store = settings.store ?? (await ownStore());
  let now = at("2026-03-10 09:00");
  const clock = { now: () => now, advance: (ms: number) => void (now += ms) };
  const logged: string[] = [];
  const deps = createDeps({
    config: {
      ...presetConfig(),
      port: 0,
      host: "127.0.0.1",
      dataDir: temporaryFolder(),
      databaseUrl: "",
      keyFile: "",
      security: settings.security ?? "usual",
      oidc: settings.oidc ?? null,
      watermark: settings.watermark ?? true,
      demo: settings.demo ?? false,
      trustProxy: settings.trustProxy ?? false,
      map: settings.map ?? { tiles: null, attribution: "", approval: "" },
      tileArchive: settings.tileArchive ?? null,
      bucket: settings.bucket ?? null,
      // The disk of the machine that runs the tests may be full
      diskFree: settings.diskFree ?? 0,
      metrics: "loopback",
    },
    store,
    recordKey: settings.recordKey ?? null,
    ...(settings.exportRule === undefined ? {} : { exportRule: settings.exportRule }),
    clock,
    log: (event, facts) => void logged.push(JSON.stringify({ event, ...facts })),
    reference: settings.reference ?? smallReference,
    // Without a thread: the built program may be older than what is tested
    renewals: createRenewals(async (task, onProgress) => runHere(structuredClone(task), onProgress)),
    ...(settings.learns === true ? {} : { reader: wordReader }),
    cells: settings.cells ?? cells,
    gazetteer: settings.gazetteer ?? noNames,
  });
  if (settings.people ?? true) await seedPeople(store, now);
  const app = createApp(deps);
  const client = (cookie: string | null): Client => {
    const request = async (path: string, init: RequestInit) => {
      const headers = new Headers(init.headers);
      if (cookie !== null) headers.set("Cookie", cookie);
      return await app.request(path, { ...init, headers });
    };
    return {
      request,
      get: (path) => request(path, {}),
      post: (path, body, headers = {}) =>
        request(path, {
          method: "POST",
          body: JSON.stringify(body),
          headers: { "Content-Type": "application/json", ...headers },
        }),
    };
  };
  return {
    deps,
    store,
    clock,
    logged,
    forgetLog: () => void (logged.length = 0),
    nobody: client(null),
    async as(staff) {
      const answer = await client(null).post("/api/session", { username: staff.toLowerCase(), password });
      return client(cookieOf(answer));
    },
  };
}

async function ownStore(): Promise<Store> {
  const loose = await openLooseStore();
  onTestFinished(async () => await loose.remove());
  return loose.store;
}

export function cookieOf(answer: Response): string {
  return answer.headers.get("Set-Cookie")?.split(";")[0] ?? "";
}

/** A dead streetlight in the grid worker's own cell, as JSON of a report. */
export function lightReport(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: `report-${randomUUID()}`,
    text: "振兴路路灯不亮",
    channel: "gridWorker",
    point: { lng: 118.83, lat: 35.58 },
    ...changes,
  };
}

export async function reported(client: Client, changes: Record<string, unknown> = {}): Promise<ReportAnswer> {
  const answer = await client.post("/api/reports", lightReport(changes));
  if (answer.status !== 201) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as ReportAnswer;
}

/** One move that must succeed, on the case as it is now. */
export async function moved(
  client: Client,
  id: string,
  command: Record<string, unknown>,
): Promise<CaseAnswer> {
  const { version } = (await (await client.get(`/api/cases/${id}`)).json()) as CaseAnswer;
  const answer = await client.post(`/api/cases/${id}/moves`, { version, ...command });
  if (answer.status !== 200) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as CaseAnswer;
}

export const cells: readonly Cell[] = [
  square("371122001001001", "城阳一组", [118.8, 35.55]),
  square("371122001001002", "城阳二组", [118.9, 35.55]),
  square("371122102001001", "招贤一组", [118.8, 35.65]),
];

function square(code: string, name: string, [lng, lat]: readonly [number, number]): Cell {
  const side = 0.1;
  return {
    code,
    name,
    townshipCode: code.slice(0, 9),
    communityCode: code.slice(0, 12),
    kind: "base",
    rings: [
      [
        [
          [lng, lat],
          [lng + side, lat],
          [lng + side, lat + side],
          [lng, lat + side],
        ],
      ],
    ],
    validFrom: "2026-01-01",
  };
}

const unsure: Reading = { candidates: [], sure: false, speech: "report", danger: [], why: "noWords" };

/** Knows one word, which is all that these tests need. */
const wordReader: TextReader = { classify: (text) => (text.includes("路灯") ? sureOfLight : unsure) };

async function seedPeople(store: Store, now: Instant): Promise<void> {
  const hash = await hashPassword(password);
  const staff = Object.entries(people as Record<string, Actor>).filter(
    ([, actor]) => actor.role !== "resident",
  );
  for (const [name, { id, role, unit, cells }] of staff) {
    const account = {
      id,
      username: name.toLowerCase(),
      name: nameOf(name),
      role: role as Role,
      unit,
      cells,
      posts: [],
    };
    await store.people.put({ ...account, disabled: false, demo: true, createdAt: now }, hash);
  }
}

/** 王 and the account's name, so that a leaked name is seen. */
function nameOf(person: string): string {
  return `王${person}`;
}
