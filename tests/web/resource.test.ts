import { describe, expect, it } from "vitest";
import type { Answer } from "../../web/api.ts";
import { createResource } from "../../web/state/resource.ts";

describe("a resource", () => {
  it("keeps its old value while a newer one is under way, and after a problem", async () => {
    const answers: Answer<number>[] = [good(1), bad];
    const resource = createResource(() => Promise.resolve(answers.shift() ?? bad));
    await resource.load();
    expect(resource.value.value).toBe(1);
    await resource.load();
    expect(resource.value.value).toBe(1);
    expect(resource.problem.value?.detail).toBe("网络不通");
  });

  it("believes the newest question, not the slowest answer", async () => {
    const waiting: ((answer: Answer<number>) => void)[] = [];
    const resource = createResource<number>(() => new Promise((resolve) => waiting.push(resolve)));
    const first = resource.load();
    const second = resource.load();
    waiting[1]?.(good(2));
    waiting[0]?.(good(1));
    await Promise.all([first, second]);
    expect(resource.value.value).toBe(2);
    expect(resource.busy.value).toBe(false);
  });
});

const bad: Answer<number> = { kind: "problem", status: 0, code: "offline", detail: "网络不通", field: null };

function good(value: number): Answer<number> {
  return { kind: "answer", value, status: 200 };
}
