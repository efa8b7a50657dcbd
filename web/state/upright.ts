/** A phone held upright: what stays at its foot covers the page. The same bounds as in the styles of a case. */
import { signal } from "@preact/signals";

const upright = matchMedia("(max-width: 720px) and (min-height: 560px)");

export const isUpright = signal(upright.matches);

upright.onchange = () => {
  isUpright.value = upright.matches;
};
