/**
 * What browsers of the Chrome 80 class lack and the core or the libraries use. Kept to the few that are really called:
 * `findLast` and `at` in the core, `allSettled`-like helpers are not needed.
 */
import { randomUUID } from "./state/ids.ts";

function define(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

function findLast<T>(this: readonly T[], test: (item: T, index: number) => boolean): T | undefined {
  for (let index = this.length - 1; index >= 0; index--) {
    const item = this[index] as T;
    if (test(item, index)) return item;
  }
  return undefined;
}

function at<T>(this: readonly T[], index: number): T | undefined {
  return this[index < 0 ? this.length + index : index];
}

function replaceAll(this: string, found: string, put: string): string {
  return this.split(found).join(put);
}

define(Array.prototype, "findLast", findLast);
define(Array.prototype, "at", at);
define(String.prototype, "replaceAll", replaceAll);
if (typeof crypto !== "undefined") define(crypto, "randomUUID", randomUUID);
