/** Tiles of the county's own archive (MAP_TILES=….pmtiles), by range from the file: a base map without internet. */
import { Hono } from "hono";
import type { App } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import { note } from "../openapi.ts";
import { problem } from "../problem.ts";
import { openTileArchive, type TileArchive } from "../tileArchive.ts";

const DEEPEST_ZOOM = 24;

export function tileRoutes({ config, log }: Deps): Hono<App> {
  let archive: Promise<TileArchive | null> | null = null;

  async function opened(path: string): Promise<TileArchive | null> {
    const found = await openTileArchive(path);
    if (!("fault" in found)) return found;
    log("tiles.unusable", { fault: found.fault });
    return null;
  }

  return new Hono<App>().get(
    "/tiles/:z/:x/:y",
    note({
      tag: "地图",
      summary: "底图瓦片",
      description:
        "MAP_TILES 设为本机的 .pmtiles 文件时有；没有设置或没有这一块则 404，地图照常由自绘底图显示。",
      params: { z: "缩放级别", x: "列", y: "行" },
      type: "image/png",
      refusals: [404],
      open: true,
    }),
    async (c) => {
      const [z = -1, x = -1, y = -1] = ["z", "x", "y"].map((name) => wholeNumber(c.req.param(name)));
      const isTile = z >= 0 && z <= DEEPEST_ZOOM && x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z;
      if (config.tileArchive === null || !isTile) return problem(c, refuse("notFound"));
      archive ??= opened(config.tileArchive);
      const found = await archive;
      const bytes = (await found?.tile(z, x, y)) ?? null;
      if (found === null || bytes === null) return problem(c, refuse("notFound"));
      c.header("Cache-Control", "private, max-age=86400");
      return c.body(new Uint8Array(bytes), 200, { "content-type": found.type });
    },
  );
}

function wholeNumber(text: string | undefined): number {
  return /^\d{1,8}$/u.test(text ?? "") ? Number(text) : -1;
}
