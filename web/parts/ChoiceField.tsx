/** One of several by its name, with its label. */
import { Field } from "./Field.tsx";

interface ChoiceFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [code: string, name: string])[];
  /** What stands first, for none of them. */
  readonly none: string;
  readonly change: (value: string) => unknown;
  readonly required?: boolean;
}

export function ChoiceField({ id, label, value, options, none, change, required = false }: ChoiceFieldProps) {
  return (
    <Field id={id} label={label} required={required}>
      <select
        id={id}
        required={required}
        value={value}
        onChange={(event) => void change(event.currentTarget.value)}
      >
        <option value="">{none}</option>
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}
