/** The provider that needs nobody else: name and password of an account of the house. */
import type { Deps } from "../deps.ts";
import { fitsPassword } from "../password.ts";
import type { IdentityProvider } from "./provider.ts";

interface NameAndPassword {
  readonly username: string;
  readonly password: string;
}

/** An unknown name, a wrong password and a disabled account take the same time and are told alike. */
export function passwordProvider({
  store,
}: Pick<Deps, "store">): IdentityProvider<NameAndPassword, "wrongPassword"> {
  return {
    name: "password",
    async identify({ username, password }) {
      const found = await store.people.byUsername(username);
      const fits = await fitsPassword(found?.passwordHash ?? null, password);
      return found && fits && !found.account.disabled
        ? { account: found.account }
        : { fault: "wrongPassword" };
    },
  };
}
