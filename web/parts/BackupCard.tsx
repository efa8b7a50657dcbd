/** The last backup with its trial, the earlier ones, and taking one of them home. */
import type { BackupAnswer, RecordAnswer } from "../../server/domain/recordAnswers.ts";
import { wallClock } from "../../server/domain/time.ts";
import type { Problem } from "../api.ts";
import { protectWords } from "../protectWords.ts";
import { FactList } from "./FactList.tsx";
import { Empty, Hint, ProblemNotice } from "./Notice.tsx";
import styles from "./Panel.module.css";
import { type Proof, ProofField } from "./ProofField.tsx";

const words = protectWords.record;

interface BackupCardProps {
  readonly found: Pick<RecordAnswer, "backups" | "backupHours" | "backingUp" | "written" | "mayBackUp">;
  /** Leaders look; others make one now. */
  readonly mayMake: boolean;
  /** Administrators take one home. */
  readonly mayTake: boolean;
  readonly problem: Problem | null;
  readonly make: () => void;
  /** Asked for before one is taken. */
  readonly proof: Proof;
  readonly take: (file: string) => void;
  /** Takes the one that was asked for, with the proof. */
  readonly takeProved: () => void;
}

export function BackupCard(props: BackupCardProps) {
  const { found, mayMake, mayTake, problem, make, proof, take, takeProved } = props;
  const [last, ...earlier] = found.backups;
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.backup}>
      <h2>{words.backup}</h2>
      <p class="muted">{found.backupHours > 0 ? words.every(found.backupHours) : words.byHand}</p>
      {problem && <ProblemNotice problem={problem} />}
      {found.backingUp && <Hint>{words.running(found.written)}</Hint>}
      {!found.mayBackUp && <Hint>{words.byTools}</Hint>}
      {!last && !found.backingUp && found.mayBackUp && (
        <Empty title={words.noBackup} hint={words.noBackupHint} icon="down" />
      )}
      {last && (
        <FactList
          facts={[
            { name: words.taken, value: wallClock(last.at) },
            { name: words.trial, value: trialOf(last) },
            { name: words.file, value: last.file, isCode: true },
            { name: words.bytes, value: sizeOf(last.bytes) },
          ]}
        />
      )}
      {last && last.faults > 0 && <Hint tone="danger">{words.trialBad(last.faults)}</Hint>}
      {mayMake && found.mayBackUp && (
        <p class={styles["acts"]}>
          <button type="button" class="button" disabled={found.backingUp} onClick={make}>
            {words.now}
          </button>
          {mayTake && last && <TakeButton backup={last} take={take} />}
        </p>
      )}
      {mayTake && last && <p class="muted">{words.takeHint}</p>}
      {proof.problem && !proof.asks && <ProblemNotice problem={proof.problem} />}
      {proof.asks && (
        <form
          class={styles["list"]}
          onSubmit={(event) => {
            event.preventDefault();
            takeProved();
          }}
        >
          <ProofField id="backup-proof" proof={proof} />
          <div class={styles["acts"]}>
            <button type="submit" class="button primary" disabled={proof.secret.trim() === ""}>
              {words.take}
            </button>
          </div>
        </form>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{words.earlier(earlier.length)}</summary>
          <ul class={styles["list"]}>
            {earlier.map((one) => (
              <li key={one.file} class={styles["rule"]}>
                <span>
                  {wallClock(one.at)} · {sizeOf(one.bytes)} · {trialOf(one)}
                </span>
                {mayTake && <TakeButton backup={one} take={take} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface TakeProps {
  readonly backup: BackupAnswer;
  readonly take: (file: string) => void;
}

function TakeButton({ backup: { file, at }, take }: TakeProps) {
  return (
    <button
      type="button"
      class="button"
      aria-label={words.takeNamed(wallClock(at))}
      onClick={() => take(file)}
    >
      {words.take}
    </button>
  );
}

function trialOf({ verifiedAt, faults }: BackupAnswer): string {
  if (verifiedAt === null) return words.trialNone;
  return faults === 0 ? words.trialGood(wallClock(verifiedAt)) : words.trialBad(faults);
}

function sizeOf(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
