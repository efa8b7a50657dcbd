/** What is wrong with the house itself (disk, clock, record), told to those who can do something about it. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Role } from "../../server/domain/case.ts";
import type { HouseAnswer } from "../../server/domain/houseAlarms.ts";
import { ask, post, type Problem } from "../api.ts";
import { houseWords } from "../houseWords.ts";
import { account } from "../state/session.ts";
import { Hint, ProblemNotice } from "./Notice.tsx";

const told: ReadonlySet<Role> = new Set(["centre", "leader", "admin"]);
const REST = 30_000;

const house = signal<HouseAnswer | null>(null);
const problem = signal<Problem | null>(null);

async function look(): Promise<void> {
  const answer = await ask<HouseAnswer>("/api/house");
  // Without a line the page itself says so
  if (answer.kind === "answer") house.value = answer.value;
}

async function confirmClock(): Promise<void> {
  const answer = await post<HouseAnswer>("/api/house/clock", { right: true });
  problem.value = answer.kind === "problem" ? answer : null;
  if (answer.kind === "answer") house.value = answer.value;
}

export function HouseNotice() {
  const role = account.value?.role;
  const isTold = role !== undefined && told.has(role);
  useEffect(() => {
    if (!isTold) return undefined;
    void look();
    const timer = setInterval(() => void look(), REST);
    return () => clearInterval(timer);
  }, [isTold]);
  if (!isTold) return null;
  return (
    <>
      {problem.value && <ProblemNotice problem={problem.value} />}
      {(house.value?.alarms ?? []).map(({ kind, sentence, confirms }) => (
        <Hint key={kind} tone="warn">
          {sentence}
          {confirms && (
            <button type="button" class="button" onClick={() => void confirmClock()}>
              {houseWords.clockIsRight}
            </button>
          )}
        </Hint>
      ))}
    </>
  );
}
