/** Which papers, records and measurements are at hand: those the item requires first. */
import { useEffect, useMemo } from "preact/hooks";
import { closingWords as text } from "../closingWords.ts";
import { createClosing } from "../state/closing.ts";

interface EvidenceFieldProps {
  readonly caseId: string;
  readonly value: readonly string[] | undefined;
  readonly change: (value: readonly string[]) => void;
}

export function EvidenceField({ caseId, value = [], change }: EvidenceFieldProps) {
  const closing = useMemo(() => createClosing(caseId), [caseId]);
  useEffect(() => void closing.load(), [closing]);
  const { required = [], optional = [] } = closing.value.value ?? {};
  const kinds = [
    ...required.map((kind) => ({ ...kind, need: text.required })),
    ...optional.map((kind) => ({ ...kind, need: text.optional })),
  ];
  if (kinds.length === 0) return <p class="muted">{text.noPapers}</p>;
  return (
    <>
      {kinds.map(({ code, name, need }) => (
        <label key={code}>
          <input
            type="checkbox"
            checked={value.includes(code)}
            onChange={(event) =>
              change(event.currentTarget.checked ? [...value, code] : value.filter((other) => other !== code))
            }
          />{" "}
          {name} <small class="muted">{need}</small>
        </label>
      ))}
    </>
  );
}
