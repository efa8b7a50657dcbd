/** A second process for tests: opens the store in the given folder, says so, and holds it until it is killed. */
import { argv, stdin, stdout } from "node:process";
import { openStore } from "../../db/open.ts";

await openStore({ databaseUrl: null, dataDir: argv[2] ?? "" });
stdout.write("open\n");
stdin.resume();
