/** A labelled input with its hint and the server's objection, joined for screen readers. */
import type { ComponentChildren } from "preact";
import { words } from "../words.ts";
import styles from "./Field.module.css";

interface FieldProps {
  readonly label: string;
  /** Id of the input inside. */
  readonly id: string;
  readonly required?: boolean;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly children: ComponentChildren;
}

export function Field({ label, id, required = false, hint, problem, children }: FieldProps) {
  return (
    <div class={styles["field"]}>
      <label for={id} class={styles["label"]}>
        {label}
        {required && <span class={styles["required"]}>{words.field.required}</span>}
      </label>
      {children}
      {hint && <p class="muted">{hint}</p>}
      {problem && (
        <p ref={inView} class={styles["problem"]} role="alert" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** An objection is no use where nobody looks. */
function inView(objection: HTMLElement | null): void {
  objection?.scrollIntoView({ block: "nearest" });
}

/** The same frame for a group of inputs (radio buttons, photos). */
export function FieldGroup({
  label,
  required = false,
  problem,
  children,
}: {
  readonly label: string;
  readonly required?: boolean;
  readonly problem?: string | null;
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset class={styles["field"]}>
      <legend class={styles["label"]}>
        {label}
        {required && <span class={styles["required"]}>{words.field.required}</span>}
      </legend>
      {children}
      {problem && (
        <p ref={inView} class={styles["problem"]} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
