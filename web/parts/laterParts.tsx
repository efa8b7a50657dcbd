/** Parts of the case file that few visits need: kept out of what every visit fetches. Aids are done without; the rest is missed aloud. */
import { later, needed } from "./Later.tsx";

export const BondsCard = needed(() => import("./BondsCard.tsx").then((part) => part.BondsCard));
export const CaseSide = needed(() => import("./CaseSide.tsx").then((part) => part.CaseSide));
export const ClosingCheck = needed(() => import("./ClosingCheck.tsx").then((part) => part.ClosingCheck));
export const MoveAids = needed(() => import("./MoveAids.tsx").then((part) => part.MoveAids));
export const CaseNumberField = needed(() =>
  import("./CaseNumberField.tsx").then((part) => part.CaseNumberField),
);
export const ComponentField = needed(() =>
  import("./ComponentField.tsx").then((part) => part.ComponentField),
);
export const ShiftOffer = later(() => import("./ShiftOffer.tsx").then((part) => part.ShiftOffer));
export const EvidenceField = needed(() => import("./EvidenceField.tsx").then((part) => part.EvidenceField));
export const NameFilter = later(() => import("./NameFilter.tsx").then((part) => part.NameFilter));
export const NameHints = later(() => import("./NameHints.tsx").then((part) => part.NameHints));
export const PhrasePicker = later(() => import("./PhrasePicker.tsx").then((part) => part.PhrasePicker));
export const PartsField = needed(() => import("./PartsField.tsx").then((part) => part.PartsField));
export const SaidTimesRow = later(() => import("./SaidTimes.tsx").then((part) => part.SaidTimesRow));
export const ReadingCard = later(() => import("./ReadingCard.tsx").then((part) => part.ReadingCard));
export const StageSteps = later(() => import("./StageSteps.tsx").then((part) => part.StageSteps));
export const Timeline = needed(() => import("./Timeline.tsx").then((part) => part.Timeline));
