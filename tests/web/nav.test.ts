import { describe, expect, it } from "vitest";
import { inBar, isTheirs, navOf } from "../../web/parts/nav.ts";

const five = ["/a", "/b", "/c", "/d", "/e"].map((href) => ({ href, label: href, icon: "list" as const }));

describe("the menu of pages", () => {
  it("shows all links when they fit and needs no 更多", () => {
    expect(inBar(five, 5)).toEqual({ shown: five, more: [] });
  });

  it("keeps the last place for 更多 and loses no link", () => {
    const { shown, more } = inBar(five, 4);
    expect(shown).toHaveLength(3);
    expect([...shown, ...more]).toEqual(five);
  });

  it("opens to every role what its menu shows, with the pages below it", () => {
    for (const link of navOf("township")) {
      expect(isTheirs("township", link.href)).toBe(true);
      expect(isTheirs("township", `${link.href}/4`)).toBe(true);
    }
  });

  it("keeps a page of one role from the others", () => {
    expect(isTheirs("admin", "/people")).toBe(true);
    expect(isTheirs("department", "/people")).toBe(false);
    expect(isTheirs("admin", "/overview")).toBe(false);
    expect(isTheirs("centre", "/home")).toBe(false);
  });

  it("leaves a page that stands in no menu to everybody", () => {
    expect(isTheirs("gridWorker", "/progress/20261116-00007")).toBe(true);
  });
});
