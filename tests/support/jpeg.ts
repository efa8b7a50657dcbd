/** A JPEG's beginning with an EXIF segment, built byte by byte from the standard (CIPA DC-008). */

export interface Camera {
  readonly at?: string;
  readonly lng?: number;
  readonly lat?: number;
  readonly little?: boolean;
}

export function jpegWith({ at, lng, lat, little = false }: Camera): Uint8Array {
  const tiff = new DataView(new ArrayBuffer(512));
  tiff.setUint16(0, little ? 0x4949 : 0x4d4d);
  tiff.setUint16(2, 42, little);
  tiff.setUint32(4, 8, little);
  directory(8, [
    [0x8769, 4, 1, 100],
    [0x8825, 4, 1, 150],
  ]);
  directory(100, at === undefined ? [] : [[0x9003, 2, 20, 300]]);
  for (let index = 0; index < (at ?? "").length; index++)
    tiff.setUint8(300 + index, (at ?? "").charCodeAt(index));
  const placed = lng !== undefined && lat !== undefined;
  directory(
    150,
    placed
      ? [
          [1, 2, 2, reference(lat < 0 ? "S" : "N")],
          [2, 5, 3, 350],
          [3, 2, 2, reference(lng < 0 ? "W" : "E")],
          [4, 5, 3, 400],
        ]
      : [],
  );
  if (placed) {
    degrees(350, Math.abs(lat));
    degrees(400, Math.abs(lng));
  }
  const body = new Uint8Array(tiff.buffer);
  const length = body.length + 8;
  return Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xe1,
    length >> 8,
    length & 255,
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    ...body,
    0xff,
    0xda,
    0,
    2,
  ]);

  function directory(start: number, entries: readonly (readonly [number, number, number, number])[]): void {
    tiff.setUint16(start, entries.length, little);
    entries.forEach(([tag, type, count, value], index) => {
      const place = start + 2 + index * 12;
      tiff.setUint16(place, tag, little);
      tiff.setUint16(place + 2, type, little);
      tiff.setUint32(place + 4, count, little);
      if (type === 2 && count <= 4) tiff.setUint8(place + 8, value);
      else tiff.setUint32(place + 8, value, little);
    });
  }

  function reference(letter: string): number {
    return letter.charCodeAt(0);
  }

  function degrees(start: number, value: number): void {
    const whole = Math.floor(value);
    const minutes = Math.floor((value - whole) * 60);
    const seconds = Math.round(((value - whole) * 60 - minutes) * 60 * 10_000);
    [whole, 1, minutes, 1, seconds, 10_000].forEach((part, index) =>
      tiff.setUint32(start + index * 4, part, little),
    );
  }
}
