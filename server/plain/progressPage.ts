/** 查办理进度 without scripts: four steps, the promise, what happened, and the forms of what may still be said. */
import { html } from "hono/html";
import type { ProgressAnswer } from "../domain/reportAnswers.ts";
import {
  placeOfStep,
  progressEntry,
  progressNow,
  progressStepNames,
  progressSteps,
} from "../domain/progressWords.ts";
import { scoreWords } from "../domain/words.ts";
import { moment } from "../print/format.ts";
import type { Html } from "../print/page.ts";
import { framed, lineField, photosField, problemNote, textField } from "./frame.ts";
import { plain } from "./plainWords.ts";

/** What opens a case to somebody without an account. */
export interface Key {
  readonly number: string;
  readonly code: string;
}

/** The form that asks for number and code. */
export function askPage(key: Key, problem: string | null): Html {
  return framed(plain.toProgress, html`${problemNote(problem)}${askForm(key)}`);
}

export function askForm({ number, code }: Key): Html {
  return html`<form method="post" action="/plain/progress">
    ${lineField({ id: "number", label: plain.number, hint: plain.numberHint, value: number, required: true, most: 40 })}
    ${lineField({ id: "code", label: plain.code, hint: plain.codeHint, value: code, required: true, most: 40 })}
    <button type="submit">${plain.look}</button>
  </form>`;
}

/** @param said what just happened: why an act did not succeed, or that it did. */
export function progressPage(
  found: ProgressAnswer,
  key: Key,
  said: { readonly problem: string | null; readonly done: boolean },
): Html {
  return framed(
    plain.toProgress,
    html`${problemNote(said.problem)}${said.done ? html`<p class="good" role="status">${plain.done}</p>` : ""}
      <section>
        <p class="hint">${found.number}</p>
        <p class="told">${found.text}</p>
        <ol class="steps">
          ${progressStepNames.map((name, place) => stepOf(name, place, placeOfStep(found.step)))}
        </ol>
        <p><strong>${progressNow[found.step](found.unit)}</strong></p>
        ${promiseOf(found)}
      </section>
      ${partsOf(found)} ${entriesOf(found)}
      ${found.rating === null ? "" : html`<p class="good">${plain.rated(scoreWords[found.rating - 1] ?? "")}</p>`}
      ${found.mayRate ? rateForm(key) : ""} ${found.mayReopen ? reopenForm(key) : ""}
      ${found.mayAdd ? addForm(key) : ""} ${found.mayWithdraw ? withdrawForm(key) : ""}
      <form class="screen" method="post" action="/plain/progress">
        ${keyFields(key)}
        <button type="submit">${plain.lookAgain}</button>
        <p class="hint">${plain.printed}</p>
      </form>`,
  );
}

function stepOf(name: (typeof progressStepNames)[number], place: number, here: number): Html {
  const state = place < here ? "past" : place === here ? "here" : "";
  return html`<li class="${state}" ${place === here ? html`aria-current="step"` : ""}>
    ${progressSteps[name]}
  </li>`;
}

function promiseOf({ promisedBy, step, now }: ProgressAnswer): Html {
  if (promisedBy === null || isOver(step)) return html``;
  return html`<p>${plain.promise}<strong>${plain.before(moment(promisedBy))}</strong></p>
    ${now > promisedBy ? html`<p class="warn">${plain.late}</p>` : ""}`;
}

function partsOf({ parts }: ProgressAnswer): Html {
  if (parts.length === 0) return html``;
  return html`<section>
    <h2>${plain.parts}</h2>
    <ol class="entries">
      ${parts.map((part) => html`<li>${part.text} <span class="hint">${progressNow[part.step](part.unit)}</span></li>`)}
    </ol>
  </section>`;
}

function entriesOf({ entries }: ProgressAnswer): Html {
  return html`<section>
    <h2>${plain.entries}</h2>
    <ol class="entries">
      ${entries.toReversed().map(
        (entry) =>
          html`<li>
            <time>${moment(entry.at)}</time>
            ${progressEntry(entry.action, entry.unit)}
            ${entry.words === null ? "" : html`<p class="told">“${entry.words}”</p>`}
          </li>`,
      )}
    </ol>
  </section>`;
}

function keyFields({ number, code }: Key): Html {
  return html`<input type="hidden" name="number" value="${number}" /><input
      type="hidden"
      name="code"
      value="${code}"
    />`;
}

function actForm(action: string, key: Key, body: Html): Html {
  return html`<form method="post" action="/plain/progress/act" enctype="multipart/form-data">
    <input type="hidden" name="action" value="${action}" />
    ${keyFields(key)}${body}
  </form>`;
}

function rateForm(key: Key): Html {
  return actForm(
    "rate",
    key,
    html`<h2>${plain.rate}</h2>
      <fieldset>
        <legend>${plain.score}</legend>
        ${scoreWords.map((word, place) => choice("score", String(place + 1), word, true))}
      </fieldset>
      <fieldset>
        <legend>${plain.solved}</legend>
        ${choice("solved", "yes", plain.yes, false)}${choice("solved", "no", plain.no, false)}
      </fieldset>
      ${textField({ id: "note", label: plain.rateNote, most: 1000 })}
      <button type="submit">${plain.sendRating}</button>`,
  );
}

function choice(name: string, value: string, word: string, required: boolean): Html {
  return html`<label class="choice"
    ><input type="radio" name="${name}" value="${value}" ${required ? "required" : ""} />${word}</label
  >`;
}

function reopenForm(key: Key): Html {
  return actForm(
    "reopen",
    key,
    html`<h2>${plain.reopen}</h2>
      <p class="hint">${plain.reopenHint}</p>
      ${textField({ id: "reopenNote", label: plain.reopenNote, most: 1000 })}
      <button type="submit">${plain.sendReopen}</button>`,
  );
}

/** Behind a fold: it ends the matter, and is not what most people came for. */
function withdrawForm(key: Key): Html {
  return actForm(
    "withdraw",
    key,
    html`<details>
      <summary>${plain.withdraw}</summary>
      <p class="hint">${plain.withdrawHint}</p>
      ${textField({ id: "withdrawNote", label: plain.withdrawNote, most: 1000 })}
      <button type="submit" class="grave">${plain.sendWithdraw}</button>
    </details>`,
  );
}

function isOver(step: ProgressAnswer["step"]): boolean {
  return step === "done" || step === "declined" || step === "withdrawn";
}

function addForm(key: Key): Html {
  return actForm(
    "comment",
    key,
    html`<h2>${plain.add}</h2>
      ${textField({ id: "addNote", label: plain.addNote, required: true, most: 1000 })}
      ${photosField(plain.addPhotos)}
      <button type="submit">${plain.sendNote}</button>`,
  );
}
