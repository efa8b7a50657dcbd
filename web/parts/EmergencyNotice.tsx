/** Where an emergency concerns this person: what, since when, and the latest brief, on the pages they look at first. */
import { useEffect } from "preact/hooks";
import { emergencyWords } from "../emergencyWords.ts";
import { inForce, loadEmergencies } from "../state/emergency.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { Hint } from "./Notice.tsx";

export function EmergencyNotice() {
  useEffect(() => void loadEmergencies(), []);
  return (
    <>
      {inForce.value.map(({ id, area, reason, log }) => {
        const brief = log[0];
        return (
          <Hint key={id} tone="danger">
            <p>{emergencyWords.notice(emergencyWords.areaOf(area.map(({ name }) => name)), reason)}</p>
            {brief && (
              <p>
                {emergencyWords.latest(momentText(brief.at, now.value), emergencyWords.facts(brief.facts))}
              </p>
            )}
            <a href="/emergency">{emergencyWords.open}</a>
          </Hint>
        );
      })}
    </>
  );
}
