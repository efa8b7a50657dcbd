/** Who hears of what happens on a call. */
import { taking, type Call, type CallNotice } from "./call.ts";
import type { CallAction } from "./callMoves.ts";
import { type CallWorld, toAccounts, toUnit } from "./callWorld.ts";

/** A new call: its departments, or whoever must first approve it or name a lead. */
export function launchNotices(call: Call, world: CallWorld): readonly CallNotice[] {
  switch (call.state) {
    case "asked":
      return toAccounts(call, "ask", world.ears.heads(call.township), world);
    case "uncaught":
      return [toUnit(call, "uncaught", world.reference.superviseUnit, world)];
    default:
      return call.answers.map(({ unit }) => toUnit(call, "launch", unit, world));
  }
}

/** After an act: the other side, and everybody whose turn has come. */
export function actNotices(
  action: CallAction,
  before: Call,
  call: Call,
  world: CallWorld,
): readonly CallNotice[] {
  const township = () => toUnit(call, action, call.township, world);
  const isNews = call.state !== before.state;
  switch (action) {
    case "approve":
    case "catch":
      return [township(), ...launchNotices(call, world)];
    case "withdraw":
      return [township()];
    case "decline":
      return [township(), toUnit(call, action, world.reference.superviseUnit, world)];
    case "sign":
    case "contact":
    case "arrive":
      return [township()];
    case "finish":
      return isNews
        ? [township(), ...taking(call).map(({ unit }) => toUnit(call, "cosign", unit, world))]
        : [township()];
    case "cosign":
      return isNews
        ? [township(), ...taking(call).map(({ unit }) => toUnit(call, "rateTownship", unit, world))]
        : [];
    default:
      return [];
  }
}
