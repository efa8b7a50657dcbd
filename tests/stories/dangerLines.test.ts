/** 转 110/119/120 at filing: what is 特急 means danger to people, and the form asks where the case would ask afterwards. */
import { describe, expect, it } from "vitest";
import type { Case } from "../../server/domain/case.ts";
import { asksForLine } from "../../server/domain/urgency.ts";
import { reference } from "../support/county.ts";
import { tell } from "../support/story.ts";

interface Filing {
  readonly itemCode: string;
  readonly conditionCode?: string;
  readonly service?: "fire";
}

function filed(filing: Filing): Case {
  return tell({ reference }).act("township", { action: "file", ...filing }).found.case;
}

function formAsks({ itemCode, conditionCode }: Filing): boolean {
  const item = reference.taxonomy.lookUp(itemCode);
  return item !== null && asksForLine(item, conditionCode);
}

/** 闻到燃气味、疑似泄漏 */
const leak = { itemCode: "020304", conditionCode: "020304-1" };
/** 停气, of the same matter */
const stopped = { itemCode: "020304", conditionCode: "020304-2" };

describe("filing what belongs to 110, 119 or 120", () => {
  it("asks whether they were told where it is 特急", () => {
    expect(formAsks(leak)).toBe(true);
    expect(filed(leak)).toMatchObject({ urgency: "critical", desk: ["danger"] });
  });

  it("is answered by naming the line", () => {
    const { desk, rules } = filed({ ...leak, service: "fire" });
    expect(desk).toEqual([]);
    expect(rules?.transfers).toEqual(["fire"]);
  });

  it("is not held up by the question where it is 紧急", () => {
    expect(formAsks(stopped)).toBe(false);
    expect(filed(stopped)).toMatchObject({ urgency: "urgent", desk: [] });
  });

  it("asks in the form exactly where the case asks afterwards, whatever the matter and condition", () => {
    const filings = reference.taxonomy.items.flatMap(({ code: itemCode, conditions }): Filing[] => [
      { itemCode },
      ...conditions.map(({ code: conditionCode }) => ({ itemCode, conditionCode })),
    ]);
    const differing = filings.filter((filing) => formAsks(filing) !== filed(filing).desk.includes("danger"));
    expect(filings.length).toBeGreaterThan(300);
    expect(differing).toEqual([]);
  });
});
