/** A `<details>` that behaves as a menu: Escape, a press outside and going to another page close it. */
import { useLocation } from "preact-iso/router";
import { useEffect, useRef } from "preact/hooks";

export function useMenu() {
  const menu = useRef<HTMLDetailsElement>(null);
  const { url } = useLocation();

  useEffect(() => {
    if (menu.current) menu.current.open = false;
  }, [url]);

  useEffect(() => {
    function onPress(event: Event): void {
      if (menu.current?.open && !menu.current.contains(event.target as Node)) menu.current.open = false;
    }
    function onKey(event: KeyboardEvent): void {
      if (event.key !== "Escape" || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector("summary")?.focus();
    }
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  return menu;
}
