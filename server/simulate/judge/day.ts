/** The judges of a day: what changed is read behind the store's back, and what was promised is looked up. */
import type { CaseAnswer } from "../../domain/caseAnswers.ts";
import { DAY, HOUR } from "../../domain/time.ts";
import type { Known } from "../mirror.ts";
import type { Machine } from "../machine.ts";
import type { Stage } from "../stage.ts";
import { judgeLedger } from "./ledger.ts";
import { judgeRows } from "./rows.ts";

/** One case file of so many is opened and its ledger added up again. */
const LEDGERS = 12;

export async function judgeDay(stage: Stage): Promise<void> {
  const { mirror, county, findings, promises } = stage;
  const { inspector } = county.rehearsal;
  for (const [index, known] of mirror.takeChanged().entries()) {
    const events = judgeRows(known, inspector, findings);
    if (index % LEDGERS === 0) await judgeFile(known, events, stage);
  }
  promises.judge(inspector);
}

async function judgeFile(
  { case: found }: Known,
  events: ReturnType<typeof judgeRows>,
  { post, folk, findings, seen }: Stage,
): Promise<void> {
  const [centre = null] = folk.role("centre");
  const answer = await post.send({ method: "GET", path: `/api/cases/${found.id}`, from: centre });
  if (answer?.status !== 200) return;
  const file = answer.body as CaseAnswer;
  seen.note("ledgers added up");
  // Somebody may have acted in the meantime only where time has passed
  if (file.version === events.length) judgeLedger(file, events, file.now, findings);
}

/** Everything goes well from now on: what was on its way arrives, and nothing is left over. */
export async function judgeEnd(stage: Stage, machine: Machine): Promise<void> {
  const { wall, agenda, promises, county, mirror, findings, mishaps } = stage;
  mishaps.calm();
  wall.jump(0);
  machine.sweepsAreOff = false;
  machine.gateway.isDown = false;
  for (let tries = 0; promises.open() > 0 && tries < 100; tries++) {
    wall.set(wall.truth() + HOUR);
    for (let due = agenda.next(wall.truth()); due !== null; due = agenda.next(wall.truth()))
      if (due.what === "resend" || due.what === "late report") await due.run();
  }
  if (promises.open() > 0)
    findings.blame("storedOnce", "the end", `${promises.open()} reports were never answered`);
  await machine.sweepAll();
  // Messages that failed wait up to 17 hours
  for (let tries = 0; tries < 3; tries++) {
    await machine.deliverAll();
    wall.set(wall.truth() + DAY);
  }
  await judgeDay(stage);
  const { inspector } = county.rehearsal;
  const unsent = inspector.unsentNotices();
  if (unsent > 0) findings.blame("noticeOnce", "the end", `${unsent} notices were never sent`);
  const doubled = inspector.doubledNotices();
  if (doubled > 0) findings.blame("noticeOnce", "the end", `${doubled} notices stand twice`);
  const stored = inspector.counts().cases;
  const known = [...mirror.all()].length;
  if (stored !== known) findings.blame("storedOnce", "the end", `${stored} cases stored, ${known} decided`);
  const { faults } = await county.deps().store.verify();
  if (faults[0]) findings.blame("chainWhole", faults[0].number, `${faults[0].kind} (verify)`);
}
