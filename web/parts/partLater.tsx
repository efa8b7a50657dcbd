/** A part that is fetched when it is first shown: its place stays empty until it is there. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

type Part<Props> = (props: Props) => ComponentChildren;

/** @param load answers the same part every time; the browser keeps what was fetched. */
export function later<Props extends object>(load: () => Promise<Part<Props>>): Part<Props> {
  let known: Part<Props> | null = null;
  return function Later(props: Props) {
    const [part, setPart] = useState<{ readonly show: Part<Props> } | null>(known && { show: known });
    useEffect(() => {
      if (part) return;
      void load().then((show) => {
        known = show;
        setPart({ show });
      });
    }, []);
    const Shown = part?.show;
    return Shown ? <Shown {...props} /> : null;
  };
}
