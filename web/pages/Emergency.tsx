/** 平战结合: areas in emergency, the switch, what it changes, who is on duty, and the record. */
import { useEffect } from "preact/hooks";
import type { EmergenciesAnswer } from "../../server/domain/emergency/answers.ts";
import { emergencyWords } from "../emergencyWords.ts";
import { EmergencyCard } from "../parts/EmergencyCard.tsx";
import { EmergencyForm } from "../parts/EmergencyForm.tsx";
import { Later } from "../parts/Later.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { emergencies, inForce, loadEmergencies } from "../state/emergency.ts";
import { TableHead } from "../parts/TableHead.tsx";
import panel from "../parts/Panel.module.css";
import styles from "./Emergency.module.css";

const surroundings = () => import("../parts/SurroundingsPick.tsx").then((part) => part.SurroundingsPick);

/** Briefs come every half hour; a minute's delay on a page left open is fine. */
const REFRESH = 60_000;

export function Emergency() {
  useEffect(() => {
    void loadEmergencies();
    const timer = setInterval(() => void loadEmergencies(), REFRESH);
    return () => clearInterval(timer);
  }, []);
  const found = emergencies.value.value;
  const problem = emergencies.problem.value;
  if (!found) return problem ? <ProblemNotice problem={problem} retry={loadEmergencies} /> : <Loading />;
  const past = found.rows.filter(({ endedAt }) => endedAt !== null);
  return (
    <div class={panel["page"]}>
      <h1>{emergencyWords.title}</h1>
      {problem && <ProblemNotice problem={problem} retry={loadEmergencies} />}
      <section aria-label={emergencyWords.inForce}>
        {inForce.value.length === 0 && (
          <Empty title={emergencyWords.none} hint={emergencyWords.noneHint} icon="check" />
        )}
        {inForce.value.map((row) => (
          <EmergencyCard key={row.id} row={row} maySwitch={found.maySwitch} />
        ))}
      </section>
      {found.maySwitch && <EmergencyForm townships={found.townships} />}
      <Later load={surroundings} props={{}} />
      <Effects rules={found.rules} />
      <Roster roster={found.roster} />
      {past.length > 0 && (
        <section aria-label={emergencyWords.past}>
          <h2>{emergencyWords.past}</h2>
          {past.map((row) => (
            <EmergencyCard key={row.id} row={row} maySwitch={false} />
          ))}
        </section>
      )}
    </div>
  );
}

function Effects({ rules }: Pick<EmergenciesAnswer, "rules">) {
  return (
    <section class={`card ${styles["card"]}`} aria-label={emergencyWords.effects}>
      <h2>{emergencyWords.effects}</h2>
      <ul>
        <li>{emergencyWords.frozen(rules.frozen)}</li>
        {rules.limits.map((limit) => (
          <li key={emergencyWords.limit(limit)}>
            {emergencyWords.limit(limit)}
            <small class="muted"> {limit.basis}</small>
          </li>
        ))}
        <li>{emergencyWords.rosterFirst}</li>
        <li>{emergencyWords.everyBrief(rules.briefMinutes)}</li>
      </ul>
      <p class="muted">{emergencyWords.onlyNew}</p>
      <p class="muted">{rules.basis}</p>
    </section>
  );
}

function Roster({ roster }: Pick<EmergenciesAnswer, "roster">) {
  return (
    <section class={`card ${styles["card"]}`} aria-label={emergencyWords.roster}>
      <h2>{emergencyWords.roster}</h2>
      <table class={styles["table"]}>
        <TableHead names={Object.values(emergencyWords.rosterColumns)} />
        <tbody>
          {roster.map(({ unit, name, from, to, now }) => (
            <tr key={`${unit.code}-${name}-${from}`}>
              <th scope="row">{unit.name}</th>
              <td>{name ?? emergencyWords.noAccount}</td>
              <td>
                {from}–{to}
              </td>
              <td>{now ? emergencyWords.onDuty : ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
