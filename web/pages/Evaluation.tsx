/** 评价: figures, held time, objections and the written rules, for a period that is part of the address. */
import { useLocation } from "preact-iso/router";
import { useEffect } from "preact/hooks";
import { EvaluationBar } from "../parts/EvaluationBar.tsx";
import { FigureTable } from "../parts/FigureTable.tsx";
import { HeldTimes } from "../parts/HeldTimes.tsx";
import { Empty, Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { ObjectionList } from "../parts/ObjectionList.tsx";
import { RulesView } from "../parts/RulesView.tsx";
import { evaluationWords as words } from "../evaluationWords.ts";
import { type Asked, evaluationAddress, readAsked } from "../state/evaluationAddress.ts";
import { figures, held, needsTownship, objections, show } from "../state/evaluation.ts";
import { now } from "../state/serverTime.ts";
import { account } from "../state/session.ts";
import styles from "../parts/Panel.module.css";

export function Evaluation() {
  const { query, route } = useLocation();
  const asked = readAsked(query, now.peek());
  const role = account.value?.role;
  const seesAll = role === "centre" || role === "leader";
  useEffect(() => void show(asked, seesAll), [evaluationAddress(asked)]);
  const shown = { figures, held, objections, weights: figures }[asked.view];
  const problem = shown.problem.value;
  return (
    <div class={styles["page"]}>
      <h1>{words.title}</h1>
      <EvaluationBar asked={asked} seesAll={seesAll} go={(wanted) => route(evaluationAddress(wanted))} />
      {needsTownship(asked, seesAll) && asked.view === "figures" ? (
        <section class="card">
          <Empty title={words.chooseTownship} hint={words.chooseTownshipHint} icon="pin" />
        </section>
      ) : (
        <>
          {problem && <ProblemNotice problem={problem} retry={() => show(asked, seesAll)} />}
          {shown.value.value === null ? (
            !problem && <Loading />
          ) : (
            <div aria-busy={shown.busy.value}>
              <Shown asked={asked} />
            </div>
          )}
        </>
      )}
    </div>
  );
}

function Shown({ asked }: { readonly asked: Asked }) {
  const counted = asked.view === "held" ? held.value.value : figures.value.value;
  return (
    <>
      {asked.view !== "objections" && counted?.counting && <Hint tone="warn">{words.counting}</Hint>}
      {asked.view === "figures" && figures.value.value && (
        <FigureTable asked={asked} answer={figures.value.value} />
      )}
      {asked.view === "held" && held.value.value && <HeldTimes answer={held.value.value} />}
      {asked.view === "objections" && objections.value.value && (
        <ObjectionList answer={objections.value.value} />
      )}
      {asked.view === "weights" && figures.value.value && <RulesView answer={figures.value.value} />}
    </>
  );
}
