import { placeOfStep, progressStepNames, type ProgressStep } from "../../server/domain/progressWords.ts";
import { StepList } from "./StepList.tsx";
import { progressWords } from "../progressWords.ts";

export function Steps({ step }: { readonly step: ProgressStep }) {
  return (
    <StepList
      steps={progressStepNames.map((name) => ({ key: name, told: progressWords.steps[name] }))}
      here={placeOfStep(step)}
    />
  );
}
