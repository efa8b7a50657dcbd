/** People who try what is not theirs: foreign cases, acts that are not possible, guessed numbers, forged fields. */
import type { Account } from "../../db/store.ts";
import type { Case } from "../domain/case.ts";
import { rulesOf } from "../domain/caseRules.ts";
import { dayNumber, dayOf, HOUR, startOfDay } from "../domain/time.ts";
import { createChance } from "../demo/chance.ts";
import type { Person } from "./folk.ts";
import type { Answer } from "./post.ts";
import type { Stage } from "./stage.ts";

/** Is this case any business of theirs? Written from the matrix of visibility (handbook §9), not from the server. */
export function isTheirs({ role, unit, id, cells }: Account, found: Case): boolean {
  if (role === "centre" || role === "leader") return true;
  if (found.reportedBy === id) return role !== "admin";
  const { assistants = [], parties, recheck } = rulesOf(found);
  if (role === "gridWorker")
    return cells.includes(found.cellCode ?? "") || cells.includes(recheck?.unit ?? "");
  if (unit === null || role === "admin") return false;
  const takesPart =
    found.leadUnit === unit || parties.includes(unit) || assistants.some((row) => row.unit === unit);
  return takesPart || (role === "township" && found.townshipCode === unit);
}

export function planStrangers(day: number, amount: number, stage: Stage): void {
  const chance = createChance(`${stage.seed} strangers ${day}`);
  for (let index = 0; index < amount; index++)
    stage.agenda.add(startOfDay(day) + chance.between(1, 23) * HOUR, "stranger", () => intrude(stage));
}

async function intrude(stage: Stage): Promise<void> {
  const { chance, mirror, folk, seen } = stage;
  const cases = [...mirror.recent()];
  if (cases.length === 0) return;
  const found = chance.pick(cases).case;
  const outsiders = folk.everybody.filter(({ account }) => !isTheirs(account, found));
  if (outsiders.length === 0) return;
  const person = chance.pick(outsiders);
  const trick = chance.pick(tricks);
  seen.note(`hostile ${trick.name}`);
  await trick.play(person, found, stage);
}

interface Trick {
  readonly name: string;
  readonly play: (person: Person, found: Case, stage: Stage) => Promise<void>;
}

function expectStatus(
  answer: Answer | null,
  allowed: readonly number[],
  what: string,
  { findings }: Stage,
): void {
  if (answer === null || answer.status >= 500 || answer.status === 429) return;
  if (!allowed.includes(answer.status)) findings.blame("scopeKept", what, `answered ${answer.status}`);
}

const tricks: readonly Trick[] = [
  {
    name: "readsForeign",
    async play(person, found, stage) {
      const answer = await stage.post.send({ method: "GET", path: `/api/cases/${found.id}`, from: person });
      expectStatus(answer, [403, 404], `${person.account.id} reads ${found.number}`, stage);
    },
  },
  {
    name: "movesForeign",
    async play(person, found, stage) {
      const body = { action: "comment", version: found.version, note: "路过" };
      const answer = await stage.post.send({
        method: "POST",
        path: `/api/cases/${found.id}/moves`,
        body,
        from: person,
      });
      expectStatus(answer, [403, 404], `${person.account.id} moves ${found.number}`, stage);
    },
  },
  {
    name: "revealsForeign",
    async play(person, found, stage) {
      const body = { reason: "想知道是谁举报的" };
      const answer = await stage.post.send({
        method: "POST",
        path: `/api/cases/${found.id}/reveal`,
        body,
        from: person,
      });
      expectStatus(answer, [403, 404], `${person.account.id} reveals ${found.number}`, stage);
    },
  },
  {
    name: "listsForeign",
    async play(person, found, stage) {
      const path = `/api/cases?words=${encodeURIComponent(found.number)}`;
      const answer = await stage.post.send({ method: "GET", path, from: person });
      const rows =
        (answer?.body as { readonly rows?: readonly { readonly id: string }[] } | null)?.rows ?? [];
      if (answer?.status === 200 && rows.some(({ id }) => id === found.id))
        stage.findings.blame("scopeKept", `${person.account.id} finds ${found.number}`, "in a list");
    },
  },
  {
    name: "noAccount",
    async play(_person, found, stage) {
      const answer = await stage.post.send({ method: "GET", path: `/api/cases/${found.id}`, from: null });
      expectStatus(answer, [401], `nobody reads ${found.number}`, stage);
    },
  },
  {
    name: "guessesCode",
    async play(_person, found, stage) {
      const code = String(Math.floor(stage.chance.next() * 1e4)).padStart(4, "0");
      const answer = await stage.post.send({
        method: "GET",
        path: `/api/progress/${found.number}?code=x${code}`,
        from: null,
      });
      expectStatus(answer, [404], `nobody follows ${found.number}`, stage);
    },
  },
  {
    name: "closesAtOnce",
    async play(_person, found, stage) {
      const [centre] = stage.folk.role("centre");
      if (!centre || found.state === "checked") return;
      const body = { action: "close", version: found.version };
      const answer = await stage.post.send({
        method: "POST",
        path: `/api/cases/${found.id}/moves`,
        body,
        from: centre,
      });
      // It may have been checked since it was drawn: the judge of the table looks at what was stored
      if (answer?.status === 200) stage.seen.note("closedInTime");
    },
  },
  {
    name: "forgesTime",
    async play(_person, found, stage) {
      const [centre] = stage.folk.role("centre");
      if (!centre) return;
      const body = { action: "comment", version: found.version, note: "补记", at: 1, recordedAt: 1 };
      const answer = await stage.post.send({
        method: "POST",
        path: `/api/cases/${found.id}/moves`,
        body,
        from: centre,
      });
      expectStatus(answer, [422], `a time is set on ${found.number}`, stage);
    },
  },
  {
    name: "changesReport",
    async play(_person, found, stage) {
      const body = { id: found.reportId, text: `${found.text}（改）`, channel: "public" };
      const answer = await stage.post.send({ method: "POST", path: "/api/reports", body, from: null });
      if (found.reportId.startsWith("sim-"))
        expectStatus(answer, [409], `the report of ${found.number} is changed`, stage);
    },
  },
  {
    name: "guessesPassword",
    async play(person, _found, stage) {
      const body = {
        username: person.account.username,
        password: `guess-${dayOf(dayNumber(stage.wall.truth()))}`,
      };
      const answer = await stage.post.send({ method: "POST", path: "/api/session", body, from: null });
      expectStatus(answer, [401, 403, 422], `somebody signs in as ${person.account.id}`, stage);
    },
  },
];
