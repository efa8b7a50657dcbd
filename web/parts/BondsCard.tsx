/** The cases this one belongs together with, and those it may belong together with; a person decides about each. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { BondsAnswer, BoundRow, LinkRow, SuspectRow } from "../../server/domain/linking/answers.ts";
import { ask, type Problem } from "../api.ts";
import { linkingWords } from "../linkingWords.ts";
import type { CaseFile } from "../state/caseFile.ts";
import { reference } from "../state/reference.ts";
import { createResource } from "../state/resource.ts";
import styles from "./BondsCard.module.css";
import { BoundCase } from "./BoundCase.tsx";
import { ProblemNotice } from "./Notice.tsx";
import { PairGrounds } from "./PairGrounds.tsx";

interface BondsCardProps {
  readonly file: CaseFile;
  readonly found: CaseAnswer;
}

export function BondsCard({ file, found }: BondsCardProps) {
  const { bonds: text } = linkingWords;
  const bonds = useMemo(
    () => createResource<BondsAnswer>(() => ask(`/api/cases/${encodeURIComponent(found.id)}/bonds`)),
    [found.id],
  );
  useEffect(() => void bonds.load(), [bonds, found.version]);
  const answer = bonds.value.value;
  const problem = bonds.problem.value;
  if (problem) return <ProblemNotice problem={problem} retry={bonds.load} />;
  if (!answer) return null;
  const { lead, followers, voices, suspects, whole, parts, links } = answer;
  const bound = [lead, whole, ...followers, ...suspects, ...parts, ...links].some((row) => row !== null);
  if (!bound) return null;
  return (
    <section class={`card ${styles["card"]}`} aria-label={text.title}>
      {lead && (
        <>
          <h2>{text.lead}</h2>
          <BoundCase row={lead} />
          <p class="muted">{text.leadHint}</p>
        </>
      )}
      <Cases title={text.followers(followers.length, voices)} rows={followers} />
      {whole && (
        <>
          <h2>{linkingWords.parts.whole}</h2>
          <BoundCase row={whole} />
        </>
      )}
      <Cases title={linkingWords.parts.title(parts.length)} rows={parts} />
      {links.length > 0 && (
        <>
          <h2>{linkingWords.links.title}</h2>
          <ul>
            {links.map((row) => (
              <LinkLine key={row.id} row={row} file={file} found={found} />
            ))}
          </ul>
        </>
      )}
      {suspects.length > 0 && (
        <>
          <h2>{text.suspects}</h2>
          <p class="muted">{text.suspectsHint}</p>
          <ul>
            {suspects.map((row) => (
              <SuspectLine key={row.id} row={row} file={file} found={found} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Cases({ title, rows }: { readonly title: string; readonly rows: readonly BoundRow[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <BoundCase row={row} />
          </li>
        ))}
      </ul>
    </>
  );
}

function LinkLine({ row, file, found }: BondsCardProps & { readonly row: LinkRow }) {
  const kind = reference.value?.reasons.link.find(({ code }) => code === row.kind)?.name;
  return (
    <li>
      <BoundCase row={row} />
      <small class="muted">{kind ?? row.kind}</small>
      {found.moves.some((move) => move.action === "unlink") && (
        <div class={styles["acts"]}>
          <button
            type="button"
            class="button quiet"
            disabled={file.moving.value}
            aria-label={linkingWords.links.unlink(row.number)}
            onClick={() => void file.move({ action: "unlink" }, { into: row.number })}
          >
            {linkingWords.links.take}
          </button>
        </div>
      )}
    </li>
  );
}

function SuspectLine({ row, file, found }: BondsCardProps & { readonly row: SuspectRow }) {
  const { bonds: text } = linkingWords;
  const [problem, setProblem] = useState<Problem | null>(null);
  const offered = (action: string) => found.moves.some((move) => move.action === action);
  const decide = async (action: "merge" | "keepApart") =>
    setProblem(await file.move({ action }, { into: row.number }));
  return (
    <li>
      <BoundCase row={row} />
      <PairGrounds row={row} />
      {problem && <ProblemNotice problem={problem} />}
      <div class={styles["acts"]}>
        {offered("merge") && (
          <button
            type="button"
            class="button"
            disabled={file.moving.value}
            aria-label={text.mergeInto(row.number)}
            onClick={() => void decide("merge")}
          >
            {text.merge}
          </button>
        )}
        {offered("keepApart") && (
          <button
            type="button"
            class="button quiet"
            disabled={file.moving.value}
            aria-label={text.apartFrom(row.number)}
            onClick={() => void decide("keepApart")}
          >
            {text.apart}
          </button>
        )}
      </div>
    </li>
  );
}
