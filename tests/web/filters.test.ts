import { describe, expect, it } from "vitest";
import { changed, inTab, isNarrowed, listAddress, readFilters, sortOf } from "../../web/state/filters.ts";

describe("filters of the worklist in the address", () => {
  it("begin with what is in my hands", () => {
    expect(readFilters({})).toEqual({ tab: "todo" });
  });

  it("mean all cases where a link names a filter but no tab", () => {
    expect(readFilters({ lamp: "red" })).toEqual({ tab: "all", lamp: "red" });
  });

  it("survive the way into the address and back", () => {
    const filters = { tab: "open", due: "overdue", township: "371122001", q: "路灯 不亮" } as const;
    const query = Object.fromEntries(new URL(listAddress(filters), "http://here").searchParams);
    expect(readFilters(query)).toEqual(filters);
  });

  it("ignore names they do not know", () => {
    expect(readFilters({ tab: "open", wall: "1", constructor: "x" })).toEqual({ tab: "open" });
  });

  it("are taken off by choosing the same value again", () => {
    const red = changed({ tab: "open" }, "lamp", "red");
    expect(red).toEqual({ tab: "open", lamp: "red" });
    expect(changed(red, "lamp", "red")).toEqual({ tab: "open" });
  });

  it("lose the state when the tab changes, which holds other states", () => {
    expect(inTab({ tab: "open", state: "filed", township: "371122001" }, "done")).toEqual({
      tab: "done",
      township: "371122001",
    });
  });

  it("put the most urgent first while there is something to do, the newest first where all is done", () => {
    expect(sortOf({ tab: "todo" })).toBe("due");
    expect(sortOf({ tab: "done" })).toBe("newest");
    expect(sortOf({ tab: "done", sort: "due" })).toBe("due");
  });

  it("are not narrowed by order alone", () => {
    expect(isNarrowed({ tab: "open", sort: "newest" })).toBe(false);
    expect(isNarrowed({ tab: "open", q: "井盖" })).toBe(true);
  });
});
