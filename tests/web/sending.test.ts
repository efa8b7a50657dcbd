import { describe, expect, it } from "vitest";
import type { ReportAnswer } from "../../server/domain/reportAnswers.ts";
import type { Problem } from "../../web/api.ts";
import { type Draft, newDraft } from "../../web/state/draft.ts";
import { afterAnswer, bodyOf, isDue, isOld, queued, stuckBy, waitAfter } from "../../web/state/sending.ts";

const draft: Draft = { ...newDraft("wangge1", 0), text: " 路灯不亮 ", point: { lng: 118.8, lat: 35.6 } };
const record = queued(draft, "gridWorker", 1000);
const receipt = { id: "c1", number: "20261120-00042" } as ReportAnswer;

describe("a report in the queue", () => {
  it("is tried again after 1, 2, 4 … seconds, at most every five minutes", () => {
    expect([1, 2, 3, 9, 10, 40].map(waitAfter)).toEqual([1000, 2000, 4000, 256_000, 300_000, 300_000]);
  });

  it.each([
    [0, "waiting"],
    [503, "waiting"],
    [507, "waiting"],
    [429, "waiting"],
    [401, "signIn"],
    [422, "refused"],
    [409, "refused"],
  ])("after an answer of %d is %s", (status, state) => {
    const after = afterAnswer(record, problem(status), 5000);
    expect(after.state).toBe(state);
    expect(after.problem).toBe("说明");
    expect(after.draft.text).toBe(draft.text);
  });

  it("waits before the next try, and sooner tries are refused", () => {
    const after = afterAnswer(record, problem(0), 5000);
    expect(isDue(after, 5999, "wangge1")).toBe(false);
    expect(isDue(after, 6000, "wangge1")).toBe(true);
  });

  it("is sent only for the person who wrote it", () => {
    expect(isDue(record, 1000, null)).toBe(false);
    expect(isDue(record, 1000, "xiangzhen1")).toBe(false);
    expect(isDue({ ...record, draft: { ...draft, by: null } }, 1000, "xiangzhen1")).toBe(true);
  });

  it("goes on by itself once the person has signed in again", () => {
    const expired = afterAnswer(record, problem(401), 5000);
    expect(isDue(expired, expired.nextTryAt, "wangge1")).toBe(true);
  });

  it.each([
    ["time and a line alone", record, "wangge1", "toSend"],
    ["time, while it is on its way", { ...record, state: "sending" }, "wangge1", "toSend"],
    ["its writer's expired sign-in", afterAnswer(record, problem(401), 5000), "wangge1", "signIn"],
    ["that nobody is signed in", record, null, "signIn"],
    [
      "what must be mended, though nothing else",
      afterAnswer(record, problem(422), 5000),
      "wangge1",
      "refused",
    ],
    ["that its writer is somebody else", afterAnswer(record, problem(422), 5000), "wangge2", "others"],
    ["nobody, when a resident wrote it", { ...record, draft: { ...draft, by: null } }, null, "toSend"],
  ] as const)("is kept by %s, and says so", (_, kept, who, by) => {
    expect(stuckBy(kept, who)).toBe(by);
  });

  it("is kept by nothing once it has arrived", () => {
    const arrived = afterAnswer(record, { kind: "answer", value: receipt, status: 201 }, 9000);
    expect(stuckBy(arrived, "wangge2")).toBeNull();
  });

  it("that is too large is kept to be mended, in the server's words", () => {
    expect(afterAnswer(record, { ...problem(413), detail: "照片太大" }, 5000)).toMatchObject({
      state: "refused",
      problem: "照片太大",
      draft: { text: draft.text },
    });
  });

  it("that has arrived keeps nothing of the reporter, and of a confidential one not even its words", () => {
    const told = { ...draft, name: "李四", phone: "13800005678", address: "城阳街 3 号", onBehalf: true };
    const arrive = (sent: Draft) =>
      JSON.stringify(
        afterAnswer({ ...record, draft: sent }, { kind: "answer", value: receipt, status: 201 }, 0),
      );
    expect(arrive(told)).not.toMatch(/李四|13800005678|城阳街|118\.8/);
    expect(arrive(told)).toContain("路灯不亮");
    expect(arrive({ ...told, confidential: true })).not.toContain("路灯不亮");
  });

  it("keeps its receipt for seven days, without the photos", () => {
    const photo = { key: "p", blob: new Blob(["x"]), sentId: "abc" };
    const sent = afterAnswer(
      { ...record, draft: { ...draft, photos: [photo] } },
      { kind: "answer", value: receipt, status: 201 },
      0,
    );
    expect(sent).toMatchObject({ state: "sent", receipt, problem: null, draft: { photos: [] } });
    expect(isOld(sent, 7 * 86_400_000)).toBe(false);
    expect(isOld(sent, 7 * 86_400_000 + 1)).toBe(true);
  });
});

describe("the body of a report", () => {
  const nameOf = () => "照明设施故障";

  it("carries the id made on the phone and nothing that was left empty", () => {
    expect(bodyOf(record, nameOf)).toEqual({
      id: draft.id,
      text: "路灯不亮",
      channel: "gridWorker",
      point: { lng: 118.8, lat: 35.6 },
      photos: [],
    });
  });

  it("takes the name of the chosen item where no words were written", () => {
    const wordless = { ...record, draft: { ...draft, text: " ", itemCode: "020105" } };
    expect(bodyOf(wordless, nameOf)).toMatchObject({ text: "照明设施故障", itemCode: "020105" });
  });

  it("names a reporter only where one is given", () => {
    const changes = { onBehalf: true, phone: "13812345678", confidential: true };
    const told = { ...record, draft: { ...draft, ...changes } };
    expect(bodyOf(told, nameOf)).toMatchObject({
      onBehalf: true,
      reporter: { phone: "13812345678", confidential: true },
    });
  });

  it("names nobody when the officer changed their mind about reporting for somebody", () => {
    const told = { ...record, draft: { ...draft, onBehalf: false, phone: "13812345678" } };
    expect(bodyOf(told, nameOf)).not.toHaveProperty("reporter");
  });

  it("carries what was solved on the spot, with the ids of its photos", () => {
    const photosAfter = [{ key: "a", blob: new Blob(["x"]), sentId: "f".repeat(64) }];
    const told = { ...record, draft: { ...draft, solved: true, result: " 已清理 ", photosAfter } };
    expect(bodyOf(told, nameOf)).toMatchObject({
      solvedOnSpot: { result: "已清理", photosAfter: ["f".repeat(64)] },
    });
  });
});

function problem(status: number): Problem {
  return { kind: "problem", status, code: "x", detail: "说明", field: null };
}
