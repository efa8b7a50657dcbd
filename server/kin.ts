/** Fetches the cases that an act may touch beside its own (并案, 分办, 关联). */
import type { CaseFile } from "./caseFile.ts";
import type { Deps } from "./deps.ts";
import type { Case } from "./domain/case.ts";
import { bondsOf } from "./domain/linking/bonds.ts";
import type { Kin } from "./domain/linking/together.ts";
import { nextCaseNumber } from "./intake.ts";
import type { Command } from "./domain/workflow.ts";

/** Most cases are bound to none: for those nothing is asked of the database. */
export async function kinOf({ case: found }: CaseFile, command: Command, deps: Deps): Promise<Kin> {
  const named = "into" in command ? await fileOfNumber(command.into, deps) : null;
  const { merged } = bondsOf(found);
  const lead = merged === null ? null : await deps.store.cases.file(merged.into);
  const { parent, parts } = bondsOf(found);
  const whole = parent === null ? null : await deps.store.cases.file(parent);
  const wholeId = parent ?? (parts.length > 0 ? found.id : null);
  const siblings = wholeId === null ? [] : await deps.store.linking.partsOf(wholeId);
  const leads = [found, lead?.case, named?.case, whole?.case].filter((row) => row !== undefined);
  const followers = await Promise.all(leads.map((row) => followersOf(row, deps)));
  const bound = uniqueById([lead, whole, ...siblings, ...followers.flat()]).filter(
    (row) => row.case.id !== found.id,
  );
  const counts = command.action === "merge" || command.action === "unmerge";
  const keys = counts ? await voiceKeys([...leads, ...bound.map((row) => row.case)], deps) : new Map();
  const births = command.action === "split" ? await birthsOf(command, deps) : [];
  return { named, bound, voiceOf: (caseId) => keys.get(caseId) ?? caseId, births };
}

async function fileOfNumber(number: string, { store }: Deps): Promise<CaseFile | null> {
  const found = await store.cases.byNumber(number);
  return found && (await store.cases.file(found.id));
}

async function followersOf(lead: Case, { store }: Deps): Promise<readonly CaseFile[]> {
  return bondsOf(lead).group === null ? [] : await store.linking.followersOf(lead.id);
}

/** Somebody is known by their phone number, staff by their account; who left nothing is somebody else each time. */
async function voiceKeys(cases: readonly Case[], { store }: Deps): Promise<ReadonlyMap<string, string>> {
  const keys = await Promise.all(
    cases.map(async ({ id, reportedBy }) => {
      const phone = (await store.cases.reporter(id))?.phone ?? null;
      return [id, phone ?? reportedBy ?? id] as const;
    }),
  );
  return new Map(keys);
}

async function birthsOf({ parts }: Command<"split">, deps: Deps): Promise<Kin["births"]> {
  const births = parts.map(async ({ text }) => ({
    caseId: deps.ids.caseId(),
    caseNumber: await nextCaseNumber(deps),
    trackingCode: deps.ids.trackingCode(),
    reading: deps.reader.classify(text),
  }));
  return await Promise.all(births);
}

function uniqueById(files: readonly (CaseFile | null)[]): readonly CaseFile[] {
  const known = files.filter((file) => file !== null);
  return [...new Map(known.map((file) => [file.case.id, file])).values()];
}
