import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openOffice } from "../support/terminal.ts";

const heading = "标识码,名称,权属单位,经度,纬度";

describe("huying components import", () => {
  it("judges every row, stores the good ones, and finds nothing to do the second time", async () => {
    const office = openOffice({ DEMO: "on" });
    const file = join(office.folder, "路灯.csv");
    const rows = [
      "3711220137900001,试验灯,市政中心,118.835,35.585",
      "3711220137900002,试验灯,灯具厂,118.835,35.585",
      "3711220137900003,海里的灯,市政中心,121.5,31.2",
      "3711220137900004,写反的灯,市政中心,35.585,118.835",
    ];
    writeFileSync(file, [heading, ...rows].join("\n"));
    const first = await office.run("components", "import", file, "--datum", "wgs84", "--json");
    expect(first.code).toBe(1);
    expect(JSON.parse(first.out)).toMatchObject({
      rows: 4,
      added: 1,
      stored: true,
      faults: [
        { line: 3, kind: "owner" },
        { line: 4, kind: "outside" },
        { line: 5, kind: "swapped" },
      ],
      offers: [{ kind: "swapped", rows: 1 }],
      turned: 0,
    });
    const exchanged = await office.run("components", "import", file, "--datum", "wgs84", "--swap", "--json");
    expect(JSON.parse(exchanged.out)).toMatchObject({ added: 1, turned: 1, offers: [] });
    writeFileSync(file, [heading, rows[0]].join("\n"));
    const again = await office.run("components", "import", file, "--datum", "wgs84");
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toContain("新增 0，更新 0，没有变化 1，有问题 0 处");
  });

  it("asks for the datum, and for a file that is there", async () => {
    const office = openOffice();
    expect(await office.run("components", "import", "a.csv")).toMatchObject({ code: 2 });
    const missing = await office.run("components", "import", "a.csv", "--datum", "wgs84");
    expect(missing.code).toBe(3);
    expect(missing.err).toContain("没有这个文件");
  });
});
