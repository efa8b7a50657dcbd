/** 常用语 of units, version by version. */
import { describe, expect, it } from "vitest";
import type { Opened } from "../../support/engines.ts";

export function describePhrases(current: () => Opened): void {
  const phrases = () => current().store.phrases;
  const row = (text: string) => ({ field: "result", action: null, major: null, text }) as const;
  const edit = (version: number, text: string) => ({
    version,
    rows: [row(text)],
    by: "lights-1",
    at: version,
  });

  describe("the standard texts of a unit", () => {
    it("are none at first, then the newest version, of that unit alone", async () => {
      expect(await phrases().of("LD")).toEqual({ version: 0, rows: [] });
      expect(await phrases().save("LD", edit(1, "已换灯泡"))).toBe(true);
      expect(await phrases().save("LD", edit(2, "已换灯杆"))).toBe(true);
      expect(await phrases().of("LD")).toEqual({ version: 2, rows: [row("已换灯杆")] });
      expect(await phrases().of("SW")).toEqual({ version: 0, rows: [] });
    });

    it("let one of two editors through", async () => {
      const both = await Promise.all([
        phrases().save("GA", edit(1, "一")),
        phrases().save("GA", edit(1, "二")),
      ]);
      expect(both.filter(Boolean)).toHaveLength(1);
    });
  });
}
