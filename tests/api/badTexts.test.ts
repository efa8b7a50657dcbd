import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { ClassifyAnswer } from "../../server/domain/readerAnswers.ts";
import type { ProblemAnswer } from "../../server/domain/ruleAnswers.ts";
import { lightReport, openHouse } from "../support/app.ts";
import { badTexts } from "../support/badTexts.ts";

describe("a text that is hard to read, sent to the API", () => {
  it("is answered with why it is not sure, or refused by length with the number of characters", async () => {
    const house = await openHouse({ learns: true });
    for (const { name, text } of badTexts) {
      const answer = await house.nobody.post("/api/classify", { text });
      if (text.length > 2000) {
        const { field, detail } = (await answer.json()) as ProblemAnswer;
        expect([answer.status, field], name).toEqual([422, "text"]);
        expect(detail).toContain(`${text.length} 个字`);
        expect(detail).toContain("最多 2000 个字");
        continue;
      }
      expect(answer.status, name).toBe(200);
      const { sure, why } = (await answer.json()) as ClassifyAnswer;
      expect(why === null, name).toBe(sure);
    }
  });

  it("is reported and kept as it was sent, or refused by name; a person finds what is unsure on the desk", async () => {
    const house = await openHouse({ learns: true });
    const [worker, desk] = [await house.as("gridWorker"), await house.as("township")];
    for (const { name, text } of badTexts) {
      const answer = await worker.post(
        "/api/reports",
        lightReport({ text, id: `bad-${name.length}-${text.length}` }),
      );
      const isBlank = text.trim() === "";
      if (isBlank || text.length > 2000) {
        expect([answer.status, ((await answer.json()) as ProblemAnswer).field], name).toEqual([422, "text"]);
        continue;
      }
      expect(answer.status, name).toBe(201);
      const { id } = (await answer.json()) as { readonly id: string };
      const found = (await (await desk.get(`/api/cases/${id}`)).json()) as CaseAnswer;
      expect(found.text, name).toBe(text);
      if (!found.reading.sure) expect(found.desk.length, name).toBeGreaterThan(0);
    }
  });

  it("is told from control characters, which no database keeps", async () => {
    const house = await openHouse();
    for (const text of ["路灯\u0000坏了", "\uD83D路灯坏了"]) {
      const answer = await house.nobody.post("/api/classify", { text });
      expect(answer.status).toBe(422);
      expect(((await answer.json()) as ProblemAnswer).detail).toContain("不含控制字符的文字");
    }
  });
});
