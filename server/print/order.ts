/** 催办单, 督办单, 通报, 批示督办单: one order of one case as a paper. */
import type { CaseAnswer, EventAnswer } from "../domain/caseAnswers.ts";
import type { OrderKind } from "../domain/caseRules.ts";
import { isOrder, orderRule } from "../domain/orders.ts";
import type { Reference } from "../domain/reference.ts";
import { stateWords } from "../domain/words.ts";
import type { Names } from "../view/names.ts";
import { brief, cut, moment } from "./format.ts";
import { type Html, pageOf, type Row } from "./page.ts";
import { paper, standing, titles } from "./printWords.ts";

export interface Printing {
  readonly reference: Reference;
  readonly names: Names;
  /** Address of the case, for the QR code. */
  readonly address: string;
  /** Who prints it. */
  readonly who: string;
  /** What the paper bears across itself; null for nothing. */
  readonly mark: string | null;
}

/** @param which the number of the event, or the kind: its latest. null when the case has no such order. */
export function orderPaper(found: CaseAnswer, which: string, printing: Printing): Html | null {
  const event = found.history.findLast(
    ({ action, seq }) => isOrder(action) && (action === which || String(seq) === which),
  );
  if (event === undefined || !isOrder(event.action)) return null;
  const { reference, names, address, who, mark } = printing;
  const issuer = names.holder(reference.superviseUnit)?.name ?? "";
  return pageOf({
    title: titles[event.action],
    subtitle: event.action === "instruct" ? paper.office : issuer,
    number: `${found.number}-${String(event.seq).padStart(2, "0")}`,
    address,
    rows: rowsOf(event, event.action, found, printing),
    signatures: [paper.sign.issuer, paper.sign.receiver, paper.sign.head],
    printed: paper.printed(who, moment(found.now)),
    mark,
  });
}

function rowsOf(event: EventAnswer, kind: OrderKind, found: CaseAnswer, printing: Printing): readonly Row[] {
  const { reference, names } = printing;
  const unit = event.facts["unit"];
  const rule = orderRule(kind, { reference });
  const { by, demand } = wordsOf(event, kind);
  return [
    [
      [paper.unit, names.holder(typeof unit === "string" ? unit : null)?.name ?? paper.none],
      [paper.caseNumber, found.number],
    ],
    [
      [paper.item, found.item?.name ?? paper.none],
      [paper.state, stateWords[found.state]],
    ],
    [[paper.place, cut(placeOf(found), 80)]],
    [[paper.text, cut(found.text, 180)]],
    [
      [paper.reportedAt, moment(found.reportedAt)],
      [paper.late, lateness(found)],
    ],
    [
      [paper.orderedAt, moment(event.at)],
      [paper.orderedBy, by],
    ],
    [[paper.demand, cut(demand, 220)]],
    ...toldRows(event),
    ...answerRows(event, found, rule.answer !== null),
    [[paper.basis, rule.basis]],
  ];
}

function wordsOf(event: EventAnswer, kind: OrderKind): { readonly by: string; readonly demand: string } {
  const byPerson = [event.actor.unit?.name, event.actor.name].filter(Boolean).join(" ");
  const by = event.actor.role === "system" ? paper.byLadder : byPerson || paper.none;
  return { by, demand: event.words["note"] ?? standing[kind] };
}

export function placeOf({ township, cell, address }: CaseAnswer): string {
  return [township?.name, cell?.name, address].filter(Boolean).join(" ") || paper.none;
}

/** By the clocks that run or ran out, worst first. */
function lateness({ clocks }: CaseAnswer): string {
  const late = clocks.filter(
    (clock) => clock.running && (clock.stage === "overdue" || clock.stage === "severe"),
  );
  const [first] = [...late].sort((a, b) => a.dueAt - b.dueAt);
  return first === undefined ? paper.notLate : paper.lateSince(moment(first.dueAt));
}

/** Whom it reached and who has read it stands only on the paper of those who sent it. */
function toldRows({ told, facts }: EventAnswer): readonly Row[] {
  const nobody = facts["heard"] === 0 ? [paper.nobodyNamed] : [];
  const receipts = (told ?? []).map(({ to, reads }) =>
    paper.toldTo(
      to,
      reads.map(({ name, at }) => paper.read(name, brief(at))),
    ),
  );
  const said = [...nobody, ...receipts].join("；");
  return said === "" ? [] : [[[paper.told, cut(said, 220)]]];
}

/** The limit is that of the answering clock which the order started; the answer is the first one after it. */
function answerRows(event: EventAnswer, found: CaseAnswer, asked: boolean): readonly Row[] {
  if (!asked) return [[[paper.answerBy, paper.notAsked]]];
  const clock = found.clocks.findLast(({ kind, startedAt }) => kind === "supervise" && startedAt <= event.at);
  const answer = found.history.find(({ action, seq }) => action === "explain" && seq > event.seq);
  const said =
    answer === undefined ? paper.unanswered : `${answer.words["note"] ?? ""}（${moment(answer.at)}）`;
  return [
    [[paper.answerBy, clock === undefined ? paper.none : moment(clock.dueAt)]],
    [[paper.answer, cut(said, 200)]],
  ];
}
