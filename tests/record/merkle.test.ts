import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  consistencyPath,
  createFrontier,
  inclusionPath,
  leafHash,
  type RangeRoot,
  rootOf,
} from "../../db/record/merkle.ts";
import { treeHashNames, treeHashOf } from "../../db/record/treeHash.ts";
import { isConsistent, isIncluded } from "../support/merkleCheck.ts";

const sha256 = treeHashOf("sha256");
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Leaves and roots that every log of Certificate Transparency is tested with. */
const entries = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

describe("the tree", () => {
  it("has the roots that RFC 6962 logs have, of a list and growing", () => {
    const leaves = entries.map((entry) => leafHash(Buffer.from(entry, "hex"), sha256));
    const frontier = createFrontier(sha256);
    const grown = leaves.map((leaf) => {
      frontier.add(leaf);
      return hex(frontier.root());
    });
    expect(grown).toEqual(roots);
    expect(leaves.map((_, index) => hex(rootOf(leaves.slice(0, index + 1), sha256)))).toEqual(roots);
  });

  it("of nothing has the hash of nothing", () => {
    const nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    expect(hex(rootOf([], sha256))).toBe(nothing);
    expect(hex(createFrontier(sha256).root())).toBe(nothing);
  });

  it("knows SM3 by the example of its standard", () => {
    const digest = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";
    expect(hex(treeHashOf("sm3")(Buffer.from("abc")))).toBe(digest);
  });
});

describe("proofs", () => {
  const sizes = fc.integer({ min: 1, max: 70 });

  it("show every leaf in every tree, with either hash, and fit no other place, size or leaf", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.constantFrom(...treeHashNames), async (size, pick, name) => {
        const hash = treeHashOf(name);
        const leaves = leavesOf(size, name);
        const position = pick % size;
        const path = await inclusionPath(position, size, ranges(leaves, name));
        const root = rootOf(leaves, hash);
        const leaf = leaves[position] ?? root;
        expect(isIncluded({ leaf, position, size, path, root, hash })).toBe(true);
        expect(isIncluded({ leaf: hash(leaf), position, size, path, root, hash })).toBe(false);
        if (size > 1)
          expect(isIncluded({ leaf, position: (position + 1) % size, size, path, root, hash })).toBe(false);
      }),
    );
  });

  it("show that a tree began as an older one, and never that it did when a leaf was changed", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (newer, pick, bent) => {
        const older = 1 + (pick % newer);
        const leaves = leavesOf(newer, "sha256");
        const path = await consistencyPath(older, newer, ranges(leaves, "sha256"));
        const [oldRoot, newRoot] = [rootOf(leaves.slice(0, older), sha256), rootOf(leaves, sha256)];
        expect(isConsistent({ older, newer, oldRoot, newRoot, path, hash: sha256 })).toBe(true);
        const changed = leaves.map((leaf, index) => (index === bent % older ? sha256(leaf) : leaf));
        const bentRoot = rootOf(changed, sha256);
        const bentPath = await consistencyPath(older, newer, ranges(changed, "sha256"));
        expect(isConsistent({ older, newer, oldRoot, newRoot: bentRoot, path: bentPath, hash: sha256 })).toBe(
          false,
        );
      }),
    );
  });
});

function leavesOf(size: number, name: "sha256" | "sm3"): readonly Uint8Array[] {
  return Array.from({ length: size }, (_, index) =>
    leafHash(Buffer.from(`entry ${index}`), treeHashOf(name)),
  );
}

function ranges(leaves: readonly Uint8Array[], name: "sha256" | "sm3"): RangeRoot {
  return async (from, to) => rootOf(leaves.slice(from, to), treeHashOf(name));
}
