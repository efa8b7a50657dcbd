/** GET /api/contacts: whom to ask for at a unit or township, and the telephone of its office. */
import { Hono } from "hono";
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { type ContactsAnswer, contactsOf } from "../domain/contacts.ts";
import { note } from "../openapi.ts";
import { known, maybeText } from "../shapes/common.ts";

const contactsShape = known(
  "ContactsAnswer",
  agreeing<ContactsAnswer>()(
    v.object({ rows: v.array(v.object({ code: v.string(), name: maybeText, phone: maybeText })) }),
  ),
);

export function contactRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>().get(
    "/api/contacts",
    note({
      tag: "参考",
      summary: "单位联系人",
      description: "单位和乡镇的联系人、办公电话，登录后可看；没有填的不列。",
      answer: contactsShape,
    }),
    (c) => {
      const answer = contactsOf(deps.reference);
      c.header("Cache-Control", "private, no-cache");
      return c.json(answer);
    },
  );
}
