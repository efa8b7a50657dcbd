import { describe, expect, it } from "vitest";
import { known, named } from "../../server/shapes/common.ts";
import { createApp } from "../../server/app.ts";
import { openHouse } from "../support/app.ts";

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

describe("the API document", () => {
  it("is the reviewed one in docs/openapi.json", async () => {
    const house = await openHouse();
    const document = await (await house.nobody.get("/openapi.json")).json();
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot("../../docs/openapi.json");
  });

  it("names every route that answers", async () => {
    const house = await openHouse();
    const { paths } = (await (await house.nobody.get("/openapi.json")).json()) as Document;
    const named = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const answered = createApp(house.deps)
      .routes.filter((route) => route.method !== "ALL")
      .map((route) => `${route.method} ${route.path.replaceAll(/:(\w+)/g, "{$1}")}`);
    const ofTheReader = ["GET /docs/start.js", "GET /docs/{asset}"];
    expect([...new Set(named), ...ofTheReader].sort()).toEqual([...new Set(answered)].sort());
  });

  it("can be read offline", async () => {
    const house = await openHouse();
    const page = await (await house.nobody.get("/docs")).text();
    expect(page).not.toMatch(/https?:\/\//);
    const script = await house.nobody.get("/docs/swagger-ui-bundle.js");
    expect(script.headers.get("Content-Type")).toContain("javascript");
    expect(await (await house.nobody.get("/docs/start.js")).text()).toContain("validatorUrl: null");
  });

  it("has no two shapes of one name", () => {
    expect(() => known("Named", named)).toThrow("Two shapes are named Named.");
  });
});
