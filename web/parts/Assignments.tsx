/** 主办与协办: every unit with its own part, how far it is, by when, and who does it there. */
import type { AssignmentAnswer, CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { ClockAnswer } from "../../server/domain/clockAnswers.ts";
import { assignmentWords } from "../caseWords.ts";
import styles from "./Assignments.module.css";
import { Countdown } from "./Countdown.tsx";
import { UnitContact } from "./UnitContact.tsx";

export function Assignments({ found }: { readonly found: CaseAnswer }) {
  if (found.assignments.length === 0) return null;
  return (
    <section class={`card ${styles["card"]}`} aria-label={assignmentWords.title}>
      <h2>{assignmentWords.title}</h2>
      <ul>
        {found.assignments.map((assignment) => (
          <Row key={assignment.unit.code} assignment={assignment} clock={clockOf(assignment, found.clocks)} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly assignment: AssignmentAnswer;
  readonly clock: ClockAnswer | null;
}

function Row({ assignment, clock }: RowProps) {
  const { unit, part, state, handler } = assignment;
  return (
    <li class={styles["row"]}>
      <div>
        <p>
          <span class={styles["part"]}>{assignmentWords.parts[part]}</span> <strong>{unit.name}</strong>
        </p>
        <UnitContact code={unit.code} />
        {handler !== null && <p class="muted">{assignmentWords.handler(handler)}</p>}
      </div>
      <div class={styles["state"]}>
        <p>{assignmentWords.states[state]}</p>
        {clock && <Countdown of={clock} />}
      </div>
    </li>
  );
}

const clocksOf = { lead: ["accept", "handle", "rectify"], assist: ["assistSign", "assist"] } as const;

/** The limit that this unit must keep next. */
function clockOf({ unit, part }: AssignmentAnswer, clocks: readonly ClockAnswer[]): ClockAnswer | null {
  const kinds: readonly string[] = clocksOf[part];
  const running = clocks.filter(
    (clock) => clock.running && clock.unit?.code === unit.code && kinds.includes(clock.kind),
  );
  return running.toSorted((a, b) => a.dueAt - b.dueAt)[0] ?? null;
}
