/** 记录与备份: the last checkpoint to hand outside, and the last backup with its trial. */
import { useEffect, useState } from "preact/hooks";
import type { RecordAnswer } from "../../server/domain/recordAnswers.ts";
import type { Problem } from "../api.ts";
import { BackupCard } from "../parts/BackupCard.tsx";
import { CheckpointCard } from "../parts/CheckpointCard.tsx";
import { Loading, ProblemNotice } from "../parts/Notice.tsx";
import styles from "../parts/Panel.module.css";
import { useProof } from "../parts/ProofField.tsx";
import { RetentionCard } from "../parts/RetentionCard.tsx";
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
  const make = async () => {
    const refused = await makeNow("checkpoint");
    setProblem(refused);
    if (refused === null) say(words.made);
  };
  return <CheckpointCard found={found} mayMake={keeps()} problem={problem} make={() => void make()} />;
}

function Backups({ found }: { readonly found: RecordAnswer }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const proof = useProof();
  const [asked, setAsked] = useState("");
  const take = (file: string) => {
    setAsked(file);
    void proof.run(() => takeBackup(file, (name) => say(words.taking(name))));
  };
  return (
    <BackupCard
      found={found}
      mayMake={keeps()}
      mayTake={account.value?.role === "admin"}
      problem={problem}
      make={() => void makeNow("backup").then(setProblem)}
      proof={proof}
      take={take}
      takeProved={() => take(asked)}
    />
  );
}
