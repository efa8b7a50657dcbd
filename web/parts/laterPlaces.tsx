/** Parts with places and maps: fetched where one is opened. */
import { later } from "./Later.tsx";

export const PlaceOrigin = later(() => import("./PlaceOrigin.tsx").then((part) => part.PlaceOrigin));
export const MapPane = later(() => import("./MapPane.tsx").then((part) => part.MapPane));
export const PointPicker = later(() => import("./PointPicker.tsx").then((part) => part.PointPicker));
export const PlaceChips = later(() => import("./PlaceChips.tsx").then((part) => part.PlaceChips));
