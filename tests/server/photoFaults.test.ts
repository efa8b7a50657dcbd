import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { DRAWN } from "../../server/domain/photoRights.ts";
import { photoFaults } from "../../server/photoFaults.ts";
import { photoFolderIn } from "../../server/photoFiles/photoFiles.ts";
import { keepPhoto } from "../../server/photos.ts";
import { openHouse, reported } from "../support/app.ts";

async function housed() {
  const house = await openHouse();
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#a33" } })
    .png()
    .toBuffer();
  const photo = await keepPhoto(picture, { owner: DRAWN, taken: null }, house.deps);
  if (typeof photo === "string") throw new Error(photo);
  const { id } = await reported(await house.as("gridWorker"), { photos: [photo.id] });
  const { dataDir } = house.deps.config;
  const files = join(dataDir, "photos");
  return { house, dataDir, caseId: id, file: join(files, readdirSync(files)[0] ?? "") };
}

describe("the files of photos", () => {
  it("agree with their names when nobody touched them", async () => {
    const { house, dataDir } = await housed();
    expect(await photoFaults(house.store, photoFolderIn(dataDir))).toEqual([]);
  });

  it.each([
    ["exchanged", (file: string) => writeFileSync(file, "another picture")],
    ["taken away", (file: string) => rmSync(file)],
  ])("are named with their case when one was %s", async (_bend, bend) => {
    const { house, dataDir, caseId, file } = await housed();
    bend(file);
    expect(await photoFaults(house.store, photoFolderIn(dataDir))).toMatchObject([
      { kind: "photo", caseId, seq: null },
    ]);
  });
});
