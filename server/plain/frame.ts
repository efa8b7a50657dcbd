/** The frame of every page without scripts (简版): title, way home, way to the full screens. */
import { html } from "hono/html";
import type { Html } from "../print/page.ts";
import { plain } from "./plainWords.ts";

export function framed(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/plain/plain.css" />
        <title>${title} · ${plain.product}</title>
      </head>
      <body>
        <main>
          <input id="large" type="checkbox" /><label for="large">${plain.large}</label>
          <div class="head">
            <a href="/plain"
              ><img src="/icon.svg" alt="" width="26" height="26" /><strong>${plain.product}</strong
              >${plain.home}</a
            >
            <a href="/report">${plain.full}</a>
          </div>
          <div class="body">
            <h1>${title}</h1>
            ${body}
          </div>
        </main>
      </body>
    </html>`;
}

interface Line {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly type?: "text" | "tel";
  readonly required?: boolean;
  readonly most: number;
}

/** A line to fill in, with its label and what is expected. */
export function lineField({ id, label, hint, value = "", type = "text", required, most }: Line): Html {
  return html`<label for="${id}">${label} ${hint ? html`<span class="hint">${hint}</span>` : ""}</label>
    <input
      id="${id}"
      name="${id}"
      type="${type}"
      value="${value}"
      maxlength="${most}"
      autocomplete="off"
      ${required ? "required" : ""}
    />`;
}

interface Text {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly required?: boolean;
  readonly most: number;
}

/** Several lines to fill in. */
export function textField({ id, label, hint, value = "", required, most }: Text): Html {
  return html`<label for="${id}">${label} ${hint ? html`<span class="hint">${hint}</span>` : ""}</label>
    <textarea id="${id}" name="${id}" maxlength="${most}" ${required ? "required" : ""}>${value}</textarea>`;
}

/** Pictures as they come from the camera or the album. */
export function photosField(label: string): Html {
  return html`<label for="photos">${label}</label>
    <input id="photos" name="photos" type="file" accept="image/jpeg,image/png,image/webp" multiple />`;
}

/** Why something did not succeed, above what was written so far. */
export function problemNote(text: string | null): Html {
  return text === null ? html`` : html`<p class="problem" role="alert">${plain.problem}：${text}</p>`;
}
