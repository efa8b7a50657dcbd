/** From a finding to a case: somebody goes and looks before anybody complains (未诉先办). It takes the one path of all reports. */
import type { StoredFinding } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import { findingSentence } from "../domain/analysis/words.ts";
import { type Actor, type Refusal, refuse } from "../domain/case.ts";
import { componentNamed } from "../components/named.ts";
import { takeIn } from "../intake.ts";

/** @returns the id of the new case; `stale` when somebody decided the finding first. */
export async function openTask(
  found: StoredFinding,
  actor: Actor,
  deps: Deps,
): Promise<{ readonly kind: "opened"; readonly id: string } | Refusal> {
  if (found.state !== "open") return refuse("stale");
  const { store, clock, names } = deps;
  const component = await componentNamed(found.component, deps);
  const nameOf = (code: string) =>
    code === found.component ? (component?.kept.name ?? code) : names.any(code);
  const item = found.subject !== null && found.subject.length === 6 ? found.subject : null;
  const taken = await takeIn(
    {
      id: `finding-${clock.now()}-${hashOf(found.id)}`,
      text: `【研判巡查】${findingSentence(found, nameOf)}。请到现场巡查核实，查明原因，一次办好。`,
      channel: actor.role === "township" ? "township" : "centre",
      point: component?.point ?? (found.point && { ...found.point, datum: "wgs84" }),
      address: null,
      photos: [],
      itemCode: item ?? (await commonItem(found, deps)),
      reporter: null,
      confidential: false,
      ...(component === null ? {} : { component: component.kept }),
    },
    actor,
    deps,
  );
  if (taken.kind === "refusal") return taken;
  const decision = { state: "tasked", by: actor.id, at: clock.now(), reason: null, note: null } as const;
  await store.findings.decide(found.id, { ...decision, taskCase: taken.answer.id });
  return { kind: "opened", id: taken.answer.id };
}

/** The item that most of its cases have: a patrol wants one matter, the class alone is none. */
async function commonItem({ cases }: StoredFinding, { store }: Deps): Promise<string | null> {
  const looked = await Promise.all(cases.slice(0, 50).map((id) => store.cases.byId(id)));
  const times = new Map<string, number>();
  for (const row of looked) if (row?.itemCode) times.set(row.itemCode, (times.get(row.itemCode) ?? 0) + 1);
  const [most] = [...times].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}

/** FNV-1a: ids of findings hold signs that ids of reports may not. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
