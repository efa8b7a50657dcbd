/** 装到桌面, said once and put away for good: by the browser's own offer, or in words where it has none. */
import { useState } from "preact/hooks";
import { homeWords } from "../homeWords.ts";
import { installOffer } from "../state/install.ts";
import { words } from "../words.ts";
import styles from "./DraftList.module.css";

const PUT_AWAY = "huying.install";

export function InstallHint() {
  const [gone, setGone] = useState(() => isInstalled() || isPutAway());
  const offer = installOffer.value;
  if (gone || !isSecureContext) return null;

  function putAway(): void {
    setGone(true);
    try {
      localStorage.setItem(PUT_AWAY, "1");
    } catch {
      // Then it is said again next time
    }
  }

  return (
    <section class={`card ${styles["hint"]}`} aria-label={homeWords.install}>
      <span>{offer ? homeWords.installWhy : homeWords.installByMenu}</span>
      {offer && (
        <button type="button" class="button" onClick={() => void offer.prompt().then(putAway, putAway)}>
          {homeWords.install}
        </button>
      )}
      <button type="button" class="button quiet" onClick={putAway}>
        {words.close}
      </button>
    </section>
  );
}

function isInstalled(): boolean {
  return matchMedia("(display-mode: standalone)").matches;
}

function isPutAway(): boolean {
  return localStorage.getItem(PUT_AWAY) !== null;
}
