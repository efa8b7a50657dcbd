/** What the pages of county data show: what counts, what comes, the draft with its faults and changes. */
import type { Deps } from "../deps.ts";
import type { CountyAnswer, CountyDraft, SubjectAnswer, SubjectHead } from "../domain/county/answers.ts";
import { runningOut } from "../domain/calendars.ts";
import { differences } from "../domain/county/differences.ts";
import { bodyOf, type CountySubject, countySubjects } from "../domain/county/subjects.ts";
import { type CountyHead, FIRST_VERSION, type StoredCounty } from "../domain/county/version.ts";
import { dayNumber, dayOf } from "../domain/time.ts";
import { judgeBody } from "./faults.ts";
import { followCounty } from "./follow.ts";

export async function countyAnswer(deps: Deps): Promise<CountyAnswer> {
  await followCounty(deps);
  const { store, clock, reference } = deps;
  const heads = await store.county.heads();
  const nameOf = await namesOf(heads, deps);
  return {
    subjects: countySubjects.map((subject) => headOf(subject, heads, { deps, nameOf })),
    calendarEnding: runningOut(reference.years, clock.now()),
    now: clock.now(),
  };
}

export async function subjectAnswer(subject: CountySubject, deps: Deps): Promise<SubjectAnswer> {
  await followCounty(deps);
  const { store, clock, county } = deps;
  const [heads, draft] = await Promise.all([store.county.heads(subject), store.county.draft(subject)]);
  const nameOf = await namesOf(heads, deps);
  return {
    ...headOf(subject, heads, { deps, nameOf }),
    body: bodyOf(subject, county.files()),
    draft: draft === null ? null : await draftAnswer(draft, { deps, nameOf }),
    versions: heads
      .filter(({ publishedAt }) => publishedAt !== null)
      .map((head) => ({ ...head, by: nameOf(head.changedBy) })),
    now: clock.now(),
  };
}

interface Around {
  readonly deps: Deps;
  readonly nameOf: (id: string) => string;
}

function headOf(subject: CountySubject, all: readonly CountyHead[], { deps, nameOf }: Around): SubjectHead {
  const heads = all.filter((head) => head.subject === subject);
  const version = deps.county.versionOf(subject);
  const counting = heads.find((head) => head.version === version) ?? null;
  const today = dayOf(dayNumber(deps.clock.now()));
  const coming = heads
    .flatMap(({ version: number, validFrom }) =>
      validFrom !== null && validFrom > today ? [{ version: number, validFrom }] : [],
    )
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0];
  return {
    subject,
    version: counting?.version ?? FIRST_VERSION,
    validFrom: counting?.validFrom ?? null,
    by: counting === null ? null : nameOf(counting.changedBy),
    coming: coming ?? null,
    hasDraft: heads.some(({ publishedAt }) => publishedAt === null),
  };
}

async function draftAnswer(draft: StoredCounty, { deps, nameOf }: Around): Promise<CountyDraft> {
  const { subject, version, revision, note, changedAt, changedBy, body } = draft;
  const { faults } = await judgeBody(subject, body, deps);
  const inForce = bodyOf(subject, deps.county.files());
  const whole = { ...inForce, ...body };
  const changes = differences(inForce, whole);
  return { version, revision, note, changedAt, by: nameOf(changedBy), body: whole, faults, changes };
}

async function namesOf(heads: readonly CountyHead[], { store }: Deps): Promise<(id: string) => string> {
  const ids = [...new Set(heads.map(({ changedBy }) => changedBy))];
  const accounts = await Promise.all(ids.map((id) => store.people.byId(id)));
  const names = new Map(accounts.flatMap((account) => (account ? [[account.id, account.name]] : [])));
  return (id) => names.get(id) ?? "系统";
}
