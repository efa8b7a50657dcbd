import type { GridDraftAnswer } from "../../server/domain/gridAnswers.ts";
import { cells, type Client } from "./app.ts";

const [, two, three] = cells.map((cell) => cell.rings[0]?.[0] ?? []);

/** The squares, the first of them in two halves: 城阳一组 keeps the west, the east is 城阳三组. */
export function splitFile(
  change: (corner: readonly number[]) => readonly number[] = (corner) => corner,
): object {
  const [west, east] = [
    [
      [118.8, 35.55],
      [118.825, 35.55],
      [118.825, 35.65],
      [118.8, 35.65],
    ],
    [
      [118.825, 35.55],
      [118.9, 35.55],
      [118.9, 35.65],
      [118.825, 35.65],
    ],
  ];
  const square = (code: string, name: string, ring: readonly (readonly number[])[] = []) => ({
    type: "Feature",
    properties: { 编号: code, 名称: name },
    geometry: { type: "Polygon", coordinates: [[...ring, ring[0] ?? []].map(change)] },
  });
  return {
    type: "FeatureCollection",
    features: [
      square("371122001001001", "城阳一组", west),
      square("371122001001003", "城阳三组", east),
      square("371122001001002", "城阳二组", two),
      square("371122102001001", "招贤一组", three),
    ],
  };
}

export async function sent(client: Client, file: BodyInit, query = ""): Promise<Response> {
  return await client.request(`/api/grid/import?layer=governance&file=a.geojson&code=编号${query}`, {
    method: "POST",
    body: file,
    headers: { "Content-Type": "application/octet-stream" },
  });
}

export async function draftOf(answer: Response): Promise<GridDraftAnswer> {
  if (answer.status !== 200) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as GridDraftAnswer;
}

export const publishing = { layer: "governance", note: "一组太大" };
