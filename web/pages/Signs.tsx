/** 疑似迹象: each sign with its rule in words and the cases behind it. Cases and units, never persons. */
import { SignCard } from "../parts/SignCard.tsx";
import { SupervisionFrame } from "../parts/SupervisionFrame.tsx";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { signs } from "../state/supervision.ts";
import { supervisionWords } from "../supervisionWords.ts";

export function Signs() {
  const found = signs.value.value;
  const text = supervisionWords.signs;
  return (
    <SupervisionFrame here="signs" of={signs}>
      {found && <p class="muted">{text.lead(momentText(found.since, now.value))}</p>}
      {found?.signs.map((sign) => (
        <SignCard key={sign.code} sign={sign} />
      ))}
    </SupervisionFrame>
  );
}
