import { describe, expect, it } from "vitest";
import { doneText, successionWords } from "../../web/successionWords.ts";

const kept = { busy: 0, actedSince: 0, joined: 0 };
const { there, back } = successionWords.ways;

describe("what is handed to an heir", () => {
  it("is counted apart: cases as cases, calls as calls", () => {
    expect(there.apply({ cases: 12, calls: 3, kept })).toBe("确定移交 12 件案卷、3 次呼叫");
    expect(there.sum({ cases: 12, calls: 3, kept })).toBe("会移交 12 件案卷、3 次呼叫。");
  });

  it("names only what there is", () => {
    expect(there.apply({ cases: 0, calls: 2, kept })).toBe("确定移交 2 次呼叫");
    expect(there.sum({ cases: 5, calls: 0, kept })).toBe("会移交 5 件案卷。");
    expect(back.apply({ cases: 5, calls: 0, kept })).toBe("确定退回 5 件案卷");
    expect(there.sum({ cases: 0, calls: 0, kept })).toBe("没有可以移交的。");
  });

  it("says in the end what was left, and why", () => {
    expect(doneText({ cases: 4, calls: 1, kept: { busy: 2, actedSince: 0, joined: 1 } }, "there")).toBe(
      "已移交 4 件案卷、1 次呼叫；1 件接续单位本来就有份，分不开，仍由它办；2 件此刻有人在办，没有动，请再按一次",
    );
    expect(doneText({ cases: 0, calls: 0, kept: { ...kept, actedSince: 3 } }, "back")).toBe(
      "没有退回；3 件接续单位已经办过，仍由它办",
    );
  });
});
