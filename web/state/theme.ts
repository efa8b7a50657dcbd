/** Day, large type (关怀版) or dark: kept on the device, set on the root so that tokens follow. */
import { signal } from "@preact/signals";

export const themes = ["day", "care", "wall"] as const;
export type Theme = (typeof themes)[number];

const KEPT = "huying.theme";

export const theme = signal<Theme>("day");

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen;
  localStorage.setItem(KEPT, chosen);
  apply(chosen);
}

/** `?wall=1` puts a screen on the wall without touching what is kept. */
export function startTheme(search: string): void {
  const kept = themes.find((name) => name === localStorage.getItem(KEPT)) ?? "day";
  theme.value = new URLSearchParams(search).has("wall") ? "wall" : kept;
  apply(theme.value);
}

/** A page on the wall is dark as long as it hangs there; what is kept comes back after it. */
export function putOnWall(isOn: boolean): void {
  if (isOn) {
    theme.value = "wall";
    apply("wall");
  } else startTheme("");
}

function apply(chosen: Theme): void {
  document.documentElement.dataset["theme"] = chosen;
}
