import { describe, expect, it } from "vitest";
import { aDecision } from "../../../fixtures/build.ts";
import type { Opened } from "../../support/engines.ts";

export function describeSecrets(current: () => Opened): void {
  const store = () => current().store;
  const reportedBy = async (name: string, phone: string) => {
    const decision = { ...aDecision(), reporter: { name, phone } };
    await store().commit(decision);
    return decision.case.id;
  };

  describe("a reporter", () => {
    it("is sealed on the way in and opened on the way out", async () => {
      const id = await reportedBy("欧阳明珠", "13800005678");
      expect(await store().cases.reporter(id)).toEqual({ name: "欧阳明珠", phone: "13800005678" });
      expect(await store().secrets.bare()).toBe(0);
      expect(await store().secrets.waiting()).toBe(0);
    });

    it("is found by number, however it is written", async () => {
      const first = await reportedBy("甲", "13911110001");
      const second = await reportedBy("乙", "+86 139-1111-0001");
      await reportedBy("丙", "13911110002");
      const found = await store().cases.ofPhone("139 1111 0001", 10);
      expect(found.map(({ id }) => id)).toEqual([second, first]);
      expect(await store().cases.ofPhone("1391111000", 10)).toEqual([]);
    });

    it("from before sealing can be read, is counted, and is sealed without a bent record", async () => {
      const id = await reportedBy("司徒若兰", "13922223333");
      const key = `'${id}'`;
      await current().tamper(
        `update reporters set name = '司徒若兰', phone = '13922223333', phone_key = null where case_id = ${key}`,
      );
      expect(await store().secrets.bare()).toBe(1);
      expect(await store().cases.reporter(id)).toEqual({ name: "司徒若兰", phone: "13922223333" });
      expect(await store().secrets.reseal(10)).toBe(1);
      expect(await store().secrets.bare()).toBe(0);
      expect((await store().cases.ofPhone("13922223333", 10)).map((found) => found.id)).toEqual([id]);
      expect((await store().verify()).faults.filter(({ caseId }) => caseId === id)).toEqual([]);
    });

    it("that was put in the place of another is a bent row, not a fault of the server", async () => {
      const [first, second] = [await reportedBy("甲", "13800000001"), await reportedBy("乙", "13800000002")];
      await current().tamper(
        `update reporters set phone = (select name from reporters where case_id = '${first}') where case_id = '${second}'`,
      );
      expect((await store().cases.reporter(second))?.phone).toBe("\uFFFD");
      const faults = (await store().verify()).faults.filter(({ caseId }) => caseId === second);
      expect(faults).toMatchObject([{ kind: "row", field: "reporter" }]);
    });
  });
}
