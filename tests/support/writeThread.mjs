/** The thread that writes, from its source: what is built may be older. */
import { register } from "tsx/esm/api";

register();
await import("../../db/writeThread.ts");
