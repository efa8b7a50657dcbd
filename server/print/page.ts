/** The paper itself: A4, one page, a QR code that leads to the case, lines to sign on. */
import { encodeQR } from "qr";
import { html, raw } from "hono/html";
import { paper } from "./printWords.ts";

export type Html = ReturnType<typeof html>;

export interface Page {
  readonly title: string;
  readonly subtitle: string;
  readonly number: string;
  /** What the code says: the address of the case, or the text itself. */
  readonly address: string;
  /** Under the code. */
  readonly scan?: string;
  /** Larger, for a code that holds a whole text. */
  readonly wide?: boolean;
  readonly rows: readonly Row[];
  /** Between the rows and the signatures. */
  readonly body?: Html;
  readonly signatures: readonly string[];
  readonly printed: string;
  readonly mark: string | null;
}

/** One or two pairs beside each other. */
export type Row = readonly (readonly [label: string, value: string])[];

export function pageOf(page: Page): Html {
  return documentOf(
    `${page.title} ${page.number}`,
    html`<p class="tools">
        <button type="button" id="print">${paper.print}</button>
        <span>${paper.closePage}</span>
      </p>
      <article class="paper">
        ${page.mark === null ? "" : markOf(page.mark)}
        <header>
          <div>
            <p class="office">${page.subtitle}</p>
            <h1>${page.title}</h1>
            <p class="number">${paper.number}：${page.number}</p>
          </div>
          <figure class="${page.wide === true ? "wide" : "code"}">
            ${raw(encodeQR(page.address, "svg", { ecc: "medium", border: 1 }))}
            <figcaption>${page.scan ?? paper.scan}</figcaption>
          </figure>
        </header>
        <table class="facts">
          <tbody>
            ${page.rows.map(rowOf)}
          </tbody>
        </table>
        ${page.body ?? ""}
        <footer>
          <ul class="signatures">
            ${page.signatures.map((name) => html`<li><span>${name}</span><span>${paper.sign.day}</span></li>`)}
          </ul>
          <p class="printed">${page.printed}</p>
        </footer>
      </article>`,
  );
}

/** `YYYY-MM-DD HH:MM`, on a line of its own. */
const DATE = 16;

/** Drawn, not painted as a background: browsers leave backgrounds out of what they print. */
function markOf(text: string): Html {
  return html`<svg class="mark" aria-hidden="true" focusable="false">
    <defs>
      <pattern
        id="mark"
        width="360"
        height="180"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-22)"
      >
        <text x="0" y="60">${text.slice(0, -DATE)}</text>
        <text x="0" y="80">${text.slice(-DATE)}</text>
      </pattern>
    </defs>
    <rect width="100%" height="100%" fill="url(#mark)"></rect>
  </svg>`;
}

/** What stands in place of a paper that cannot be shown. */
export function sorry(said: { readonly title: string; readonly text: string }, link?: Html): Html {
  return documentOf(
    said.title,
    html`<main class="sorry">
      <h1>${said.title}</h1>
      <p>${said.text}</p>
      ${link ?? ""}
    </main>`,
  );
}

function rowOf(row: Row): Html {
  const [first, second] = row;
  if (first === undefined) return html``;
  if (second === undefined)
    return html`<tr>
      <th scope="row">${first[0]}</th>
      <td colspan="3">${first[1]}</td>
    </tr>`;
  return html`<tr>
    <th scope="row">${first[0]}</th>
    <td>${first[1]}</td>
    <th scope="row">${second[0]}</th>
    <td>${second[1]}</td>
  </tr>`;
}

function documentOf(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="stylesheet" href="/print/print.css" />
        <script src="/print/print.js" defer></script>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}
