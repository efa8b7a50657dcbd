/** 先围护、后修复、再恢复: the stages of the case as steps, each with its end or its limit. */
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { Countdown } from "./Countdown.tsx";
import styles from "./StageSteps.module.css";
import { StepList } from "./StepList.tsx";
import { caseWords } from "../caseWords.ts";
import { stageWords } from "../moveWords.ts";

export function StageSteps({ found }: { readonly found: CaseAnswer }) {
  const { stages } = found;
  if (stages.length === 0) return null;
  const undone = stages.findIndex(({ doneAt }) => doneAt === null);
  const here = undone === -1 ? stages.length : undone;
  const clock = found.clocks.findLast(({ kind, running }) => kind === "stage" && running);
  return (
    <section class={`card ${styles["card"]}`} aria-label={stageWords.title}>
      <h2>{stageWords.title}</h2>
      <StepList
        here={here}
        steps={stages.map((stage, index) => ({
          key: stage.code,
          told: (
            <>
              <strong>{stage.name}</strong>
              <StageTime stage={stage} clock={index === here ? clock : undefined} />
            </>
          ),
        }))}
      />
    </section>
  );
}

interface StageTimeProps {
  readonly stage: CaseAnswer["stages"][number];
  readonly clock: CaseAnswer["clocks"][number] | undefined;
}

/** When the stage was done, what is left of its time, or how much it will have. */
function StageTime({ stage, clock }: StageTimeProps) {
  if (stage.doneAt !== null) return <span>{stageWords.done(momentText(stage.doneAt, now.value))}</span>;
  if (clock) return <Countdown of={clock} />;
  return <span class="muted">{caseWords.limit(stage.budget)}</span>;
}
