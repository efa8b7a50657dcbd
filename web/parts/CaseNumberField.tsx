/** Which other case: those nearby to choose from, or a number typed by hand. */
import { useEffect, useMemo } from "preact/hooks";
import type { BondsAnswer } from "../../server/domain/linking/answers.ts";
import { ask } from "../api.ts";
import { linkingWords } from "../linkingWords.ts";
import { createResource } from "../state/resource.ts";
import { BoundCase } from "./BoundCase.tsx";
import styles from "./CaseNumberField.module.css";
import { PairGrounds } from "./PairGrounds.tsx";

interface CaseNumberFieldProps {
  readonly id: string;
  readonly caseId: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

export function CaseNumberField({ id, caseId, value, change }: CaseNumberFieldProps) {
  const { bonds: text } = linkingWords;
  const bonds = useMemo(
    () => createResource<BondsAnswer>(() => ask(`/api/cases/${encodeURIComponent(caseId)}/bonds`)),
    [caseId],
  );
  useEffect(() => void bonds.load(), [bonds]);
  const suspects = bonds.value.value?.suspects ?? [];
  return (
    <>
      {suspects.map((row) => (
        <label key={row.id} class={styles["choice"]}>
          <input
            type="radio"
            name={`${id}-near`}
            checked={value === row.number}
            onChange={() => change(row.number)}
          />
          <span>
            <BoundCase row={row} />
            <PairGrounds row={row} />
          </span>
        </label>
      ))}
      <input
        id={id}
        type="text"
        inputMode="numeric"
        value={value}
        placeholder={suspects.length > 0 ? text.numberHint : text.number}
        onInput={(event) => change(event.currentTarget.value.trim())}
      />
    </>
  );
}
