import { loadReference } from "../../fixtures/load.ts";

/** The county's reference data as it ships, read once for all tests of a file. */
export const reference = loadReference();
