/** Every reporter of the rehearsal has a name and a number that nobody else has: they must turn up nowhere but in a reveal. */
import type { Chance } from "../../demo/chance.ts";
import type { Reporter } from "../../domain/case.ts";
import type { Findings } from "../findings.ts";

const rare = ["樾", "珩", "璟", "翀", "曦", "骞", "昶", "邈"];

export function canaryOf(chance: Chance): Reporter & { readonly phone: string } {
  const letters = Array.from({ length: 2 }, () => chance.pick(rare)).join("");
  return { name: `甄${letters}`, phone: `1990${String(Math.floor(chance.next() * 1e7)).padStart(7, "0")}` };
}

const bare = new RegExp(`甄[${rare.join("")}]|(?<![0-9a-z])1990\\d{7}(?![0-9a-z])`, "i");

export function judgeSecrets(where: string, text: string, findings: Findings): void {
  const found = bare.exec(text);
  if (found)
    findings.blame(
      "secretKept",
      where,
      `${found[0].slice(0, 3)}… in …${text.slice(Math.max(0, found.index - 40), found.index)}`,
    );
}
