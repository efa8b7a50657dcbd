/** A few drawn pictures for the demo: a street before and after. No photo of anybody or anywhere. */
import sharp from "sharp";
import type { Deps } from "../deps.ts";
import { DRAWN } from "../domain/photoRights.ts";
import { keepPhoto } from "../photos.ts";

export interface DemoPhotos {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Sky, ground and houses by the hour: morning, noon, evening. */
const lights = [
  { sky: "#cfe3f2", wall: "#d9cbb4", ground: "#8d8f8a" },
  { sky: "#a9d2f0", wall: "#e4d8c0", ground: "#7f827c" },
  { sky: "#f2d3b0", wall: "#c9b496", ground: "#75736e" },
] as const;

type Light = (typeof lights)[number];

/** @throws when a picture cannot be kept: without any, no case could be handled that asks for one. */
export async function keepDemoPhotos(deps: Deps): Promise<DemoPhotos> {
  return { before: await keepAll(true, deps), after: await keepAll(false, deps) };
}

async function keepAll(isBefore: boolean, deps: Deps): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const light of lights) {
    const png = await sharp(Buffer.from(drawing(light, isBefore)))
      .png()
      .toBuffer();
    const kept = await keepPhoto(png, { owner: DRAWN, taken: null }, deps);
    if (typeof kept === "string")
      throw new Error(`演示照片存不下来（${kept}），请检查数据目录所在磁盘的剩余空间`);
    ids.push(kept.id);
  }
  return ids;
}

function drawing({ sky, wall, ground }: Light, isBefore: boolean): string {
  const heap = `<path d="M250 400 q40 -70 90 -20 q50 -60 100 10 l20 30 h-220 z" fill="#6b5b45"/>
    <circle cx="300" cy="395" r="14" fill="#b0413e"/><rect x="350" y="380" width="34" height="22" fill="#3f6f8f"/>`;
  const lamp = `<path d="M560 420 v-230 q0 -24 -40 -24" stroke="#444" stroke-width="8" fill="none"/>
    <circle cx="516" cy="172" r="14" fill="${isBefore ? "#777" : "#ffe9a3"}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
    <rect width="640" height="480" fill="${sky}"/>
    <rect x="40" y="150" width="180" height="200" fill="${wall}"/><path d="M30 150 h200 l-30 -40 h-140 z" fill="#8c4a3b"/>
    <rect x="80" y="200" width="36" height="46" fill="#7b93a3"/><rect x="150" y="200" width="36" height="46" fill="#7b93a3"/>
    <rect y="340" width="640" height="140" fill="${ground}"/>
    <path d="M0 440 h640" stroke="#e8e4d8" stroke-width="6" stroke-dasharray="50 34"/>
    ${lamp}${isBefore ? heap : ""}</svg>`;
}
