/** Takes the map out of the house: as a picture (PNG), or printed on a sheet of A4. */
import { useState } from "preact/hooks";
import type { Caption, PictureMaterial } from "../map/picture.ts";
import { lookOf, type MapLook } from "../map/look.ts";
import { pictureWords } from "../pictureWords.ts";
import { saveFile } from "../state/saveFile.ts";
import { theme } from "../state/theme.ts";
import { say } from "../state/toast.ts";
import type { View } from "./mapDrawing.ts";
import styles from "./MapKeep.module.css";

const words = pictureWords;

interface MapKeepProps {
  readonly caption: (look: MapLook) => Caption;
  /** null while the map is not drawn yet. */
  readonly seen: () => (Omit<PictureMaterial, "caption" | "look"> & { readonly view: View }) | null;
}

export function MapKeep({ caption, seen }: MapKeepProps) {
  const [busy, setBusy] = useState(false);

  async function make(way: "png" | "paper"): Promise<void> {
    const found = seen();
    if (found === null) return;
    setBusy(true);
    try {
      const { pictureOf, sheetOfPaper } = await import("../map/picture.ts");
      const { view, ...rest } = found;
      if (way === "png") {
        const look = lookOf(theme.value);
        const material = { ...rest, caption: caption(look), look };
        return await download(pictureOf(view, material), material.caption);
      }
      const look = lookOf("day");
      await print(byDay(() => sheetOfPaper(view, { ...rest, caption: caption(look), look })));
    } catch {
      say(words.failed);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div class={styles["keep"]} role="group" aria-label={words.label}>
      <button type="button" class="button" disabled={busy} onClick={() => void make("png")}>
        {words.save}
      </button>
      <button type="button" class="button" disabled={busy} onClick={() => void make("paper")}>
        {words.print}
      </button>
    </div>
  );
}

/** Paper is white: lamps and borders are read from the tokens of the day while it is drawn. */
function byDay<T>(draw: () => T): T {
  const { dataset } = document.documentElement;
  dataset["theme"] = "day";
  try {
    return draw();
  } finally {
    dataset["theme"] = theme.value;
  }
}

async function download(picture: HTMLCanvasElement, { title, made }: Caption): Promise<void> {
  const bytes = await new Promise<Blob | null>((done) => picture.toBlob(done, "image/png"));
  if (bytes === null) throw new Error("The picture is too large for this browser");
  saveFile(`${title} ${made.replaceAll(/[^\d]/g, "")}.png`, bytes);
  say(words.saved);
}

/** The sheet lies beside the page until it is printed; the styles show it alone. */
async function print(picture: HTMLCanvasElement): Promise<void> {
  const paper = document.createElement("div");
  paper.className = styles["paper"] ?? "";
  paper.append(picture);
  document.body.append(paper);
  const root = document.documentElement;
  root.classList.add(styles["printing"] ?? "");
  // Phones return at once from `print` and look at the page later
  const clear = () => {
    root.classList.remove(styles["printing"] ?? "");
    paper.remove();
  };
  window.addEventListener("afterprint", clear, { once: true });
  await new Promise((ready) => requestAnimationFrame(ready));
  window.print();
}
