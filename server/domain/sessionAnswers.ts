/** Signing in: who somebody is, the second factor and the devices. */
import type { Role } from "./case.ts";
import type { Named } from "./named.ts";
import type { Duty } from "./signInRules.ts";
import type { Instant } from "./time.ts";

export interface SessionAnswer {
  readonly account: {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly role: Role;
  };
  readonly unit: Named | null;
  readonly cells: readonly Named[];
  /** What must be done before anything else. */
  readonly duty: Duty | null;
  /** Proves again who it is by signing in at the county's identity provider anew. */
  readonly provesByIssuer: boolean;
  /** Pages about cases bear the name of whoever looks at them. */
  readonly watermark: boolean;
}

/** Ways to sign in besides name and password. */
export interface ProvidersAnswer {
  readonly oidc: { readonly name: string } | null;
}

export interface IssuerAddressAnswer {
  /** To be opened by the browser. */
  readonly address: string;
}

/** GET /api/demo: accounts to sign in with by one click; 404 outside demo mode. */
export interface DemoAnswer {
  readonly accounts: readonly {
    readonly username: string;
    readonly name: string;
    readonly role: Role;
    readonly unit: string | null;
  }[];
  readonly password: string;
}

/** GET /api/session/security: the second factor and the devices of whoever asks. */
export interface SecurityAnswer {
  readonly factor: { readonly on: boolean; readonly required: boolean; readonly codesLeft: number };
  readonly devices: readonly DeviceRow[];
  readonly leastLetters: number;
  readonly now: Instant;
}

export interface DeviceRow {
  readonly id: string;
  readonly device: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  /** The one that asks. */
  readonly here: boolean;
}

/** POST /api/session/factor: to be read by an authenticator app; in force when a code of it was sent. */
export interface NewFactorAnswer {
  readonly secret: string;
  readonly uri: string;
  /** The QR code, a row of 0 and 1 for each row of modules. */
  readonly rows: readonly string[];
}

/** Told once. */
export interface RecoveryAnswer {
  readonly codes: readonly string[];
}
