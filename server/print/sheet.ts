/** 案卷: a case on one page, as the person who prints it may see it. The latest acts stand on it, the rest is counted. */
import { html } from "hono/html";
import type { CaseAnswer, EventAnswer } from "../domain/caseAnswers.ts";
import type { ClockAnswer } from "../domain/clockAnswers.ts";
import type { ClockEvent } from "../domain/case.ts";
import type { Action } from "../domain/workflow.ts";
import { actionWords, channelWords, clockWords, roleWords, scoreWords, stateWords } from "../domain/words.ts";
import { brief, budgetText, cut, moment } from "./format.ts";
import { placeOf, type Printing } from "./order.ts";
import { type Html, pageOf, type Row } from "./page.ts";
import { paper } from "./printWords.ts";

const CLOCKS = 6;
const ACTS = 10;

export function casePaper(found: CaseAnswer, { reference, names, address, who, mark }: Printing): Html {
  return pageOf({
    title: paper.sheet,
    subtitle: names.holder(reference.superviseUnit)?.name ?? "",
    number: found.number,
    address,
    rows: rowsOf(found),
    body: html`${clockTable(found.clocks)}${historyTable(found.history)}`,
    signatures: [paper.sign.handler, paper.sign.checker, paper.sign.head],
    printed: paper.printed(who, moment(found.now)),
    mark,
  });
}

function rowsOf(found: CaseAnswer): readonly Row[] {
  return [
    [
      [paper.item, found.item?.name ?? paper.none],
      [paper.state, stateWords[found.state]],
    ],
    [
      [paper.channel, channelWords[found.channel]],
      [paper.reportedAt, moment(found.reportedAt)],
    ],
    [
      [paper.unit, found.leadUnit?.name ?? paper.none],
      [paper.holder, found.holder?.name ?? paper.none],
    ],
    [
      [paper.reporter, reporterText(found)],
      [paper.opinion, found.rating ? (scoreWords[found.rating.score - 1] ?? "") : paper.none],
    ],
    [[paper.place, cut(placeOf(found), 80)]],
    [[paper.text, cut(found.text, 160)]],
  ];
}

/** Masked, as on the screen; a paper gets about. */
function reporterText({ reporter }: CaseAnswer): string {
  if (reporter === null || reporter.hidden) return paper.none;
  return [reporter.name, reporter.phone].filter(Boolean).join(" ") || paper.none;
}

/** Those that run, then the latest that have stopped. */
function clockTable(clocks: readonly ClockAnswer[]): Html {
  const kept = clocks.filter(({ kind }) => kind !== "ladder");
  const order = [...kept.filter(({ running }) => !running), ...kept.filter(({ running }) => running)];
  return html`<h2>${paper.clocks}</h2>
    <table class="list clocks">
      <tbody>
        ${order.slice(-CLOCKS).map(
          (clock) =>
            html`<tr>
              <td>${clockWords[clock.kind]}</td>
              <td>${clock.unit?.name ?? paper.none}</td>
              <td>${budgetText(clock.budget)}</td>
              <td>${brief(clock.dueAt)}</td>
              <td>${outcomeOf(clock)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function outcomeOf({ running, stage, outcome }: ClockAnswer): string {
  if (running)
    return stage === "overdue" || stage === "severe" ? paper.outcomes.late : paper.outcomes.running;
  return outcome === null ? paper.outcomes.held : paper.outcomes[outcome];
}

function historyTable(history: readonly EventAnswer[]): Html {
  const shown = history.slice(-ACTS);
  const left = history.length - shown.length;
  return html`<h2>${paper.history}</h2>
    <table class="list history">
      <tbody>
        ${shown.map(
          (event) =>
            html`<tr>
              <td>${brief(event.at)}</td>
              <td>${actionWords[event.action as Action | ClockEvent] ?? event.action}</td>
              <td>${whoOf(event)}</td>
              <td>${cut(event.words["note"] ?? event.words["result"] ?? "", 60)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="note">${left > 0 ? paper.more(left) : ""}${paper.shortened}</p>`;
}

function whoOf({ actor }: EventAnswer): string {
  return actor.unit?.name ?? roleWords[actor.role];
}
