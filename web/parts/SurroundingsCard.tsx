/** In a case file: what lies around it, asked for only when somebody wants to know. */
import { useState } from "preact/hooks";
import { surroundingsWords as text } from "../surroundingsWords.ts";
import styles from "./Panel.module.css";
import { Surroundings } from "./Surroundings.tsx";

interface SurroundingsCardProps {
  readonly point: { readonly lng: number; readonly lat: number };
  readonly item: string | null;
  /** Is no case like itself. */
  readonly caseId: string;
}

export function SurroundingsCard(props: SurroundingsCardProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section class={`card ${styles["card"]}`} aria-label={text.title}>
      <h2>{text.title}</h2>
      {isOpen ? (
        <Surroundings {...props} />
      ) : (
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {text.open}
        </button>
      )}
    </section>
  );
}
