/** 反映问题 without scripts, and the receipt. */
import { encodeQR } from "qr";
import { html, raw } from "hono/html";
import type { ReportAnswer } from "../domain/reportAnswers.ts";
import type { Html } from "../print/page.ts";
import { framed, lineField, photosField, problemNote, textField } from "./frame.ts";
import { plain } from "./plainWords.ts";

/** Pictures a report without scripts may carry; each is sent as it comes from the camera. */
export const MOST_PHOTOS = 3;

/** What was written so far, so that a refusal loses nothing. */
export interface Draft {
  /** Made with the form, so that a form sent twice is one report. */
  readonly id: string;
  readonly text: string;
  readonly address: string;
  readonly name: string;
  readonly phone: string;
  readonly confidential: boolean;
}

export function reportPage(draft: Draft, problem: string | null): Html {
  return framed(
    plain.report,
    html`${problemNote(problem)}
      <p class="warn">${plain.danger}</p>
      <form method="post" action="/plain/report" enctype="multipart/form-data">
        <input type="hidden" name="id" value="${draft.id}" />
        ${textField({ id: "text", label: plain.text, hint: plain.textHint, value: draft.text, required: true, most: 2000 })}
        ${lineField({ id: "address", label: plain.address, hint: plain.addressHint, value: draft.address, most: 200 })}
        ${photosField(plain.photos)}
        ${lineField({ id: "name", label: plain.name, value: draft.name, most: 50 })}
        ${lineField({ id: "phone", label: plain.phone, hint: plain.phoneHint, value: draft.phone, type: "tel", most: 20 })}
        <label class="choice"
          ><input
            type="checkbox"
            name="confidential"
            value="yes"
            ${draft.confidential ? "checked" : ""}
          />${plain.confidential}</label
        >
        <button type="submit">${plain.send}</button>
      </form>`,
  );
}

/** @param address of the case's progress, for the code that a phone scans. */
export function receiptPage(
  { number, trackingCode, recordHash, danger }: ReportAnswer,
  address: string,
): Html {
  return framed(
    plain.receipt,
    html`${danger.length > 0 ? html`<p class="warn">${plain.danger}</p>` : ""}
      <section>
        <p class="label">${plain.number}</p>
        <p class="code">${number}</p>
        <p class="label">${plain.code}</p>
        <p class="code">${trackingCode}</p>
        <p class="label">${plain.record}</p>
        <p class="told">${groupsOf(recordHash.slice(0, 16))} <span class="hint">${plain.recordHint}</span></p>
        <p>${plain.keep}</p>
        <figure>
          ${raw(encodeQR(address, "svg", { ecc: "medium", border: 1 }))}
          <figcaption class="hint">${plain.scan}</figcaption>
        </figure>
      </section>
      <form class="screen" method="post" action="/plain/progress">
        <input type="hidden" name="number" value="${number}" />
        <input type="hidden" name="code" value="${trackingCode}" />
        <button type="submit">${plain.follow}</button>
        <p class="hint">${plain.printed}</p>
      </form>`,
  );
}

/** Four letters at a time, as a person reads them out. */
function groupsOf(hash: string): string {
  return hash.replace(/(.{4})(?=.)/g, "$1 ");
}
