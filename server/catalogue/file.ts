/** A catalogue that somebody wrote or exported: JSON or CSV, judged row by row. */
import * as v from "valibot";
import { catalogueFileSchema } from "../../fixtures/schema/catalogue.ts";
import type { Catalogue } from "../domain/catalogue/rule.ts";
import { type BadRow, rulesFromCsv } from "./csv.ts";

export interface ReadCatalogue {
  readonly catalogue: Pick<Catalogue, "order" | "rules" | "ownerWords">;
  readonly bad: readonly BadRow[];
}

/** @param inForce lends what the text does not say: a table has rules only. */
export function readCatalogueText(
  text: string,
  inForce: Pick<Catalogue, "order" | "rules" | "ownerWords">,
): ReadCatalogue {
  const { order, ownerWords } = inForce;
  if (
    !text
      .replace(/^\uFEFF/, "")
      .trimStart()
      .startsWith("{")
  ) {
    const { rules, bad } = rulesFromCsv(text);
    return { catalogue: { order, ownerWords, rules }, bad };
  }
  const read = v.safeParse(catalogueFileSchema, parsed(text));
  if (read.success) {
    const { rules } = read.output;
    const words = read.output.ownerWords.length === 0 ? ownerWords : read.output.ownerWords;
    return { catalogue: { order: read.output.order ?? order, ownerWords: words, rules }, bad: [] };
  }
  const bad = read.issues.slice(0, 20).map((issue) => ({
    line: 1,
    message: `${v.getDotPath(issue) ?? "整个文件"}：得到“${String(issue.input).slice(0, 60)}”，应为${issue.kind === "validation" ? issue.message : (issue.expected ?? "")}`,
  }));
  return { catalogue: { order, ownerWords, rules: [] }, bad };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
