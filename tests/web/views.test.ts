import { describe, expect, it } from "vitest";
import { MOST_VIEWS, viewsIn, withView } from "../../web/state/views.ts";

const late = { name: "超期的", address: "/cases?tab=open&due=overdue" };

describe("a person's own views of the worklist", () => {
  it("stand in the order they were kept, the same name only once", () => {
    const other = { name: "路灯", address: "/cases?tab=all&q=%E8%B7%AF%E7%81%AF" };
    const changed = { ...late, address: "/cases?tab=todo&due=today" };
    expect([late, other, changed].reduce(withView, [])).toEqual([other, changed]);
  });

  it("are so many and no more: the oldest makes room", () => {
    const many = Array.from({ length: MOST_VIEWS + 1 }, (_, index) => ({ ...late, name: `视图 ${index}` }));
    const kept = many.reduce(withView, []);
    expect(kept).toHaveLength(MOST_VIEWS);
    expect(kept[0]?.name).toBe("视图 1");
  });

  it.each([
    ["not JSON", "{"],
    ["no list", '{"name":"a","address":"/cases"}'],
    ["a view without an address", '[{"name":"a"}]'],
    ["a link elsewhere", '[{"name":"a","address":"javascript:alert(1)"}]'],
    ["another page's address", '[{"name":"a","address":"/casesnot"}]'],
    ["nothing", "null"],
  ])("take from the device nothing that is %s", (_, text) => {
    expect(viewsIn(text)).toEqual([]);
  });

  it("come back from the device as they were", () => {
    expect(viewsIn(JSON.stringify([late]))).toEqual([late]);
  });
});
