import { describe, expect, it } from "vitest";
import { metresBetween } from "../../../geo/near.ts";
import { find } from "./spoken.ts";

describe("a text that names one place", () => {
  it.each([
    ["龙山镇西楼村村委会对面", "龙山镇西楼村", "village", "371122109256001"],
    ["山东省日照市莒县龙山镇西楼村", "龙山镇西楼村", "village", "371122109256001"],
    ["反映龙山镇 西楼村 路灯不亮", "龙山镇西楼村", "village", "371122109256001"],
    ["陵阳镇大河北村", "陵阳街道大河北村", "village", "371122003253007"],
    ["阎庄街道办事处门口", "阎庄街道办事处", "point", "371122005251004"],
    ["店子集街道沟头新村村委会", "店子集街道沟头新村", "community", "371122002257"],
  ])("%s is placed there", (text, name, precision, settled) => {
    expect(find(text)[0]).toMatchObject({ name, precision, heard: "spelled", settled });
  });

  it("is no more than a township when that is all the text says", () => {
    expect(find("招贤镇集市上垃圾没人清")).toMatchObject([{ name: "招贤镇", code: "371122102" }]);
  });

  it("is found behind a picture", () => {
    expect(find("😀龙山镇西楼村")[0]?.settled).toBe("371122109256001");
  });

  it("names nothing when it names nothing", () => {
    expect(find("路灯不亮三天了")).toEqual([]);
    expect(find("")).toEqual([]);
  });
});

describe("a crossing of two roads", () => {
  it("is a point with the direction and the metres counted in", () => {
    const [at] = find("县城振兴路与莒州路交叉口");
    const [east] = find("县城振兴路与莒州路交叉口东50米");
    expect(east).toMatchObject({ name: "振兴路与莒州路交叉口东50米", precision: "point", heard: "spelled" });
    expect(at && east && metresBetween(at.point, east.point)).toBeCloseTo(50, 0);
    expect(east && at && east.point.lng > at.point.lng).toBe(true);
  });

  it.each([
    ["振兴路莒州路路口", "振兴路与莒州路交叉口"],
    ["莒州路和振兴路交汇处往北一百二十米", "莒州路与振兴路交叉口往北一百二十米"],
    ["振兴路与莒州路叉口东南80米", "振兴路与莒州路交叉口东南80米"],
    ["振兴路跟莒州路的十字路口往西100米", "振兴路与莒州路交叉口往西100米"],
    ["振兴路、莒州路十字路口西南角", "振兴路与莒州路交叉口西南角"],
  ])("%s is understood", (text, name) => {
    expect(find(text)[0]?.name).toBe(name);
  });

  it("is settled as far as the circle of doubt lies in one area", () => {
    const settled = find("振兴路与莒州路交叉口")[0]?.settled ?? "";
    expect(settled.slice(0, 9)).toBe("371122001");
  });

  it("of which one road is misspelled is shown but not settled", () => {
    expect(find("震兴路与莒州路交叉口")[0]).toMatchObject({
      name: "振兴路与莒州路交叉口",
      heard: "sounded",
      settled: "",
    });
  });

  it("is a street when the roads do not meet, and a street is not settled", () => {
    expect(find("振兴路路灯不亮")[0]).toMatchObject({ name: "振兴路", precision: "street", settled: "" });
  });
});

describe("a text that may mean several places", () => {
  it("offers each village of that name and settles none", () => {
    const guesses = find("东杨家庄子村道路坑洼");
    expect(guesses.map(({ name }) => name)).toEqual(["浮来山街道东杨家庄子村", "棋山镇东杨家庄子村"]);
    expect(guesses.map(({ settled }) => settled)).toEqual(["", ""]);
  });

  it("settles the village once its township is named", () => {
    expect(find("棋山镇东杨家庄子村道路坑洼")[0]?.settled).toBe("371122116286007");
  });

  it("settles nothing when township and village contradict each other", () => {
    const guesses = find("阎庄镇西楼村村委会对面");
    expect(guesses.map(({ name }) => name)).toEqual(["阎庄街道", "龙山镇西楼村"]);
    expect(guesses.map(({ settled }) => settled)).toEqual(["", ""]);
  });

  it("settles nothing when two townships are named", () => {
    expect(find("从龙山镇到招贤镇的路上").map(({ settled }) => settled)).toEqual(["", ""]);
  });
});

describe("a misspelled name", () => {
  it.each([
    ["冬陈家楼村", "城阳街道东陈家楼村"],
    ["搭河北村", "陵阳街道大河北村"],
  ])("%s is found by its sound and left to a person", (text, name) => {
    expect(find(text)[0]).toMatchObject({ name, heard: "sounded", settled: "" });
  });

  it("settles the township that is spelled beside it", () => {
    expect(find("龙山镇西搂村村委会对面")[0]).toMatchObject({
      name: "龙山镇西楼村",
      code: "371122109256001",
      settled: "371122109",
    });
  });
});

describe("a name cut out of a longer word", () => {
  it("is offered but not settled", () => {
    const [guess] = find("北城陈家楼小区");
    expect(guess?.settled ?? "").toBe("");
  });
});
