/** 机构接续, asked for. */
import { useEffect } from "preact/hooks";
import { SuccessionCard } from "../parts/SuccessionCard.tsx";
import { successions, takeStep } from "../state/successions.ts";

export function Successions() {
  useEffect(() => void successions.load(), []);
  return (
    <SuccessionCard
      found={successions.value.value}
      problem={successions.problem.value}
      retry={successions.load}
      take={takeStep}
    />
  );
}
