/** Line icons of 24 × 24, drawn for this house; they always stand beside a word or carry a label. */
import { paths, type IconName } from "./iconPaths.ts";

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
  /** Spoken name; without it the icon is decoration. */
  readonly label?: string;
}

export function Icon({ name, size = 18, label }: IconProps) {
  const spoken = label === undefined ? ({ "aria-hidden": true } as const) : ({ role: "img" } as const);
  return (
    <svg
      {...spoken}
      aria-label={label}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
