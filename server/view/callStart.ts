/** What a township sees before it starts a call: whom the duty list names, who may start which level, how limits would fall. */
import type { Named } from "../domain/named.ts";
import type { Call, CallClockKind } from "../domain/call/call.ts";
import type { CallStartAnswer } from "../domain/call/callAnswers.ts";
import { budgetOf } from "../domain/call/callClocks.ts";
import type { Caller } from "../domain/call/callScope.ts";
import type { CallWorld } from "../domain/call/callWorld.ts";
import { forbidsLevel, leadsByList } from "../domain/call/launch.ts";
import type { Case } from "../domain/case.ts";
import type { CallLevel } from "../domain/reference.ts";
import { deadline } from "../domain/worktime.ts";
import { sentenceOf } from "../refusalSentence.ts";
import type { Names } from "./names.ts";
import { itemCodeOf } from "./suggested.ts";

export interface StartMaterial {
  readonly case: Case | null;
  readonly running: Call | null;
  /** The line that was chosen; the case's own without one. */
  readonly itemCode: string | null;
  readonly needsApproval: boolean;
}

const shownKinds: readonly CallClockKind[] = ["sign", "contact", "onSite", "done"];

export function callStartAnswer(
  { case: found, running, itemCode, needsApproval }: StartMaterial,
  caller: Caller,
  { world, names }: { readonly world: CallWorld; readonly names: Names },
): CallStartAnswer {
  const { reference, ears, now } = world;
  const code = itemCode ?? (found && itemCodeOf(found));
  const item = code === null ? null : reference.taxonomy.lookUp(code);
  const leads = item ? leadsByList(item.code, reference) : [];
  const assists = (item?.assistUnits ?? []).filter(
    (unit) => reference.unitsByCode.get(unit)?.level === "county",
  );
  const heard = (unit: string) => ({ ...named(unit, names), heard: ears.unit(unit) });
  return {
    case: found && {
      id: found.id,
      number: found.number,
      text: found.text,
      address: found.address,
      confidential: found.confidential,
    },
    running: running && { id: running.id, number: running.number },
    item: item && { code: item.code, name: item.name },
    suggestedLevel: item?.callLevel ?? "daily",
    leads: leads.map((unit) => ({
      ...heard(unit),
      when: item?.routing.find((hint) => hint.unit === unit)?.when ?? null,
    })),
    assists: assists.map(heard),
    levels: reference.calls.map((level) => ({
      code: level.code,
      basis: level.basis,
      ...mayStart(level.code),
      waits: needsApproval && level.code !== "emergency" && !caller.posts.includes("chief"),
      limits: limitsOf(level.code),
    })),
    now,
  };

  function mayStart(level: CallLevel["code"]) {
    const no = forbidsLevel(level, caller, reference);
    return { may: no === null, why: no === null ? null : sentenceOf(no) };
  }

  /** As they would fall for whoever would lead. */
  function limitsOf(level: CallLevel["code"]) {
    const calendar = world.calendars.of(leads[0] ?? null);
    return shownKinds.map((kind) => {
      const budget = budgetOf(kind, { level, itemCode: item?.code ?? null }, reference);
      return { kind, budget, dueAt: deadline(now, budget, calendar) };
    });
  }
}

function named(code: string, names: Names): Named {
  return names.holder(code) ?? { code, name: code };
}
