/** States that are not the plain one: a problem with the way out of it, an empty list that teaches, loading. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { RuleAnswer } from "../../server/domain/ruleAnswers.ts";
import type { Problem } from "../api.ts";
import { words } from "../words.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./iconPaths.ts";
import styles from "./Notice.module.css";

interface EmptyProps {
  readonly title: string;
  readonly hint?: string;
  readonly icon?: IconName;
  readonly children?: ComponentChildren;
}

export function Empty({ title, hint, icon = "check", children }: EmptyProps) {
  return (
    <div class={styles["empty"]}>
      <Icon name={icon} size={30} />
      <p class={styles["title"]}>{title}</p>
      {hint !== undefined && <p class="muted">{hint}</p>}
      {children}
    </div>
  );
}

export function ProblemNotice({
  problem,
  retry,
}: {
  readonly problem: Problem;
  readonly retry?: () => unknown;
}) {
  const place = useRef<HTMLDivElement>(null);
  // Whoever pressed a button at the foot of a long form looks there
  useEffect(() => {
    if (!retry) place.current?.scrollIntoView({ block: "nearest" });
  }, [problem]);
  useEffect(() => {
    if (!retry || problem.status !== 0) return;
    const again = () => void retry();
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [problem]);
  return (
    <div ref={place} class={styles["problem"]} role="alert">
      <Icon name="warn" />
      <div>
        <p>{problem.rule?.why ?? problem.detail}</p>
        {problem.rule && <RuleLines rule={problem.rule} />}
      </div>
      {problem.code === "notSignedIn" && <SignInAgain isForm={!retry} />}
      {retry && mayPass(problem) && (
        <button type="button" class="button" onClick={() => void retry()}>
          {words.retry}
        </button>
      )}
    </div>
  );
}

/** What is not there, not theirs or wrongly asked for stays so, however often it is asked for. */
function mayPass({ status }: Problem): boolean {
  return status !== 403 && status !== 404 && status !== 422;
}

/** From a form one signs in beside it: what was filled in stays where it is. */
function SignInAgain({ isForm }: { readonly isForm: boolean }) {
  const here = `${location.pathname}${location.search}`;
  return isForm ? (
    <a class="button" href="/signin?beside=1" target="_blank">
      {words.signIn.beside}
    </a>
  ) : (
    <a class="button" href={`/signin?to=${encodeURIComponent(here)}`}>
      {words.signIn.title}
    </a>
  );
}

/** What to do instead, and the line that a refusal rests on. */
export function RuleLines({ rule }: { readonly rule: RuleAnswer }) {
  return (
    <>
      <p>{words.sentence(rule.instead)}</p>
      <p class={styles["basis"]}>{words.basis(rule.basis)}</p>
    </>
  );
}

/** A sentence that people should not miss: amber for a warning, blue for a fact. */
export function Hint({
  tone = "fact",
  children,
}: {
  readonly tone?: "fact" | "warn" | "danger";
  readonly children: ComponentChildren;
}) {
  return (
    <div class={`${styles["hint"]} ${styles[tone]}`} role={tone === "fact" ? undefined : "alert"}>
      {tone !== "fact" && <Icon name="warn" />}
      <div>{children}</div>
    </div>
  );
}

export function Loading() {
  return (
    <p class={styles["loading"]} role="status">
      {words.loading}
    </p>
  );
}
