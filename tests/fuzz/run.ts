/** Asks every endpoint of the API document with bent requests, as everybody in turn, and keeps what should not happen. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { createRandom, type Random } from "../../server/domain/learning/random.ts";
import { type Client, type House, reported, type Staff } from "../support/app.ts";
import { bend, evilTexts, pick, type Resolve, sample, type Schema, written } from "./mutate.ts";

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export interface Endpoint {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

export interface Sent {
  readonly who: string;
  readonly method: string;
  readonly address: string;
  readonly type: string;
  readonly body: string | null;
}

export interface Outcome {
  readonly requests: number;
  readonly byStatus: ReadonlyMap<number, number>;
  /** Answers of 500 and above, and requests that threw. */
  readonly broken: readonly (Sent & { readonly status: number })[];
}

/** A request that has no answer by then never gets one: nothing is waited for that long inside one process. */
const PATIENCE = 60_000;
const SILENT = 598;

const staff = [
  "gridWorker",
  "township",
  "lights",
  "centre",
  "leader",
  "admin",
] as const satisfies readonly Staff[];

/** @param onQuarter told four times on the way, for whoever looks whether something piles up. */
export async function fuzz(
  house: House,
  perEndpoint: number,
  seed: number,
  onQuarter: () => void | Promise<void> = () => undefined,
): Promise<Outcome> {
  const document = (await (await house.nobody.get("/openapi.json")).json()) as Document;
  const resolve: Resolve = (ref) => document.components?.schemas?.[ref.split("/").at(-1) ?? ""] ?? {};
  const clients = new Map<string, Client>([["nobody", house.nobody]]);
  for (const who of staff) clients.set(who, await house.as(who));
  const { id, number } = await reported(await house.as("gridWorker"));
  const byStatus = new Map<number, number>();
  const broken: (Sent & { status: number })[] = [];
  let requests = 0;
  const endpoints = endpointsOf(document);
  const quarter = Math.ceil(endpoints.length / 4);
  for (const [index, endpoint] of endpoints.entries()) {
    // A seed of its own, so that one endpoint can be asked again without the others
    const random = createRandom(seed * 1000 + index);
    await refresh(clients, house);
    for (let turn = 0; turn < perEndpoint; turn++) {
      const sent = requestTo(endpoint, { random, resolve, known: [id, number] });
      const status = await statusOf(sent, clients.get(sent.who) ?? house.nobody);
      // A server takes each request in a turn of its own. What a WeakRef was made of stays until the turn ends, and a
      // Request that is copied makes one: in one long turn they pile up, and the heap tells of the fuzzer
      await nextTurn();
      requests += 1;
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
      if (status >= 500) broken.push({ ...sent, status });
      // The limits on guessing would answer for the rest
      if (turn % 50 === 49) house.clock.advance(20_000);
    }
    house.forgetLog();
    if ((index + 1) % quarter === 0 || index + 1 === endpoints.length) await onQuarter();
  }
  return { requests, byStatus, broken };
}

function endpointsOf({ paths }: Document): readonly Endpoint[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

/** Some acts sign people out; a fuzzer that stands outside finds nothing. */
async function refresh(clients: Map<string, Client>, house: House): Promise<void> {
  for (const who of staff) {
    const answer = await clients.get(who)?.get("/api/session");
    if (answer?.status !== 200) clients.set(who, await house.as(who));
  }
}

interface Chance {
  readonly random: Random;
  readonly resolve: Resolve;
  /** Ids that lead somewhere. */
  readonly known: readonly string[];
}

function requestTo({ method, path, operation }: Endpoint, chance: Chance): Sent {
  const { random } = chance;
  const place = path.replaceAll(/\{(\w+)\}/g, () => encodeURIComponent(pathPart(chance)));
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === "query");
  const address = place + queryOf(query, chance);
  const who = pick(["nobody", ...staff], random);
  if (method === "GET" || method === "DELETE") return { who, method, address, type: "", body: null };
  const type =
    random() < 0.95 ? "application/json" : pick(["text/plain", "", "application/xml", "a/b;c"], random);
  return { who, method, address, type, body: bodyOf(operation, chance) };
}

function bodyOf({ requestBody }: Operation, { random, resolve }: Chance): string {
  const schema = requestBody?.content["application/json"]?.schema;
  if (schema === undefined) return pick(["{}", ...evilTexts], random);
  let value = sample(schema, random, resolve);
  for (let times = Math.floor(random() * 4); times > 0; times--) value = bend(value, random);
  return written(value, random);
}

function pathPart({ random, known }: Chance): string {
  const part = random() < 0.6 ? pick([...known, "none", "urge", "0"], random) : pick(evilTexts, random);
  // Lone halves of letters cannot be written into an address at all
  return part.replaceAll(/\p{Surrogate}/gu, "?").slice(0, 2000) || "x";
}

function queryOf(parameters: NonNullable<Operation["parameters"]>, { random, resolve }: Chance): string {
  const parts = parameters.flatMap(({ name, schema = {} }) => {
    if (random() < 0.5) return [];
    const value = random() < 0.6 ? String(sample(schema, random, resolve)) : pick(evilTexts, random);
    const part = `${name}=${encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, "?").slice(0, 4000))}`;
    return random() < 0.1 ? [part, part] : [part];
  });
  if (random() < 0.05)
    parts.push(pick(["__proto__=1", "%", "%FF=%FE", "=", "a[]=1", "constructor[x]=1"], random));
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

async function statusOf(sent: Sent, client: Client): Promise<number> {
  let patience: NodeJS.Timeout | undefined;
  const silence = new Promise<number>((resolve) => (patience = setTimeout(resolve, PATIENCE, SILENT)));
  try {
    return await Promise.race([answered(sent, client), silence]);
  } catch {
    return 599; // the fault left the house
  } finally {
    clearTimeout(patience);
  }
}

async function answered({ method, address, type, body }: Sent, client: Client): Promise<number> {
  const headers: Record<string, string> = type === "" ? {} : { "Content-Type": type };
  const answer = await client.request(address, { method, headers, ...(body === null ? {} : { body }) });
  await answer.body?.cancel();
  return answer.status;
}
