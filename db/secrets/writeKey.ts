/** A file of keys is on disk whole or not at all, for its owner alone: half of one, or one that a power cut takes back, locks the house. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** In place of what stood there. */
export function writeKey(path: string, text: string): void {
  renameSync(drafted(path, text), path);
  settle(path);
}

/** Where nothing stands: of several processes that begin at once in one folder, the first one's stays. */
export function writeFirstKey(path: string, text: string): void {
  const draft = drafted(path, text);
  try {
    linkSync(draft, path);
  } catch (error) {
    // It stands, and whoever was first has swept this draft away
    if (!existsSync(path)) throw error;
  }
  sweep(path);
  settle(path);
}

/** Drafts of those who were cut off, or came second. */
function sweep(path: string): void {
  const [folder, name] = [dirname(path), basename(path)];
  for (const file of readdirSync(folder))
    if (file.startsWith(`${name}.`) && file.endsWith(".part")) rmSync(join(folder, file), { force: true });
}

/** Named after the process: another one may be at it, too. */
function drafted(path: string, text: string): string {
  const draft = `${path}.${process.pid}.part`;
  const file = openSync(draft, "w", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return draft;
}

function settle(path: string): void {
  const folder = openSync(dirname(path), "r");
  fsyncSync(folder);
  closeSync(folder);
}
