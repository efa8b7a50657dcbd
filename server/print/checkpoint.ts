/** 存证检查点 on one page, to be kept outside the house: the signed note as text and as a code, and who took it. */
import { html } from "hono/html";
import { shortRoot } from "../../db/openRecord.ts";
import type { Checkpoint } from "../../db/store.ts";
import type { Instant } from "../domain/time.ts";
import { moment } from "./format.ts";
import { type Html, pageOf } from "./page.ts";
import { paper } from "./printWords.ts";

interface Handing {
  /** `name+id+key`; null where none signs. */
  readonly key: string | null;
  readonly county: string;
  readonly who: string;
  readonly now: Instant;
  readonly mark: string | null;
}

export function checkpointPaper(
  { note, size, root, algorithm, at }: Checkpoint,
  { key, county, who, now, mark }: Handing,
): Html {
  const text = paper.checkpoint;
  return pageOf({
    title: text.title,
    subtitle: county,
    number: text.size(size),
    address: note,
    scan: text.scan,
    wide: true,
    rows: [
      [
        [text.at, moment(at)],
        [text.algorithm, algorithm],
      ],
      [[text.short, shortRoot(root)]],
      [[text.root, root]],
      [[text.key, key ?? text.unknownKey]],
    ],
    body: html`<h2>${text.text}</h2>
      <p class="noteText">${note}</p>
      <p class="note">${text.how}</p>`,
    signatures: [text.giver, text.keeper],
    printed: paper.printed(who, moment(now)),
    mark,
  });
}
