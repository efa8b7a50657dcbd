/** Looks at an answer while it is written, once the writer pauses; it never stands in the way of sending. */
import { useEffect, useState } from "preact/hooks";
import type { ReplyAnswer } from "../../server/domain/closing/answers.ts";
import type { ReplyHint } from "../../server/domain/closing/replyHints.ts";
import { post } from "../api.ts";
import type { FormValues } from "../state/moveForm.ts";
import { ReplyHints } from "./ReplyHints.tsx";

interface ReplyCheckProps {
  readonly caseId: string;
  readonly values: FormValues;
}

const PAUSE = 600;

export function ReplyCheck({ caseId, values }: ReplyCheckProps) {
  const [hints, setHints] = useState<readonly ReplyHint[]>([]);
  const written = typeof values.result === "string" ? values.result.trim() : "";
  useEffect(() => {
    let current = true;
    const look = async () => {
      const path = `/api/cases/${encodeURIComponent(caseId)}/reply`;
      const answer = written === "" ? null : await post<ReplyAnswer>(path, { result: written });
      if (current && answer?.kind !== "problem") setHints(answer?.value.hints ?? []);
    };
    const timer = setTimeout(() => void look(), PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [caseId, written]);
  return hints.length === 0 ? null : <ReplyHints hints={hints} />;
}
