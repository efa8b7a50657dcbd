/**
 * A disk whose power can be cut: a file system in a file. The kernel is told to forget what it has not written (the
 * ioctl of ext4 that its own tests use), and what lies in the file is mounted again. For root on Linux alone.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Disk {
  /** Where a house may live. */
  readonly folder: string;
  /** Whoever works on it must be stopped before: a sync under way would answer that it is done. */
  cut(): void;
  /** On again, with what had reached it; nobody may have a file open. */
  powerUp(): void;
  remove(): void;
}

const MEGABYTES = 256;
/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: nothing of the journal is written out first. */
const SHUTDOWN =
  'my $how = pack("L", 2); open(my $disk, "<", $ARGV[0]) or die "$!\\n"; ioctl($disk, 0x8004587D, $how) or die "$!\\n"';

/** @returns null where none can be had: not root, no loop devices, no ext4. */
export function createDisk(): Disk | null {
  const home = mkdtempSync(join(tmpdir(), "huying-disk-"));
  const [image, mounted] = [join(home, "image"), join(home, "disk")];
  const mount = () => run("mount", "-o", "loop", image, mounted);
  const umount = () => run("umount", mounted);
  mkdirSync(mounted);
  try {
    run("truncate", "-s", `${MEGABYTES}M`, image);
    run("mkfs.ext4", "-q", image);
    mount();
  } catch {
    rmSync(home, { recursive: true, force: true });
    return null;
  }
  return {
    folder: mounted,
    cut: () => run("perl", "-e", SHUTDOWN, mounted),
    powerUp() {
      umount();
      mount();
    },
    remove() {
      // Lazily: after a failure somebody may still have a file open
      run("umount", "-l", mounted);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: "pipe" });
}
