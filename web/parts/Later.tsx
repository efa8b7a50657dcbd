/** A part of a page that is fetched after the page itself: the first load of a page stays within its budget. */
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

interface LaterProps<Props> {
  /** The same function on every turn. */
  readonly load: () => Promise<ComponentType<Props>>;
  readonly props: Props;
  /** Told when it cannot be fetched; without it the page is read without this part. */
  readonly failed?: () => void;
}

export function Later<Props extends object>({ load, props, failed }: LaterProps<Props>) {
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);
  useEffect(() => {
    load().then(
      (part) => setPart(() => part),
      () => failed?.(),
    );
  }, [load]);
  return Part && <Part {...props} />;
}

/** A part of its own that is fetched when it is first shown, for what several places show. */
export function later<Props extends object>(load: LaterProps<Props>["load"]) {
  return function LaterPart(props: Props) {
    return <Later load={load} props={props} />;
  };
}
