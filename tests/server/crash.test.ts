/**
 * The real process, killed with SIGKILL under load at drawn moments, and with the power of its disk cut: nothing
 * acknowledged is lost, nothing stands twice. A short part of `npm run crash`, which kills 1,000 times, and of
 * `npm run cuts`, which cuts 200 times (KILLS and CUTS set the numbers, SEED the moments).
 */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createDisk, type Disk } from "../crash/disk.ts";
import { buildProgram } from "../crash/program.ts";
import { crash } from "../crash/run.ts";
import { expectWhole, isLong } from "../crash/verdict.ts";

const kills = Number(process.env["KILLS"] ?? 5);
const cuts = Number(process.env["CUTS"] ?? 2);
const seed = process.env["SEED"] ?? "1";

beforeAll(async () => await buildProgram());

/** A kill takes a second or two, many more of them on a machine that is busy. */
const timeoutOf = (times: number) => ({ timeout: 60_000 + times * 30_000 });

async function survives(times: number, disk: Disk | null): Promise<void> {
  const start = performance.now();
  const onKill = ({ kills: done }: { readonly kills: number }) => {
    if (isLong && done % 25 === 0) process.stdout.write(`${done} times\n`);
  };
  const told = await crash(times, seed, onKill, disk);
  expectWhole(told, { kills: times, seed, ms: performance.now() - start });
}

it(`survives ${kills} kills (seed ${seed})`, timeoutOf(kills), async () => await survives(kills, null));

describe("a disk whose power goes", () => {
  function diskOr(skip: (why: string) => never): Disk {
    const disk = createDisk() ?? skip("only root on Linux may mount a disk");
    onTestFinished(() => disk.remove());
    return disk;
  }

  it("loses what was not synced, or it would prove nothing", ({ skip }) => {
    const disk = diskOr(skip);
    writeFileSync(join(disk.folder, "synced"), "", { flush: true });
    writeFileSync(join(disk.folder, "unsynced"), "");
    disk.cut();
    disk.powerUp();
    expect(readdirSync(disk.folder)).toContain("synced");
    expect(readdirSync(disk.folder)).not.toContain("unsynced");
  });

  it(`is survived ${cuts} times (seed ${seed})`, timeoutOf(cuts), async ({ skip }) => {
    await survives(cuts, diskOr(skip));
  });
});
