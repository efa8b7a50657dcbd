/** Beside the text: the clocks with whose time they are, the responsible unit with its basis, the reporter. */
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { scoreWords } from "../../server/domain/words.ts";
import type { CaseFile } from "../state/caseFile.ts";
import { caseWords } from "../caseWords.ts";
import { Assignments } from "./Assignments.tsx";
import styles from "./CaseSide.module.css";
import { ClockRow } from "./ClockRow.tsx";
import { Later } from "./Later.tsx";
import { MissedPart } from "./MissedPart.tsx";
import { RulesCard } from "./RulesCard.tsx";
import { UnitReasons } from "./UnitReasons.tsx";

const heldTime = () => import("./HeldTime.tsx").then((part) => part.HeldTime);
const componentCard = () => import("./ComponentCard.tsx").then((part) => part.ComponentCard);
const surroundings = () => import("./SurroundingsCard.tsx").then((part) => part.SurroundingsCard);
const reporter = () => import("./ReporterCard.tsx").then((part) => part.ReporterCard);
const calls = () => import("./CaseCalls.tsx").then((part) => part.CaseCalls);

export function CaseSide({ file, found }: { readonly file: CaseFile; readonly found: CaseAnswer }) {
  const { responsible } = found;
  return (
    <>
      <Assignments found={found} />
      <section class={`card ${styles["card"]}`} aria-label={caseWords.clocks}>
        <h2>{caseWords.clocks}</h2>
        <ul>
          {found.clocks.map((clock) => (
            <ClockRow key={clock.id} caseId={found.id} clock={clock} />
          ))}
        </ul>
        <p class="muted">{caseWords.tally(found.returns, found.reworks, found.urges, found.missed)}</p>
      </section>
      {found.component && <Later load={componentCard} props={{ component: found.component }} />}
      {found.point && (
        <Later
          load={surroundings}
          props={{
            point: found.placement?.point ?? found.point,
            item: found.item?.code ?? null,
            caseId: found.id,
          }}
        />
      )}
      <RulesCard rules={found.rules} />
      <Later load={heldTime} props={{ ledger: found.ledger }} />
      {responsible && (
        <section class={`card ${styles["card"]}`} aria-label={caseWords.responsible}>
          <h2>{caseWords.responsible}</h2>
          <p>
            <strong>{(found.leadUnit ?? responsible.unit).name}</strong>
          </p>
          <UnitReasons responsible={responsible} />
          {responsible.others.map((other) => (
            <p key={other.unit.code} class="muted">
              {caseWords.otherwise(other.when, other.unit.name)}
            </p>
          ))}
        </section>
      )}
      <Later load={calls} props={{ found }} missed={MissedPart} />
      <Later load={reporter} props={{ file, found }} missed={MissedPart} />
      {(found.rating ?? found.followUp) && (
        <section class={`card ${styles["card"]}`} aria-label={caseWords.opinion}>
          <h2>{caseWords.opinion}</h2>
          {found.rating && <p>{caseWords.rated(scoreWords[found.rating.score - 1] ?? "")}</p>}
          {found.followUp && <p>{caseWords.followedUp(found.followUp.reached, found.followUp.solved)}</p>}
        </section>
      )}
    </>
  );
}
