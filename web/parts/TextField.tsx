/** One line that is typed, a day that is chosen or a word kept secret, with its label. */
import type { InputHTMLAttributes } from "preact";
import { Field } from "./Field.tsx";

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => unknown;
  readonly required?: boolean;
  /** Without a mark at its label: in a form where everything is required. */
  readonly unmarked?: boolean;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly type?: "text" | "date" | "time" | "password" | "search";
  readonly autocomplete?: "username" | "current-password" | "new-password" | "one-time-code" | "off";
  readonly autocapitalize?: "off";
  readonly placeholder?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly readOnly?: boolean;
}

export function TextField({ label, change, unmarked, hint, problem, ...input }: TextFieldProps) {
  // Preact's types want to know which of the types it is
  const plain = input as InputHTMLAttributes;
  return (
    <Field
      id={input.id}
      label={label}
      required={input.required === true && unmarked !== true}
      {...(hint !== undefined && { hint })}
      {...(problem !== undefined && { problem })}
    >
      <input {...plain} onInput={(event) => void change(event.currentTarget.value)} />
    </Field>
  );
}
