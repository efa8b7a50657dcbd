/** What parts take from the house around them: who is signed in, what is on the device, what time it is. */
import { chooseAll, outcomes } from "../state/batch.ts";
import { records } from "../state/queue.ts";
import { reference as known } from "../state/reference.ts";
import { learnTime } from "../state/serverTime.ts";
import { session } from "../state/session.ts";
import { toast } from "../state/toast.ts";
import { words } from "../words.ts";
import { galleryWords } from "./galleryWords.ts";
import { pretendServer } from "./pretend.ts";
import { outcomes as batch } from "./samples/blocks.ts";
import { NOW, lamp, reference } from "./samples/county.ts";
import { queue } from "./samples/queue.ts";
import { rows } from "./samples/rows.ts";

export function setStage(): void {
  pretendServer();
  learnTime(NOW);
  known.value = reference;
  records.value = queue;
  chooseAll(rows.slice(0, 2));
  outcomes.value = batch;
  session.value = {
    account: { id: "gallery", username: "gallery", name: "余丽华", role: "department" },
    unit: lamp,
    cells: [],
    duty: null,
    provesByIssuer: false,
    watermark: false,
  };
  toast.value = { text: galleryWords.toast, act: { label: words.undo, run: () => undefined } };
}
