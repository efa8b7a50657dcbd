import { readdirSync, readFileSync } from "node:fs";
import { build, type Rolldown } from "vite";
import { describe, expect, it } from "vitest";
import { contrast, pairs } from "../../web/gallery/contrast.ts";
import { excepted } from "../../web/gallery/excepted.ts";

const parts = readdirSync("web/parts")
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => file.replace(".tsx", ""));

const exhibits = "web/gallery/exhibits";
const shown = readdirSync(exhibits)
  .map((file) => readFileSync(`${exhibits}/${file}`, "utf8"))
  .flatMap((source) => [...source.matchAll(/part: "(\w+)"/gu)].map(([, part = ""]) => part));

describe("the gallery", () => {
  it("shows every part, or says why not", () => {
    expect(parts.filter((part) => !shown.includes(part) && excepted[part] === undefined)).toEqual([]);
  });

  it("shows and excepts nothing that is not there, and nothing twice", () => {
    expect([...shown, ...Object.keys(excepted)].filter((part) => !parts.includes(part))).toEqual([]);
    expect(shown.filter((part) => excepted[part] !== undefined)).toEqual([]);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it("holds at least thirty parts", () => {
    expect(shown.length).toBeGreaterThanOrEqual(30);
  });

  it("is in no build of the product", async () => {
    const built = await build({ configFile: "vite.config.ts", logLevel: "error", build: { write: false } });
    const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
    const modules = output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
    expect(modules.some((id) => id.includes("/web/pages/"))).toBe(true);
    expect(modules.filter((id) => id.includes("/web/gallery/"))).toEqual([]);
  });
});

/** Values of the colours in a theme: those of the day, and what the theme says otherwise. */
function colours(theme: string): ReadonlyMap<string, string> {
  const css = readFileSync("web/style/tokens.css", "utf8");
  const block = (selector: string) => css.split(`${selector} {`)[1]?.split("\n}")[0] ?? "";
  const read = (text: string) =>
    [...text.matchAll(/--([\w-]+):\s*(#[\da-f]{6})/giu)].map(
      ([, name = "", hex = ""]) => [name, hex] as const,
    );
  return new Map([...read(block(":root")), ...read(block(`:root[data-theme="${theme}"]`))]);
}

describe.each(["day", "care", "wall"])("colours of the theme %s", (theme) => {
  it("stand out from the grounds they are used on", () => {
    const known = colours(theme);
    const short = pairs
      .map(({ ink, ground, least }) => ({
        pair: `${ink} on ${ground}`,
        ratio: contrast(known.get(ink) ?? "", known.get(ground) ?? ""),
        least,
      }))
      .filter(({ ratio, least }) => !(ratio >= least));
    expect(short).toEqual([]);
  });
});

describe("contrast", () => {
  it("is that of WCAG 2.1", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrast("#777", "#fff")).toBe(contrast("#777777", "#ffffff"));
    expect(contrast("#ffffff", "#ffffff")).toBe(1);
  });
});
