/** The form that starts a call: what the county proposes, what the township chose, and the launch itself. */
import { computed, effect, signal } from "@preact/signals";
import type { CallAnswer, CallStartAnswer } from "../../server/domain/call/callAnswers.ts";
import type { CallLevel } from "../../server/domain/reference.ts";
import { type Answer, ask, type Problem, post, queryOf } from "../api.ts";
import { callText } from "../callText.ts";
import { randomUUID } from "./ids.ts";
import { filledOver, keepIn, keptIn } from "./keptForm.ts";
import { createResource } from "./resource.ts";
import { learnTime } from "./serverTime.ts";
import { say } from "./toast.ts";

/** 清单外: chosen where the list has no line. */
export const OUTSIDE = "outside";

export type CallStartModel = ReturnType<typeof createCallStart>;

export function createCallStart(caseId: string | null) {
  // Made once for the form: pressing twice launches once.
  const id = randomUUID();
  /** null: not chosen by hand, the case's own is proposed. */
  const itemCode = signal<string | null>(null);
  /** null: not chosen by hand, the one of the line is proposed where this person may start it. */
  const chosenLevel = signal<CallLevel["code"] | null>(null);
  const lead = signal<string | null>(null);
  const assist = signal<readonly string[]>([]);
  const place = `calls.new.${caseId ?? ""}`;
  const kept = keptIn(place);
  const keptText = (name: string) => (typeof kept?.[name] === "string" ? kept[name] : "");
  const text = signal(keptText("text"));
  const address = signal(keptText("address"));
  const doneBefore = signal(keptText("doneBefore"));
  const sending = signal(false);
  const problem = signal<Problem | null>(null);
  /** Pressed before a line was chosen: no line is not the same as outside the list. */
  const unchosen = signal(false);
  const isOutside = computed(() => itemCode.value === OUTSIDE);
  const start = createResource<CallStartAnswer>(() => {
    const wanted = itemCode.peek() === OUTSIDE ? null : itemCode.peek();
    return ask(`/api/calls/start${queryOf({ caseId, itemCode: wanted })}`);
  });
  /** What the case says by itself comes again by itself. */
  effect(() => {
    const told = { text: start.value.value?.case?.text, address: start.value.value?.case?.address };
    const written = { text: text.value, address: address.value, doneBefore: doneBefore.value };
    keepIn(place, filledOver(told, written));
  });
  const level = computed(() => chosenLevel.value ?? proposedLevel(start.value.value));

  /** What is proposed takes the place of what was proposed before; words that a person wrote stay. */
  async function load(): Promise<void> {
    await start.load();
    const told = start.value.peek();
    if (!told) return;
    learnTime(told.now);
    const outside = isOutside.peek();
    lead.value = outside ? null : (told.leads[0]?.code ?? null);
    assist.value = outside ? [] : told.assists.map(({ code }) => code).filter((code) => code !== lead.peek());
    if (text.peek() === "") text.value = told.case?.text ?? "";
    if (address.peek() === "") address.value = told.case?.address ?? "";
  }

  async function choose(code: string): Promise<void> {
    itemCode.value = code === "" ? null : code;
    unchosen.value = false;
    await load();
  }

  function setLead(code: string | null): void {
    lead.value = code;
    assist.value = assist.peek().filter((unit) => unit !== code);
  }

  /** 已做工作: pressed sentences follow one another; a second press of the same adds nothing. */
  function addDone(sentence: string): void {
    const before = doneBefore.peek().trim();
    if (before.includes(sentence)) return;
    doneBefore.value =
      before === "" || /[。；，]$/.test(before) ? before + sentence : `${before}；${sentence}`;
  }

  /** @returns the call; null when it was refused (see `problem`). */
  async function launch(): Promise<CallAnswer | null> {
    unchosen.value = !isOutside.peek() && !start.value.peek()?.item;
    if (sending.peek() || unchosen.peek()) return null;
    sending.value = true;
    const answer: Answer<CallAnswer> = await post("/api/calls", {
      id,
      caseId,
      level: level.peek(),
      itemCode: isOutside.peek() ? null : (start.value.peek()?.item?.code ?? null),
      lead: isOutside.peek() ? null : lead.peek(),
      assist: assist.peek(),
      text: text.peek(),
      address: filled(address.peek()),
      doneBefore: filled(doneBefore.peek()),
    });
    sending.value = false;
    problem.value = answer.kind === "problem" ? answer : null;
    if (answer.kind === "problem") return null;
    keepIn(place, null);
    say(callText.launch.done(answer.value.number));
    return answer.value;
  }

  return {
    start,
    itemCode,
    level,
    chosenLevel,
    lead,
    assist,
    text,
    address,
    doneBefore,
    addDone,
    sending,
    problem,
    isOutside,
    unchosen,
    load,
    choose,
    setLead,
    launch,
  };
}

function proposedLevel(told: CallStartAnswer | null): CallLevel["code"] {
  const levels = told?.levels.filter(({ may }) => may) ?? [];
  const fitting = levels.find(({ code }) => code === told?.suggestedLevel);
  return (fitting ?? levels[0])?.code ?? "daily";
}

function filled(text: string): string | null {
  return text.trim() === "" ? null : text;
}
