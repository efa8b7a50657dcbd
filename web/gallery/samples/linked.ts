/** Cases that belong together, or may. */
import type { BoundRow, SuspectRow } from "../../../server/domain/linking/answers.ts";
import { DAY } from "../../../server/domain/time.ts";
import { NOW, item, lamp, longText } from "./county.ts";

export const bound: BoundRow = {
  id: "bound",
  number: "20261119-00031",
  state: "dispatched",
  reportedAt: NOW - DAY,
  item,
  leadUnit: lamp,
  text: longText,
  visible: true,
};

/** Outside the scope of whoever looks. */
export const unseen: BoundRow = { ...bound, id: "unseen", text: null, visible: false };

export const suspect: SuspectRow = {
  ...bound,
  address: "文化街",
  score: 0.9,
  metres: 12,
  hours: 5,
  alike: 0.82,
  sameItem: true,
  said: true,
};
