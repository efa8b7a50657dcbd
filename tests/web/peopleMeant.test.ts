/** Looking for an account in a county of hundreds, by whatever one remembers of it. */
import { expect, it } from "vitest";
import type { PersonRow } from "../../server/domain/peopleAnswers.ts";
import { peopleMeant } from "../../web/state/peopleMeant.ts";

const person = (name: string, more: Partial<PersonRow>): PersonRow => {
  const plain = { role: "department", unit: null, cells: [], posts: [], disabled: false } as const;
  return { id: name, username: "nobody", name, ...plain, ...more };
};

const rows = [
  person("张桂兰", {
    username: "wangge7",
    role: "gridWorker",
    cells: [{ code: "371122101001001", name: "城关第一网格" }],
  }),
  person("李建国", { username: "shuili1", unit: { code: "SLJ", name: "县水利局" } }),
  person("王水生", { username: "bumen9", unit: { code: "ZJJ", name: "县住房和城乡建设局" } }),
];

const namesFor = (text: string) => peopleMeant(rows, text).map(({ name }) => name);

it.each([
  ["", ["张桂兰", "李建国", "王水生"]],
  ["  ", ["张桂兰", "李建国", "王水生"]],
  ["桂兰", ["张桂兰"]],
  ["zgl", ["张桂兰"]],
  ["SHUILI", ["李建国"]],
  ["slj", ["李建国"]],
  ["水", ["李建国", "王水生"]],
  ["城关第一", ["张桂兰"]],
  ["网格员", ["张桂兰"]],
  ["没有这个人", []],
] as const)("%j finds %j", (text, names) => expect(namesFor(text)).toEqual(names));
