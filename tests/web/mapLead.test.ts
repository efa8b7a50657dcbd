import { describe, expect, it } from "vitest";
import { createLead } from "../../web/map/lead.ts";

const most = { x: 700, y: 350 };

/** A map thrown to the right and a little up: 60 pixels a frame of 16 ms. */
function thrown() {
  const lead = createLead();
  for (let frame = 0; frame < 5; frame += 1) lead.moved({ x: 60 * frame, y: -16 * frame }, 16 * frame);
  return lead;
}

describe("what is painted of a map that moves", () => {
  it("lies where the view will be when it is done", () => {
    expect(thrown().after(160, 64, most)).toEqual({ x: 600, y: -160 });
  });

  it("reaches no farther than it may", () => {
    expect(thrown().after(1600, 64, most)).toEqual({ x: 700, y: -350 });
  });

  it("lies where the view is once nothing has moved for a while", () => {
    expect(thrown().after(160, 200, most)).toEqual({ x: 0, y: 0 });
    expect(createLead().after(160, 0, most)).toEqual({ x: 0, y: 0 });
  });

  it("follows a turn at once it is a tenth of a second old", () => {
    const lead = thrown();
    for (let frame = 1; frame <= 7; frame += 1) lead.moved({ x: 240 - 10 * frame, y: -64 }, 64 + 16 * frame);
    expect(lead.after(16, 176, most)).toEqual({ x: -10, y: 0 });
  });
});
