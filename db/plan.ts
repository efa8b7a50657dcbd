/** What `commit` writes for a decision: a list of statements with no reading in between. The first one may say no. */
import type { Decision } from "../server/domain/case.ts";
import { leavesTheHouse } from "../server/domain/notices.ts";
import { type CaseRow, caseToRow, changedColumns, eachParty, partiesOf } from "./caseRow.ts";
import { chain, type Link } from "./chain.ts";
import { assignmentSeals, caseRowSeal, clockSeals, noSeals, noticeSeals, reporterSeal } from "./rowSeals.ts";
import { freshSalt } from "./salt.ts";
import { phoneDigits } from "./secrets/ring.ts";
import { wordsStep } from "./words.ts";
import type { RowOf, Step } from "./writes.ts";

export interface Plan {
  readonly steps: readonly Step[];
  /** Of the last event: the new head of the case. */
  readonly headHash: string;
}

/** @throws RangeError for a decision whose events do not lead from the version it expects to the one it reaches. */
export function planFor(decision: Decision): Plan {
  checkVersions(decision);
  const salt = freshSalt();
  const row = caseToRow(decision.case, "", decision.lookAt);
  const notices = decision.notices.map(noticeRow);
  const seals = Object.assign(
    noSeals(),
    caseRowSeal(row),
    clockSeals(decision.clocks),
    assignmentSeals(decision.assignments),
    noticeSeals(notices),
    decision.reporter === null ? null : reporterSeal(decision.reporter, salt),
  );
  const links = chain(decision.events, decision.case.headHash, seals);
  const headHash = links.at(-1)?.event.hash ?? decision.case.headHash;
  return {
    steps: [
      caseStep(decision, Object.assign(row, { headHash })),
      ...(decision.expects === null ? [wordsStep(row)] : []),
      ...partySteps(decision, row),
      ...links.flatMap(eventSteps),
      ...decision.clocks.map((clock): Step => ({ write: "putClock", row: clock })),
      ...decision.assignments.map((assignment): Step => ({
        write: "putAssignment",
        row: { caseId: decision.case.id, ...assignment },
      })),
      ...notices.map((notice): Step => ({ write: "addNotice", row: notice })),
      ...reporterSteps(decision, salt),
      ...(decision.lessons ?? []).map(lessonStep),
      ...decision.case.photos.map(({ id }): Step => ({
        write: "addPhoto",
        row: { photoId: id, caseId: decision.case.id },
      })),
      ...links.map(({ event: { caseId: subject, seq, hash } }): Step => ({
        write: "addEntry",
        row: { kind: "case", subject, seq, hash },
      })),
    ],
    headHash,
  };
}

/** The words of a case go, everything that is hashed stays. */
export function erasurePlan(caseId: string): readonly Step[] {
  return [
    { write: "forgetReporter", row: { caseId } },
    { write: "forgetWords", row: { caseId } },
    { write: "blankCase", row: { id: caseId } },
    { write: "unfind", row: { caseId } },
    { write: "forgetCallWords", row: { caseId } },
    { write: "blankCalls", row: { caseId } },
  ];
}

function checkVersions({ case: after, expects, events }: Decision): void {
  const first = (expects ?? 0) + 1;
  const inOrder = events.every((event, index) => event.seq === first + index && event.caseId === after.id);
  if (events.length > 0 && inOrder && after.version === first + events.length - 1) return;
  throw new RangeError(
    `Events ${events.map((event) => event.seq).join()} do not lead from version ${expects ?? 0} to ${after.version}.`,
  );
}

function caseStep({ before, expects, clocks, case: after }: Decision, row: CaseRow): Step {
  if (expects === null) return { write: "addCase", row, orElse: "duplicate" };
  const only =
    before === null ? {} : { only: ["id", "expects", "expectsHash", ...changedColumns(before, row)] };
  // Into the fresh row: one copy more of so many columns would be felt.
  const given = Object.assign(row, { expects, expectsHash: after.headHash });
  const write = clocks.length === 0 ? "changeCase" : "changeCaseAndLook";
  return { write, row: given, orElse: "stale", ...only };
}

/** Where it is not known who took part before, all rows are made anew. */
function partySteps({ before, expects }: Decision, { id, parties }: CaseRow): readonly Step[] {
  const was = expects === null ? null : before === null ? undefined : partiesOf(before);
  if (was === parties) return [];
  const added = eachParty(parties).map((unit): Step => ({ write: "addParty", row: { caseId: id, unit } }));
  return was === null ? added : [{ write: "forgetParties", row: { caseId: id } }, ...added];
}

function eventSteps({ event, words }: Link): readonly Step[] {
  const add: Step = { write: "addEvent", row: event };
  if (Object.keys(words).length === 0) return [add];
  return [add, { write: "sealWords", row: { caseId: event.caseId, seq: event.seq, words } }];
}

function noticeRow(notice: Decision["notices"][number]): RowOf["addNotice"] {
  const isOnItsWay = leavesTheHouse(notice);
  return {
    id: notice.id,
    caseId: notice.caseId,
    seq: notice.seq,
    kind: notice.kind,
    toKind: notice.to.kind,
    toCode: notice.to.kind === "reporter" ? null : notice.to.code,
    createdAt: notice.createdAt,
    tries: 0,
    tryAt: isOnItsWay ? notice.createdAt : null,
    sentAt: isOnItsWay ? null : notice.createdAt,
  };
}

function lessonStep(lesson: NonNullable<Decision["lessons"]>[number]): Step {
  return { write: "addLesson", row: { ...lesson, undoneAt: null, undoneBy: null } };
}

function reporterSteps({ case: after, reporter }: Decision, salt: string): readonly Step[] {
  if (reporter === null) return [];
  const { name, phone } = reporter;
  return [
    {
      write: "addReporter",
      row: { caseId: after.id, name, phone, phoneKey: phone && phoneDigits(phone), salt },
    },
  ];
}
