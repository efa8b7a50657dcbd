import { expect, it } from "vitest";
import { allDone } from "../../server/allDone.ts";

/** Something under way that ends when the test says so. */
function underWay() {
  let end: (value: string) => void = () => undefined;
  return { promise: new Promise<string>((resolve) => (end = resolve)), end: (value: string) => end(value) };
}

it("answers in the order in which things were begun", async () => {
  const slow = underWay();
  const all = allDone([slow.promise, Promise.resolve("quick")]);
  slow.end("slow");
  expect(await all).toEqual(["slow", "quick"]);
});

it("tells the first failure, and only when nothing is under way any more", async () => {
  const slow = underWay();
  let isTold = false;
  const all = allDone([
    Promise.reject(new Error("first")),
    slow.promise,
    Promise.reject(new Error("second")),
  ]);
  const told = all.catch((error: unknown) => {
    isTold = true;
    return error;
  });
  // Every promise that could be settled by now has been
  await new Promise((resolve) => setImmediate(resolve));
  expect(isTold).toBe(false);
  slow.end("stored");
  expect(await told).toMatchObject({ message: "first" });
});
