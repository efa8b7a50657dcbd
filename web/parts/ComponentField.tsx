/** 指明部件 on a case that stands: from the nearest of the register, from the map, or by the code on the thing itself. */
import { useState } from "preact/hooks";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { componentWords } from "../componentWords.ts";
import { type ChosenComponent, ComponentPicker } from "./ComponentPicker.tsx";

interface ComponentFieldProps {
  readonly id: string;
  readonly found: CaseAnswer;
  readonly value: string;
  readonly change: (code: string) => void;
}

const { pick } = componentWords;

export function ComponentField({ id, found, value, change }: ComponentFieldProps) {
  const [chosen, setChosen] = useState<ChosenComponent | null>(null);
  return (
    <>
      <ComponentPicker
        point={found.placement?.point ?? found.point}
        item={found.item?.code ?? null}
        component={chosen?.code === value ? chosen : null}
        choose={(row) => {
          setChosen(row && { code: row.code, name: row.name, owner: row.owner?.name ?? null });
          change(row?.code ?? "");
        }}
      />
      <label for={id} class="muted">
        {pick.byCode}
      </label>
      <input
        id={id}
        inputMode="numeric"
        maxLength={24}
        value={value}
        onInput={(event) => change(event.currentTarget.value.trim())}
      />
    </>
  );
}
