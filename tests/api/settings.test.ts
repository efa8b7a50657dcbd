import { expect, it } from "vitest";
import { isMistakes, readConfig } from "../../server/config.ts";
import type { SettingsAnswer } from "../../server/domain/settingAnswers.ts";
import { openHouse } from "../support/app.ts";

it("tells the settings of the house to those who keep it, and to nobody else", async () => {
  const house = await openHouse();
  const answer = await (await house.as("admin")).get("/api/settings");
  const { settings, engine } = (await answer.json()) as SettingsAnswer;
  expect(engine).toBe("sqlite");
  expect(settings.find(({ name }) => name === "BACKUP_HOURS")).toMatchObject({ value: "1", given: false });
  expect((await (await house.as("township")).get("/api/settings")).status).toBe(403);
});

it("shows no secret", () => {
  const config = readConfig({
    DATABASE_URL: "postgres://huying:geheim@db/huying",
    OIDC_ISSUER: "https://id.example.gov.cn",
    OIDC_CLIENT_ID: "huying",
    OIDC_CLIENT_SECRET: "geheim",
    PUBLIC_URL: "https://huying.example.gov.cn",
  });
  if (isMistakes(config)) throw new Error(config.sentences.join());
  expect(JSON.stringify(config.shown)).not.toContain("geheim");
  expect(config.shown.find(({ name }) => name === "DATABASE_URL")?.value).toBe("postgres://…@db/huying");
});
