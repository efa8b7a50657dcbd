/** Parts with places and maps: fetched where one is opened. */
import { later, needed } from "./Later.tsx";

export const PlaceOrigin = later(() => import("./PlaceOrigin.tsx").then((part) => part.PlaceOrigin));
/** With what it draws with: a map without its drawing would be an empty frame. */
export const MapPane = needed(() =>
  Promise.all([import("./MapPane.tsx"), import("./mapDrawing.ts"), import("../map/painting.ts")]).then(
    ([part]) => part.MapPane,
  ),
);
export const PointPicker = needed(() => import("./PointPicker.tsx").then((part) => part.PointPicker));
export const PlaceChips = later(() => import("./PlaceChips.tsx").then((part) => part.PlaceChips));
