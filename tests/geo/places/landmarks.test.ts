import { describe, expect, it } from "vitest";
import { county, find } from "./spoken.ts";

const landmark = (name: string) => county.landmarks.find((one) => one.name === name);

describe("a landmark in an address", () => {
  it.each([
    ["县医院东门", "莒县人民医院"],
    ["莒县人民医院对面", "莒县人民医院"],
    ["城阳街道县一中门口路灯不亮", "莒县第一中学"],
    ["文化广场西侧30米", "莒县文化广场"],
    ["招贤大集东头", "招贤农贸市场"],
    ["阎庄卫生院门口", "阎庄卫生院"],
    // By the rank that the township had before 2018, and as people call it
    ["浮来山镇卫生院", "浮来山卫生院"],
    ["店子集镇医院门口", "店子集卫生院"],
    ["城阳街道农贸市场", "城阳农贸市场"],
    ["小店镇加油站", "小店加油站"],
  ])("%s is by %s", (text, name) => {
    const [first] = find(text);
    expect(first).toMatchObject({ precision: "point", settled: landmark(name)?.cellCode });
  });

  it("beyond fifty metres settles its township only", () => {
    expect(find("县医院东200米")[0]).toMatchObject({ precision: "point", settled: "371122001" });
  });

  it("that merely sounds like one settles nothing", () => {
    expect(
      find("县衣院东门")
        .map(({ settled }) => settled)
        .filter(Boolean),
    ).toEqual([]);
  });

  it.each(["招贤镇政府门口", "城阳街道办事处"])("%s is the office, in its township", (text) => {
    expect(find(text)[0]?.code.slice(0, 9)).toBe(find(text.slice(0, 3))[0]?.code.slice(0, 9));
  });
});
