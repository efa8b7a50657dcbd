/** 记录与备份: the last checkpoint to hand outside, and the last backup with its trial. */
import { useEffect, useState } from "preact/hooks";
import type { RecordAnswer } from "../../server/domain/recordAnswers.ts";
import { wallClock } from "../../server/domain/time.ts";
import type { Problem } from "../api.ts";
import { Empty, Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import styles from "../parts/Panel.module.css";
import { ProofField, useProof } from "../parts/ProofField.tsx";
import { RetentionCard } from "../parts/RetentionCard.tsx";
import own from "../parts/LogList.module.css";
import { protectWords } from "../protectWords.ts";
import { makeNow, record, takeBackup } from "../state/record.ts";
import { account } from "../state/session.ts";
import { say } from "../state/toast.ts";

const words = protectWords.record;

export function Record() {
  useEffect(() => void record.load(), []);
  const found = record.value.value;
  const problem = record.problem.value;
  const isBusy = found?.backingUp ?? false;
  useEffect(() => {
    if (!isBusy) return;
    const timer = setInterval(() => void record.load(), 3000);
    return () => clearInterval(timer);
  }, [isBusy]);
  return (
    <div class={styles["page"]}>
      <header>
        <h1>{words.title}</h1>
        <p class="muted">{words.lead}</p>
      </header>
      {problem && <ProblemNotice problem={problem} retry={record.load} />}
      {!found && !problem && <Loading />}
      {found && (
        <>
          <Checkpoints found={found} />
          <Backups found={found} />
          {account.value?.role !== "admin" && <RetentionCard />}
        </>
      )}
    </div>
  );
}

/** Leaders look, the centre and administrators act. */
const keeps = () => account.value?.role === "centre" || account.value?.role === "admin";

function Checkpoints({ found }: { readonly found: RecordAnswer }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [last, ...earlier] = found.checkpoints;
  const make = async () => {
    const refused = await makeNow("checkpoint");
    setProblem(refused);
    if (refused === null) say(words.made);
  };
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.checkpoint}>
      <h2>{words.checkpoint}</h2>
      {problem && <ProblemNotice problem={problem} />}
      {!last && <Empty title={words.none} hint={words.noneHint} />}
      {last && (
        <dl class={own["facts"]}>
          <Fact name={words.at} value={wallClock(last.at)} />
          <Fact name={words.size} value={words.sizeOf(last.size)} />
          <Fact name={words.entries} value={String(found.entries)} />
          <Fact name={words.algorithm} value={last.algorithm} />
          <Fact name={words.short} value={last.short} isCode />
          <Fact name={words.root} value={last.root} isCode />
          <Fact name={words.key} value={found.key ?? "—"} isCode />
        </dl>
      )}
      <p class={styles["acts"]}>
        {keeps() && (
          <button type="button" class="button primary" onClick={() => void make()}>
            {words.make}
          </button>
        )}
        {last && (
          <>
            <a class="button" href={fileOf(last.note)} download={`huying-checkpoint-${last.size}.txt`}>
              {words.download}
            </a>
            <a class="button" href="/print/record" target="_blank">
              {words.print}
            </a>
          </>
        )}
      </p>
      <p class="muted">{words.seal}</p>
      {earlier.length > 0 && (
        <details>
          <summary>{words.earlier(earlier.length)}</summary>
          <ul class={styles["list"]}>
            {earlier.map((one) => (
              <li key={`${one.size} ${one.algorithm}`}>
                {wallClock(one.at)} · {words.sizeOf(one.size)} · <code>{one.short}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Backups({ found }: { readonly found: RecordAnswer }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const proof = useProof();
  const [asked, setAsked] = useState("");
  const [last, ...earlier] = found.backups;
  const takes = account.value?.role === "admin";
  const take = (file: string) => {
    setAsked(file);
    return proof.run(() => takeBackup(file, (name) => say(words.taking(name))));
  };
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.backup}>
      <h2>{words.backup}</h2>
      <p class="muted">{found.backupHours > 0 ? words.every(found.backupHours) : words.byHand}</p>
      {problem && <ProblemNotice problem={problem} />}
      {found.backingUp && <Hint>{words.running(found.written)}</Hint>}
      {!found.mayBackUp && <Hint>{words.byTools}</Hint>}
      {!last && !found.backingUp && found.mayBackUp && (
        <Empty title={words.noBackup} hint={words.noBackupHint} />
      )}
      {last && (
        <dl class={own["facts"]}>
          <Fact name={words.taken} value={wallClock(last.at)} />
          <Fact name={words.trial} value={trialOf(last)} />
          <Fact name={words.file} value={last.file} isCode />
          <Fact name={words.bytes} value={sizeOf(last.bytes)} />
        </dl>
      )}
      {last && last.faults > 0 && <Hint tone="danger">{words.trialBad(last.faults)}</Hint>}
      {keeps() && found.mayBackUp && (
        <p class={styles["acts"]}>
          <button
            type="button"
            class="button"
            disabled={found.backingUp}
            onClick={() => void makeNow("backup").then(setProblem)}
          >
            {words.now}
          </button>
          {takes && last && <TakeButton backup={last} take={take} />}
        </p>
      )}
      {takes && last && <p class="muted">{words.takeHint}</p>}
      {proof.problem && !proof.asks && <ProblemNotice problem={proof.problem} />}
      {proof.asks && (
        <form
          class={styles["list"]}
          onSubmit={(event) => {
            event.preventDefault();
            void take(asked);
          }}
        >
          <ProofField proof={proof} />
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
                {takes && <TakeButton backup={one} take={take} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface TakeProps {
  readonly backup: RecordAnswer["backups"][number];
  readonly take: (file: string) => Promise<Problem | null>;
}

function TakeButton({ backup: { file, at }, take }: TakeProps) {
  return (
    <button
      type="button"
      class="button"
      aria-label={words.takeNamed(wallClock(at))}
      onClick={() => void take(file)}
    >
      {words.take}
    </button>
  );
}

function Fact({ name, value, isCode = false }: { name: string; value: string; isCode?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{isCode ? <code>{value}</code> : value}</dd>
    </div>
  );
}

function trialOf({ verifiedAt, faults }: RecordAnswer["backups"][number]): string {
  if (verifiedAt === null) return words.trialNone;
  return faults === 0 ? words.trialGood(wallClock(verifiedAt)) : words.trialBad(faults);
}

function sizeOf(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}

/** A few lines of text that the page holds already. */
function fileOf(note: string): string {
  return `data:text/plain;charset=utf-8,${encodeURIComponent(note)}`;
}
