/** A page of the worklist against a prepared select of the newest rows. */
import { join } from "node:path";
import { connect } from "../../db/connect.ts";
import type { Page } from "../../db/store.ts";
import type { Scope } from "../../server/domain/permit.ts";
import { takeIn } from "../../server/intake.ts";
import { benchNow, benchReports, openBenchHouse } from "./house.ts";
import { compare, measure, type Ratio } from "./rounds.ts";

const pages: readonly { readonly name: string; readonly scope: Scope; readonly page: Page }[] = [
  {
    name: "page of 50, all, newest",
    scope: { kind: "all" },
    page: { sort: "newest", after: null, limit: 50 },
  },
  {
    name: "page of 50, a township, newest",
    scope: { kind: "township", township: "371122001", account: "nobody" },
    page: { sort: "newest", after: null, limit: 50 },
  },
  {
    name: "page of 50, all, by deadline",
    scope: { kind: "all" },
    page: { sort: "due", after: null, limit: 50 },
  },
];

const READS = 400;

export async function benchLists(rounds: number, amount: number): Promise<readonly Ratio[]> {
  const { deps, folder, close } = openBenchHouse();
  const sender = { id: "import", role: "system", unit: null, cells: [] } as const;
  await Promise.all(benchReports(amount, "list").map((report) => takeIn(report, sender, deps)));
  const sqlite = connect(join(folder, "huying.db"));
  const newest = sqlite.prepare("select * from cases order by id desc limit 50");
  const ratios: Ratio[] = [];
  for (const { name, scope, page } of pages) {
    const ratio = await compare(name, rounds, {
      ours: () =>
        measure(READS, async () => {
          for (let n = 0; n < READS; n += 1) await deps.store.cases.list(scope, {}, page, benchNow);
        }),
      raw: () =>
        measure(READS, () => {
          for (let n = 0; n < READS; n += 1) newest.all();
        }),
    });
    ratios.push(ratio);
  }
  sqlite.close();
  await close();
  return ratios;
}
