/** What a request carries from the door to its route. */
import type { Session } from "./session.ts";

export interface App {
  readonly Variables: { requestId: string; session: Session | null };
}

/** Behind `signedIn` there is always a session. */
export interface SignedIn {
  readonly Variables: { requestId: string; session: Session };
}
