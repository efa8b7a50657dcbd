/** Two processes on one PostgreSQL: what is done at one is heard by the pages that are open at the other. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownDatabase } from "../support/postgres.ts";
import { layOut } from "./county.ts";
import { openLine } from "./liveLine.ts";
import { startProgram } from "./program.ts";
import { signIn } from "./senders.ts";

/** One act at a process, and what a page at the other heard of it. */
export interface Heard {
  readonly act: string;
  readonly acted: { readonly id: string; readonly version: number };
  readonly heard: { readonly id?: string; readonly version?: number };
}

/** @param server where a database of its own is made and dropped. */
export async function hearAcross(server: string): Promise<readonly Heard[]> {
  const database = await ownDatabase(server);
  const dataDir = mkdtempSync(join(tmpdir(), "huying-live-"));
  const programs: ReturnType<typeof startProgram>[] = [];
  try {
    await layOut({ dataDir, databaseUrl: database.url });
    programs.push(...[1, 2].map(() => startProgram(dataDir, { DATABASE_URL: database.url })));
    const [one = "", other = ""] = await Promise.all(
      programs.map(async ({ listening, said }) => {
        const address = await listening;
        if (address === null) throw new Error(`The server did not start:\n${said()}`);
        return address;
      }),
    );
    return await acts(one, other);
  } finally {
    await Promise.all(programs.map(async (program) => await program.kill()));
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function acts(one: string, other: string): Promise<readonly Heard[]> {
  // Signed in at one process, known to both
  const cookie = await signIn(one);
  const [atOne, atOther] = [await openLine(one, cookie), await openLine(other, cookie)];
  const id = await report(one);
  const found = await atOther.next("case");
  const caseId = found.id ?? "";
  const opened: Heard = { act: `report ${id}`, acted: await read(one, caseId, cookie), heard: found };
  const there = await move(other, caseId, cookie);
  const back = await atOne.next("case", heardOf(there));
  const here = await move(one, caseId, cookie);
  const forth = await atOther.next("case", heardOf(here));
  await atOne.end();
  await atOther.end();
  return [
    opened,
    { act: "an act at the other", acted: there, heard: back },
    { act: "an act at the one", acted: here, heard: forth },
  ];
}

function heardOf({ id, version }: Heard["acted"]): (data: Heard["heard"]) => boolean {
  return (data) => data.id === id && data.version === version;
}

async function report(address: string): Promise<string> {
  const id = `live-${process.pid}-report`;
  const point = { lng: 118.83, lat: 35.58 };
  const reporter = { name: "李四", phone: "13800005678" };
  const body = { id, text: "振兴路路灯不亮", channel: "public", point, photos: [], reporter };
  await posted(`${address}/api/reports`, body);
  return id;
}

async function move(address: string, id: string, cookie: string): Promise<Heard["acted"]> {
  const { version } = await read(address, id, cookie);
  const act = { action: "comment", note: "已电话了解情况", version, commandId: `live-${version}-command` };
  await posted(`${address}/api/cases/${id}/moves`, act, cookie);
  return await read(address, id, cookie);
}

async function read(address: string, id: string, cookie: string): Promise<Heard["acted"]> {
  const answer = await fetch(`${address}/api/cases/${id}`, { headers: { Cookie: cookie } });
  const { version } = (await answer.json()) as { readonly version: number };
  return { id, version };
}

async function posted(address: string, body: object, cookie = ""): Promise<void> {
  const headers = { "Content-Type": "application/json", ...(cookie === "" ? {} : { Cookie: cookie }) };
  const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
}
