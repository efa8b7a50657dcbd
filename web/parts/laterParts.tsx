/** Parts of the case file that few visits need: kept out of what every visit fetches. */
import { later } from "./Later.tsx";

export const BondsCard = later(() => import("./BondsCard.tsx").then((part) => part.BondsCard));
export const CaseSide = later(() => import("./CaseSide.tsx").then((part) => part.CaseSide));
export const ClosingCheck = later(() => import("./ClosingCheck.tsx").then((part) => part.ClosingCheck));
export const MoveAids = later(() => import("./MoveAids.tsx").then((part) => part.MoveAids));
export const CaseNumberField = later(() =>
  import("./CaseNumberField.tsx").then((part) => part.CaseNumberField),
);
export const ComponentField = later(() => import("./ComponentField.tsx").then((part) => part.ComponentField));
export const ShiftOffer = later(() => import("./ShiftOffer.tsx").then((part) => part.ShiftOffer));
export const EvidenceField = later(() => import("./EvidenceField.tsx").then((part) => part.EvidenceField));
export const NameFilter = later(() => import("./NameFilter.tsx").then((part) => part.NameFilter));
export const NameHints = later(() => import("./NameHints.tsx").then((part) => part.NameHints));
export const PhrasePicker = later(() => import("./PhrasePicker.tsx").then((part) => part.PhrasePicker));
export const PartsField = later(() => import("./PartsField.tsx").then((part) => part.PartsField));
export const SaidTimesRow = later(() => import("./SaidTimes.tsx").then((part) => part.SaidTimesRow));
export const ReadingCard = later(() => import("./ReadingCard.tsx").then((part) => part.ReadingCard));
export const StageSteps = later(() => import("./StageSteps.tsx").then((part) => part.StageSteps));
export const Timeline = later(() => import("./Timeline.tsx").then((part) => part.Timeline));
