/** How a limit was counted: one sentence, what happened since, policy and calendar, and each day. Asked for when opened. */
import type { FunctionComponent } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { ClockExplanation } from "../../server/domain/clockAnswers.ts";
import { ask } from "../api.ts";
import { ruleBookWords } from "../ruleBookWords.ts";
import { createResource } from "../state/resource.ts";
import styles from "./ClockDays.module.css";
import { Loading, ProblemNotice } from "./Notice.tsx";

interface ClockDaysProps {
  readonly caseId: string;
  readonly clockId: string;
}

export function ClockDays({ caseId, clockId }: ClockDaysProps) {
  const [isOpen, setOpen] = useState(false);
  const [Told, setTold] = useState<FunctionComponent<{ readonly found: ClockExplanation }> | null>(null);
  const told = useMemo(
    () => createResource<ClockExplanation>(() => ask(`/api/cases/${caseId}/clocks/${clockId}`)),
    [caseId, clockId],
  );
  const found = told.value.value;
  const problem = told.problem.value;

  function toggle(event: Event): void {
    const { open } = event.currentTarget as HTMLDetailsElement;
    setOpen(open);
    if (!open) return;
    void told.load();
    void import("./ClockTold.tsx").then(({ ClockTold }) => setTold(() => ClockTold));
  }

  return (
    <details class={styles["how"]} onToggle={toggle}>
      <summary>{ruleBookWords.how}</summary>
      {isOpen && !(found && Told) && !problem && <Loading />}
      {isOpen && problem && <ProblemNotice problem={problem} retry={told.load} />}
      {found && Told && <Told found={found} />}
    </details>
  );
}
