/** GET /openapi.json, and GET /docs to read it with: everything from this house, nothing from elsewhere. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Hono } from "hono";
import { generateSpecs } from "hono-openapi";
import type { App } from "../appEnv.ts";
import { documentOptions, note } from "../openapi.ts";
import { doorProblem } from "../problem.ts";

const assets: Readonly<Record<string, string>> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
};

export function documentRoutes(app: Hono<App>): Hono<App> {
  let document: ReturnType<typeof generateSpecs> | undefined;
  return new Hono<App>()
    .get(
      "/openapi.json",
      note({ tag: "系统", summary: "接口说明（OpenAPI 3.1）", type: "application/json", open: true }),
      async (c) => {
        document ??= generateSpecs(app, documentOptions);
        return c.json(await document);
      },
    )
    .get("/docs", note({ tag: "系统", summary: "接口说明网页", type: "text/html", open: true }), (c) => {
      // The reader sets styles on its elements; only this page may
      c.header("Content-Security-Policy", docsPolicy);
      return c.html(page);
    })
    .get("/docs/start.js", (c) => c.body(start, 200, { "Content-Type": "text/javascript; charset=utf-8" }))
    .get("/docs/:asset", async (c) => {
      const name = c.req.param("asset");
      const type = assets[name];
      if (type === undefined) return doorProblem(c, "noSuchPage");
      const path = createRequire(import.meta.url).resolve(`swagger-ui-dist/${name}`);
      return c.body(await readFile(path, "utf8"), 200, { "Content-Type": type });
    });
}

const docsPolicy =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; frame-ancestors 'none'";

const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>呼应 接口说明</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<div id="document"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
`;

const start = `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#document", validatorUrl: null });\n`;
