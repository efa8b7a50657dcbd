import { describe, expect, it } from "vitest";
import { nextId } from "../../../fixtures/build.ts";
import type { Opened } from "../../support/engines.ts";

export function describePlaces(current: () => Opened): void {
  describe("names that people taught", () => {
    const name = (taughtAt: number) => ({
      id: nextId("name"),
      name: "招贤大集",
      lng: 118.83,
      lat: 35.58,
      cellCode: "371122001001001",
      caseId: null,
      taughtBy: "zhang",
      taughtAt,
    });

    it("are listed the latest first, stay after they are taken back, and are taken back once", async () => {
      const { places } = current().store;
      const [older, newer] = [name(1000), name(2000)];
      await places.teach(newer);
      await places.teach(older);
      expect(await places.undo(older.id, "li", 3000)).toBe(true);
      expect(await places.undo(older.id, "wang", 4000)).toBe(false);
      expect(await places.undo("nobody", "wang", 4000)).toBe(false);
      expect(await places.names(10)).toEqual([
        { ...newer, undoneAt: null, undoneBy: null },
        { ...older, undoneAt: 3000, undoneBy: "li" },
      ]);
      expect(await places.names(1)).toHaveLength(1);
    });

    it("change the stamp when they come and when they go", async () => {
      const { places } = current().store;
      const first = await places.stamp();
      const taught = name(5000);
      await places.teach(taught);
      const second = await places.stamp();
      await places.undo(taught.id, "li", 6000);
      const third = await places.stamp();
      expect(new Set([first, second, third]).size).toBe(3);
      expect(await places.stamp()).toBe(third);
    });
  });
}
