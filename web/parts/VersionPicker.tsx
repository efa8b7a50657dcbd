/** Chooses the version of the grid that figures and maps go by; not there while there is only one. */
import { useEffect } from "preact/hooks";
import type { GridVersionName } from "../../server/domain/gridVersion.ts";
import { governanceVersions, needVersions } from "../state/gridVersions.ts";
import { versionWords as words } from "../versionWords.ts";
import { Hint } from "./Notice.tsx";

interface VersionPickerProps {
  readonly chosen: string | undefined;
  readonly choose: (version: string | undefined) => void;
  readonly class?: string | undefined;
}

export function VersionPicker({ chosen, choose, class: look }: VersionPickerProps) {
  useEffect(needVersions, []);
  const versions = governanceVersions.value;
  if (versions.length < 2) return null;
  return (
    <label class={look}>
      <span>{words.label}</span>
      <select value={chosen ?? ""} onChange={(event) => choose(event.currentTarget.value || undefined)}>
        <option value="">{words.ofDay}</option>
        {versions.map(({ version, validFrom, inForce }) => (
          <option key={version} value={String(version)}>
            {words.option(version, validFrom, inForce)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Says by which version is counted, beside the figures themselves. */
export function CountedBy({
  version,
  note,
}: {
  readonly version: GridVersionName | null | undefined;
  readonly note: string;
}) {
  if (!version) return null;
  return (
    <Hint>
      <b>{words.counted(version.version, version.validFrom)}</b> {note}
    </Hint>
  );
}
