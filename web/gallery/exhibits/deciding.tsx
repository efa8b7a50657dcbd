/** What somebody decides on, and lists that are kept: reviews, signs, duplicates, components, learned names. */
import type { ComponentChildren } from "preact";
import { ComponentItem } from "../../parts/ComponentItem.tsx";
import { DuplicateCard } from "../../parts/DuplicateCard.tsx";
import { EmptyCases } from "../../parts/EmptyCases.tsx";
import { NameItem } from "../../parts/NameItem.tsx";
import { ReviewItem } from "../../parts/ReviewItem.tsx";
import { SignCard } from "../../parts/SignCard.tsx";
import { components, group, longComponent, names, reviews, signs } from "../samples/deciding.ts";
import { problems } from "../samples/problems.ts";
import type { Exhibit } from "./exhibit.ts";

const nothing = () => undefined;
const never = () => Promise.resolve();
const pair = { group, problem: null, busy: false, decide: nothing };
const name = { show: nothing, isShown: false, undo: never, teachAgain: never, mayTeach: true };

export const deciding: readonly Exhibit[] = [
  {
    part: "EmptyCases",
    states: {
      normal: () => <EmptyCases filters={{ tab: "todo" }} role="department" />,
      empty: () => <EmptyCases filters={{ tab: "all" }} role="township" />,
      narrowed: () => <EmptyCases filters={{ tab: "open", q: "x" }} role="township" />,
      green: () => <EmptyCases filters={{ tab: "open", due: "overdue" }} role="centre" />,
    },
  },
  {
    part: "ReviewItem",
    states: {
      normal: () => list(<ReviewItem row={reviews.plain} />),
      red: () => list(<ReviewItem row={reviews.late} />),
      refused: () => list(<ReviewItem row={reviews.second} />),
      long: () => list(<ReviewItem row={reviews.long} />),
    },
  },
  {
    part: "SignCard",
    states: {
      normal: () => <SignCard sign={signs.plain} />,
      empty: () => <SignCard sign={signs.none} />,
      long: () => <SignCard sign={signs.long} />,
    },
  },
  {
    part: "DuplicateCard",
    states: {
      normal: () => <DuplicateCard {...pair} />,
      busy: () => <DuplicateCard {...pair} busy />,
      refused: () => <DuplicateCard {...pair} problem={problems.ruled} />,
    },
  },
  {
    part: "ComponentItem",
    states: {
      normal: () => list(components.map((row) => <ComponentItem key={row.code} row={row} />)),
      long: () => list(<ComponentItem row={longComponent} />),
    },
  },
  {
    part: "NameItem",
    states: {
      normal: () => list(<NameItem {...name} row={names.plain} isShown />),
      undo: () => list(<NameItem {...name} row={names.undone} />),
      forbidden: () => list(<NameItem {...name} row={names.foreign} />),
      long: () => list(<NameItem {...name} row={names.long} />),
    },
  },
];

function list(rows: ComponentChildren): ComponentChildren {
  return <ul>{rows}</ul>;
}
