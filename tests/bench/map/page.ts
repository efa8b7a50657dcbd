/** The map as pages have it, with made-up cases, panned by a hand that moves in every frame; runs in the browser. */
import type { CasePoints } from "../../../server/domain/casePoints.ts";
import type { BaseMapAnswer } from "../../../server/domain/mapAnswers.ts";
import { caseLayer } from "../../../web/map/caseLayer.ts";
import type { MapLayer } from "../../../web/map/layer.ts";
import { lookOf } from "../../../web/map/look.ts";
import { cellLayer, paintGround, readSheet } from "../../../web/map/painting.ts";
import { createField } from "../../../web/map/pointField.ts";
import { createDrawing } from "../../../web/parts/mapDrawing.ts";
import { FRAME, type Scene } from "./scene.ts";

const [WIDE, HIGH] = [1366, 700];

function openBench(answer: BaseMapAnswer) {
  const box = document.createElement("div");
  box.style.cssText = `position:relative;width:${WIDE}px;height:${HIGH}px`;
  document.body.append(box);
  const drawing = createDrawing(box, { pick: null, viewed: () => undefined });
  const sheet = readSheet(answer);
  const look = lookOf("day");
  drawing.show({ ground: (frame) => paintGround(frame, sheet, look, "nothing") });
  const cells = cellLayer({ answer, sheet, counts: [] });
  const made = new Map<
    number,
    { readonly points: CasePoints; readonly field: ReturnType<typeof createField> }
  >();

  function layersOf({ cases, showing }: Scene): readonly MapLayer[] {
    if (cases === 0) return [cells];
    const known = made.get(cases) ?? { points: pointsIn(answer, cases), field: null };
    const found = { points: known.points, field: known.field ?? createField(known.points) };
    made.set(cases, found);
    const nothing = () => undefined;
    const rest = { nameOfItem: () => "", openCase: nothing, openCluster: nothing };
    return [cells, caseLayer({ ...found, showing, ...rest })];
  }

  return async function run(scene: Scene, frames: number): Promise<void> {
    const middle = {
      lng: (sheet.box.west + sheet.box.east) / 2,
      lat: (sheet.box.south + sheet.box.north) / 2,
    };
    drawing.frame({ west: middle.lng, east: middle.lng, south: middle.lat, north: middle.lat }, scene.zoom);
    drawing.show({ layers: layersOf(scene) });
    await rest(400);
    await hands[scene.hand](box, frames);
  };
}

const hands: Readonly<Record<Scene["hand"], (box: HTMLElement, frames: number) => Promise<void>>> = {
  drag: panned,
  fling: flung,
  hover: hovering,
};

async function panned(box: HTMLElement, frames: number): Promise<void> {
  const at = { x: WIDE / 2, y: HIGH / 2 };
  send(box, "mousedown", at);
  await eachFrame(frames, (frame) => {
    // To and fro across twice the view, so that it leaves what is painted again and again
    const forth = Math.floor(frame / 110) % 2 === 0 ? 1 : -1;
    at.x += 14 * forth;
    at.y += 5 * forth;
    send(document, "mousemove", at);
  });
  send(document, "mouseup", at);
}

/** Frames from one throw to the next, and of them those in which the hand holds the map. */
const [THROW, HELD] = [60, 6];
/** Pixels a frame as the hand lets go: a fast flick, of two screens if nobody stops it. */
const FLICK = 70;

async function flung(box: HTMLElement, frames: number): Promise<void> {
  let at = { x: WIDE / 2, y: HIGH / 2 };
  await eachFrame(frames, (frame) => {
    const [turn, since] = [Math.floor(frame / THROW), frame % THROW];
    // Never the same way twice, so that it stays in the county
    const [right, down] = [turn % 2 === 0 ? 1 : -1, turn % 4 < 2 ? 0.5 : -0.5];
    if (since === 0) {
      at = { x: WIDE / 2, y: HIGH / 2 };
      send(box, "mousedown", at);
    } else if (since < HELD) {
      at = { x: at.x + FLICK * right, y: at.y + FLICK * down };
      send(document, "mousemove", at);
    } else if (since === HELD) send(document, "mouseup", at);
  });
  send(document, "mouseup", at);
}

async function hovering(box: HTMLElement, frames: number): Promise<void> {
  await eachFrame(frames, (frame) => {
    const x = WIDE / 2 + 400 * Math.sin(frame / 23);
    send(box, "mousemove", { x, y: HIGH / 2 + 250 * Math.cos(frame / 17) });
  });
}

function eachFrame(frames: number, act: (frame: number) => void): Promise<void> {
  return new Promise((done) => {
    const step = (frame: number) => {
      requestAnimationFrame(() => {
        performance.mark(FRAME);
        if (frame >= frames) return done();
        act(frame);
        step(frame + 1);
      });
    };
    step(0);
  });
}

function send(to: EventTarget, name: string, { x, y }: { readonly x: number; readonly y: number }): void {
  const buttons = name === "mouseup" ? 0 : 1;
  to.dispatchEvent(
    new MouseEvent(name, { bubbles: true, cancelable: true, clientX: x, clientY: y, button: 0, buttons }),
  );
}

function rest(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Crowded around the seats of townships, as cases are; the same ones in every run. */
function pointsIn({ places }: BaseMapAnswer, count: number): CasePoints {
  const seats = places.filter(({ kind }) => kind === "township");
  const random = seeded(7);
  const [lng, lat, lamp] = [new Int32Array(count), new Int32Array(count), new Uint8Array(count)];
  for (let place = 0; place < count; place += 1) {
    const seat = seats[Math.floor(random() * seats.length)]?.at ?? [118.83, 35.58];
    const away = 0.09 * random() * random();
    const turn = 2 * Math.PI * random();
    lng[place] = (seat[0] + away * Math.cos(turn)) * 1e7;
    lat[place] = (seat[1] + away * Math.sin(turn)) * 1e7;
    lamp[place] = Math.floor(random() * 5);
  }
  return { count, lng, lat, lamp, itemAt: () => null, numberAt: (place) => String(place) };
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

declare global {
  interface Window {
    openBench: typeof openBench;
    run: ReturnType<typeof openBench>;
  }
}
window.openBench = openBench;
