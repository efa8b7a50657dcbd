/** Colours and sizes of the map in each theme; lamps keep the colours that they have everywhere. */
import type { Theme } from "../state/theme.ts";

export interface MapLook {
  /** What is not the county. */
  readonly beyond: string;
  readonly halo: string;
  readonly tints: readonly string[];
  readonly cell: string;
  readonly community: string;
  readonly township: string;
  readonly rim: string;
  readonly water: string;
  readonly waterName: string;
  readonly road: { readonly fill: string; readonly edge: string };
  readonly trunk: { readonly fill: string; readonly edge: string };
  readonly motorway: { readonly fill: string; readonly edge: string };
  readonly street: { readonly fill: string; readonly edge: string };
  readonly name: string;
  readonly smallName: string;
  readonly nameGround: string;
  readonly seat: string;
  /** Letters are this much larger than usual. */
  readonly letters: number;
}

const day: MapLook = {
  beyond: "#dfe6ea",
  halo: "rgba(61, 90, 120, 0.1)",
  tints: ["#f5efe6", "#e9f1ea", "#f2ebed", "#eef1e1", "#e8eff4", "#f5ece6", "#f4f2df"],
  cell: "#a9b6bf",
  community: "#7e93a5",
  township: "#4f6a84",
  rim: "#33506c",
  water: "#9fcbe8",
  waterName: "#3c7aa8",
  road: { fill: "#fff3cf", edge: "#dcb662" },
  trunk: { fill: "#ffe2a3", edge: "#d69a3c" },
  motorway: { fill: "#ffcf87", edge: "#cf8132" },
  street: { fill: "#ffffff", edge: "#d3cbc0" },
  name: "#20344a",
  smallName: "#4d5f70",
  nameGround: "rgba(255, 255, 255, 0.88)",
  seat: "#33506c",
  letters: 1,
};

const wall: MapLook = {
  beyond: "#0a121d",
  halo: "rgba(134, 185, 245, 0.12)",
  tints: ["#152334", "#13272d", "#1b2333", "#17282a", "#12263a", "#1d2530", "#1a2629"],
  cell: "#2b3e54",
  community: "#3a536f",
  township: "#587a9f",
  rim: "#8fb4dd",
  water: "#1f4f7d",
  waterName: "#7fb4e6",
  road: { fill: "#6d5a35", edge: "#2c2517" },
  trunk: { fill: "#8a6c38", edge: "#2f2616" },
  motorway: { fill: "#a97d3e", edge: "#332815" },
  street: { fill: "#3a4757", edge: "#1b2735" },
  name: "#e4edf6",
  smallName: "#aebfd0",
  nameGround: "rgba(10, 18, 29, 0.85)",
  seat: "#c9dcf2",
  letters: 1,
};

/** 关怀版: larger letters, stronger lines. */
const care: MapLook = {
  ...day,
  cell: "#8b9ba8",
  community: "#5f7a91",
  township: "#2f4d6b",
  rim: "#1d3850",
  name: "#0f2233",
  smallName: "#2c3e4e",
  letters: 1.35,
};

const looks: Readonly<Record<Theme, MapLook>> = { day, wall, care };

export function lookOf(theme: Theme): MapLook {
  return looks[theme];
}
