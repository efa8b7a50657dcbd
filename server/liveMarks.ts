/**
 * Marks of the open line: where in the order of all messages somebody stands, sealed. Read as a number, the distance of
 * two marks would tell how much happened in between that is not theirs, and numbers tried out how much there is.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

export interface Marks {
  /** Another text each time, also of the same serial. */
  of(serial: number): string;
  /** @returns null for what these marks are not. */
  read(mark: string): number | null;
}

const CIPHER = "aes-256-gcm";
const NONCE = 12;
const TAG = 16;
/** A serial is written in so many bytes. */
const WIDTH = 6;

/** @param run stands before each mark: it says which run of the house a line belonged to. */
export function createMarks(run: string): Marks {
  const key = randomBytes(32);
  return {
    of(serial) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, key, nonce);
      const plain = Buffer.alloc(WIDTH);
      plain.writeUIntBE(serial, 0, WIDTH);
      const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
      return `${run}-${sealed.toString("base64url")}`;
    },
    read(mark) {
      if (!mark.startsWith(`${run}-`)) return null;
      const sealed = Buffer.from(mark.slice(run.length + 1), "base64url");
      if (sealed.length !== NONCE + WIDTH + TAG) return null;
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE));
      decipher.setAuthTag(sealed.subarray(NONCE + WIDTH));
      try {
        const plain = [decipher.update(sealed.subarray(NONCE, NONCE + WIDTH)), decipher.final()];
        return Buffer.concat(plain).readUIntBE(0, WIDTH);
      } catch {
        return null;
      }
    },
  };
}
