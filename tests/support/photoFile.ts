/** A photo as the house keeps it, its row and its file. */
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../../db/open.ts";

/** @returns its id. Nobody else may have the folder open. */
export async function aPhoto(folder: string): Promise<string> {
  const bytes = randomBytes(200);
  const id = createHash("sha256").update(bytes).digest("hex");
  mkdirSync(join(folder, "photos"), { recursive: true });
  writeFileSync(join(folder, "photos", `${id}.jpg`), bytes);
  const store = await openStore({ databaseUrl: null, dataDir: folder });
  try {
    await store.photos.put({ id, bytes: bytes.length, width: 1, height: 1, uploadedBy: null, uploadedAt: 1 });
  } finally {
    await store.close();
  }
  return id;
}
