/** A part of a page that is fetched after the page itself: the first load of a page stays within its budget. */
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { MissedPart } from "./MissedPart.tsx";

interface LaterProps<Props> {
  /** The same function on every turn. */
  readonly load: () => Promise<ComponentType<Props>>;
  readonly props: Props;
  /** Told when it cannot be fetched. */
  readonly failed?: () => void;
  /** Stands where it cannot be fetched; without it the page is read without this part. */
  readonly missed?: ComponentType<{ readonly again: () => void }>;
}

export function Later<Props extends object>({ load, props, failed, missed: Missed }: LaterProps<Props>) {
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);
  const [isMissed, setMissed] = useState(false);
  useEffect(fetched, [load]);

  function fetched(): void {
    setMissed(false);
    load().then(
      (part) => setPart(() => part),
      () => {
        setMissed(true);
        failed?.();
      },
    );
  }

  if (Part) return <Part {...props} />;
  return isMissed && Missed ? <Missed again={fetched} /> : null;
}

/** A part of its own that is fetched when it is first shown, for what several places show. */
export function later<Props extends object>(load: LaterProps<Props>["load"]) {
  return function LaterPart(props: Props) {
    return <Later load={load} props={props} />;
  };
}

/** The same for what people would miss: a fact to decide by, a field of a form, what they came for. */
export function needed<Props extends object>(load: LaterProps<Props>["load"]) {
  return function NeededPart(props: Props) {
    return <Later load={load} props={props} missed={MissedPart} />;
  };
}
