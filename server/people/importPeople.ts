/** People as a county has them in a table: every row judged, each fault with its line, value and expectation. */
import type { Account } from "../../db/store.ts";
import type { Role } from "../domain/case.ts";
import { type Post, posts as everyPost } from "../domain/orders.ts";
import type { Reference } from "../domain/reference.ts";
import { roleWords } from "../domain/words.ts";
import { readTable, type TableRow } from "../importing/table.ts";
import type { Names } from "../view/names.ts";
import { accountForbids } from "./account.ts";

export type PersonDraft = Pick<Account, "username" | "name" | "role" | "unit" | "cells" | "posts"> & {
  readonly line: number;
};

export interface BadPerson {
  readonly line: number;
  readonly message: string;
}

interface Around {
  readonly reference: Reference;
  readonly names: Names;
  /** Names of accounts that are there. */
  readonly taken: ReadonlySet<string>;
}

const columns = {
  username: "账号",
  name: "姓名",
  role: "角色",
  unit: "单位",
  cells: "网格",
  posts: "岗位",
} as const;
const roles: readonly Role[] = ["gridWorker", "township", "department", "centre", "leader", "admin"];
const postNames: Readonly<Record<Post, string>> = {
  liaison: "联络员",
  deputy: "分管领导",
  chief: "主要领导",
  onDuty: "值班带班",
};

export function judgePeople(
  text: string,
  around: Around,
): { readonly drafts: readonly PersonDraft[]; readonly bad: readonly BadPerson[] } {
  const table = readTable(text.replace(/^\uFEFF/u, ""), "csv");
  const missing = [columns.username, columns.name, columns.role].filter(
    (name) => !table.columns.includes(name),
  );
  if (missing.length > 0) return { drafts: [], bad: [{ line: 1, message: `缺少列：${missing.join("、")}` }] };
  const drafts: PersonDraft[] = [];
  const bad: BadPerson[] = [];
  const seen = new Set(around.taken);
  for (const row of table.rows) {
    const read = draftOf(row, around);
    const message = "message" in read ? read.message : faultOf(read, seen, around);
    if ("message" in read || message !== null) bad.push({ line: row.line, message: message ?? "" });
    else {
      seen.add(read.username);
      drafts.push(read);
    }
  }
  return { drafts, bad };
}

function draftOf(
  { line, values }: TableRow,
  { reference }: Around,
): PersonDraft | { readonly message: string } {
  const text = (column: keyof typeof columns) => (values[columns[column]] ?? "").trim();
  const list = (column: keyof typeof columns) =>
    text(column)
      .split(/[、;；\s]+/u)
      .filter((part) => part !== "");
  const role = roles.find((known) => known === text("role") || roleWords[known] === text("role"));
  if (role === undefined)
    return expecting("role", text("role"), roles.map((known) => roleWords[known]).join("、"));
  const unit = text("unit") === "" ? null : unitNamed(text("unit"), reference);
  if (unit === undefined) return expecting("unit", text("unit"), "本县单位或乡镇的名称、简称或编码");
  const posts: Post[] = [];
  for (const word of list("posts")) {
    const post = everyPost.find((known) => known === word || postNames[known] === word);
    if (post === undefined) return expecting("posts", word, Object.values(postNames).join("、"));
    posts.push(post);
  }
  return { line, username: text("username"), name: text("name"), role, unit, cells: list("cells"), posts };
}

function faultOf(draft: PersonDraft, seen: ReadonlySet<string>, { names }: Around): string | null {
  const { username, name } = draft;
  if (!/^[a-z0-9][a-z0-9_.-]{1,29}$/u.test(username))
    return expecting("username", username, "2 到 30 个小写字母、数字或 _.-").message;
  if (seen.has(username)) return expecting("username", username, "没有别人用的账号").message;
  if (name === "" || name.length > 40) return expecting("name", name, "40 字以内的姓名").message;
  const no = accountForbids(draft, names);
  if (no === null) return null;
  const column = no.field === "cells" ? "cells" : "unit";
  const expected = no.field === "cells" ? "网格员须有的网格编码" : "须有的单位";
  return expecting(column, no.given ?? "", expected).message;
}

function unitNamed(text: string, { units, townships }: Reference): string | undefined {
  const unit = units.find(({ code, name, shortName }) => [code, name, shortName].includes(text));
  return (unit ?? townships.find(({ code, name }) => [code, name].includes(text)))?.code;
}

function expecting(
  column: keyof typeof columns,
  given: string,
  expected: string,
): { readonly message: string } {
  return { message: `“${columns[column]}”是“${given}”，应为${expected}` };
}
