/** 恢复演练, 换机器: the very lines of docs/operations.md, on another machine with what that page says to bring there. */
import { copyFileSync, cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { databaseName } from "../../db/openCopy.ts";
import { openStore } from "../../db/open.ts";
import { openHouse, reported } from "../support/app.ts";
import { aPhoto } from "../support/photoFile.ts";
import { type Office, openOffice } from "../support/terminal.ts";

const page = readFileSync("docs/operations.md", "utf8");

/** Lines of `huying` in the section under a heading, as the words that follow `huying --`. */
function linesUnder(heading: string): readonly (readonly string[])[] {
  const from = page.indexOf(heading);
  const section = page.slice(from, page.indexOf("\n## ", from + heading.length));
  return [...section.matchAll(/^(?:DATA_DIR=drill )?npm run huying -- (.+)$/gm)].map(([, words = ""]) =>
    words.split(/\s+/),
  );
}

/** A house that has lived: reports, one with a photo, and a checkpoint that somebody outside keeps. */
async function lived(): Promise<Office & { readonly photo: string; readonly saved: string }> {
  const office = openOffice();
  writeFileSync(join(office.folder, "messages.csv"), "内容\n路灯不亮\n井盖丢失\n");
  await office.run("import", join(office.folder, "messages.csv"));
  const photo = await aPhoto(office.folder);
  const saved = join(office.folder, "saved.txt");
  expect(await office.run("checkpoint", "--out", saved)).toMatchObject({ code: 0 });
  return { ...office, photo, saved };
}

function bringKeys(from: string, to: string): void {
  for (const name of ["huying.keys", "record-key.pem"]) copyFileSync(join(from, name), join(to, name));
}

describe("the restore drill", () => {
  it("succeeds line by line on another machine, and a case can be opened there", async () => {
    const home = await lived();
    const made = JSON.parse((await home.run("backup", "--json")).out) as { file: string };
    const elsewhere = openOffice();
    const copied = join(elsewhere.folder, "brought");
    cpSync(join(made.file, ".."), copied, { recursive: true });
    bringKeys(home.folder, elsewhere.folder);
    const backup = join(copied, made.file.split("/").at(-1) ?? "");
    const lines = linesUnder("### Restore drill");
    expect(lines.map(([command]) => command)).toEqual(["verify", "restore", "verify", "doctor"]);
    for (const line of lines) {
      const words = line.map((word) => word.replace("BACKUP.db", backup).replace("SAVED.txt", home.saved));
      const { code, out, err } = await elsewhere.run(...words);
      expect(code, `${words.join(" ")}\n${out}${err}`).toBe(0);
    }
    expect(existsSync(join(elsewhere.folder, "photos", `${home.photo}.jpg`))).toBe(true);
    const store = await openStore({ databaseUrl: null, dataDir: elsewhere.folder });
    const house = await openHouse({ store });
    const [kept] = await store.record.casesFrom(0, 1);
    const opened = await (await house.as("centre")).get(`/api/cases/${kept?.caseId}`);
    expect(await opened.text()).toContain("路灯不亮");
    // It lives: what is reported there is recorded behind what was restored
    await reported(await house.as("gridWorker"));
    expect((await store.verify()).faults).toEqual([]);
    await store.close();
  });

  it("says which photos are in neither place, and fails on a checkpoint that is younger", async () => {
    const home = await lived();
    const { file } = JSON.parse((await home.run("backup", "--json")).out) as { file: string };
    writeFileSync(join(home.folder, "later.csv"), "内容\n垃圾没人清\n");
    await home.run("import", join(home.folder, "later.csv"));
    const younger = join(home.folder, "younger.txt");
    await home.run("checkpoint", "--out", younger);
    const elsewhere = openOffice();
    bringKeys(home.folder, elsewhere.folder);
    copyFileSync(file, join(elsewhere.folder, "alone.db"));
    const alone = join(elsewhere.folder, "alone.db");
    expect(await elsewhere.run("verify", "--backup", alone)).toMatchObject({
      code: 1,
      out: expect.stringContaining("照片"),
    });
    expect(await elsewhere.run("restore", alone, "--checkpoint", younger)).toMatchObject({ code: 1 });
    expect(existsSync(join(elsewhere.folder, databaseName))).toBe(false);
    expect(await elsewhere.run("restore", alone)).toMatchObject({
      code: 0,
      out: expect.stringContaining("1 张照片"),
    });
  });
});

describe("moving to another machine", () => {
  it("takes the folder as it is, and everything verifies there", async () => {
    const home = await lived();
    const elsewhere = openOffice();
    cpSync(home.folder, elsewhere.folder, { recursive: true });
    expect(await elsewhere.run("doctor")).toMatchObject({ code: 0 });
    expect(await elsewhere.run("verify", "--checkpoint", home.saved)).toMatchObject({ code: 0 });
  });
});
