/**
 * What browsers of the Chrome 80 class lack and the core or the libraries use. Kept to the few that are really called:
 * newer methods of arrays in core and pages; `allSettled`-like helpers are not needed.
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

function findLastIndex<T>(this: readonly T[], test: (item: T, index: number) => boolean): number {
  for (let index = this.length - 1; index >= 0; index--) if (test(this[index] as T, index)) return index;
  return -1;
}

function replaceChildren(this: Element, ...children: readonly (Node | string)[]): void {
  while (this.firstChild) this.firstChild.remove();
  this.append(...children);
}

function hasOwn(owner: object, name: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(owner, name);
}

function replaceAll(this: string, found: string, put: string): string {
  return this.split(found).join(put);
}

function toSorted<T>(this: readonly T[], compare?: (a: T, b: T) => number): T[] {
  return [...this].sort(compare);
}

function toReversed<T>(this: readonly T[]): T[] {
  return [...this].reverse();
}

define(Array.prototype, "toSorted", toSorted);
define(Array.prototype, "toReversed", toReversed);
define(Array.prototype, "findLast", findLast);
define(Array.prototype, "findLastIndex", findLastIndex);
define(Array.prototype, "at", at);
define(Object, "hasOwn", hasOwn);
if (typeof Element !== "undefined") define(Element.prototype, "replaceChildren", replaceChildren);
define(String.prototype, "replaceAll", replaceAll);
if (typeof crypto !== "undefined") define(crypto, "randomUUID", randomUUID);
