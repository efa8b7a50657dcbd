/** Asks again who it is, where the server wants to know before something grave; then the act goes on. */
import { useState } from "preact/hooks";
import type { Problem } from "../api.ts";
import { securityWords } from "../securityWords.ts";
import { proveItIsMe } from "../state/security.ts";
import { goToIssuer, isProvedByIssuer } from "../state/session.ts";
import { Field } from "./Field.tsx";

const proofAsked: ReadonlySet<string> = new Set(["confirmFirst", "wrongPassword", "wrongFactor"]);

export interface Proof {
  readonly problem: Problem | null;
  /** The problem is that the proof is missing or wrong. */
  readonly asks: boolean;
  readonly secret: string;
  readonly setSecret: (secret: string) => void;
  readonly setProblem: (problem: Problem | null) => void;
  /** Proves first, where that was asked for, then acts. @returns what stood in the way. */
  readonly run: (act: () => Promise<Problem | null>) => Promise<Problem | null>;
}

export function useProof(): Proof {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [secret, setSecret] = useState("");
  const asks = proofAsked.has(problem?.code ?? "");
  return {
    problem,
    asks,
    secret,
    setSecret,
    setProblem,
    async run(act) {
      const refused = (asks ? await proveItIsMe(secret.trim()) : null) ?? (await act());
      setSecret("");
      setProblem(refused);
      return refused;
    },
  };
}

interface ProofFieldProps {
  /** A page may ask at several places. */
  readonly id: string;
  readonly proof: Proof;
}

export function ProofField({ id, proof }: ProofFieldProps) {
  if (!proof.asks) return null;
  return (
    <>
      <Field
        id={id}
        label={securityWords.confirm.password}
        hint={securityWords.confirm.lead}
        problem={proof.problem?.code === "confirmFirst" ? null : (proof.problem?.detail ?? null)}
        required
      >
        <input
          id={id}
          type="password"
          autocomplete="current-password"
          value={proof.secret}
          onInput={(event) => proof.setSecret(event.currentTarget.value)}
        />
      </Field>
      {isProvedByIssuer.value && (
        <button
          type="button"
          class="button"
          onClick={() => void goToIssuer(location.pathname, true).then(proof.setProblem)}
        >
          {securityWords.signIn.prove}
        </button>
      )}
    </>
  );
}
