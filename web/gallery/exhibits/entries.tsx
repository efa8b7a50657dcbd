/** What people choose and write with. */
import type { ComponentChildren } from "preact";
import { CategoryPicker } from "../../parts/CategoryPicker.tsx";
import { ChoiceField } from "../../parts/ChoiceField.tsx";
import { ItemPicker } from "../../parts/ItemPicker.tsx";
import { ReasonPicker, ScorePicker, YesNo } from "../../parts/Pickers.tsx";
import { PhotoInput } from "../../parts/PhotoInput.tsx";
import { ReplyHints } from "../../parts/ReplyHints.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { UnitPicker } from "../../parts/UnitPicker.tsx";
import { UnitsPicker } from "../../parts/UnitsPicker.tsx";
import { WordsField } from "../../parts/WordsField.tsx";
import { words as common } from "../../words.ts";
import { galleryWords as words } from "../galleryWords.ts";
import { found } from "../samples/caseFile.ts";

import { reference } from "../samples/county.ts";
import type { Exhibit } from "./exhibit.ts";

const nothing = () => undefined;
const photos = { label: words.label, add: nothing, remove: nothing };
const sky = new Blob(
  ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3H0z" fill="#9cc3e6"/></svg>'],
  { type: "image/svg+xml" },
);

export const entries: readonly Exhibit[] = [
  {
    part: "Pickers",
    states: {
      normal: () =>
        labelled("g-reason", <ReasonPicker id="g-reason" list="decline" value="" change={nothing} />),
      chosen: () => <ScorePicker name="g-score" value={4} change={nothing} />,
      marked: () => <YesNo name="g-yes" value change={nothing} />,
    },
  },
  {
    part: "TextField",
    states: {
      normal: () => <TextField id="g-line" label={words.label} value={words.text} change={nothing} />,
      failed: () => (
        <TextField
          id="g-day"
          label={words.label}
          type="date"
          value="2026-11-20"
          required
          problem={words.objection}
          change={nothing}
        />
      ),
    },
  },
  {
    part: "ChoiceField",
    states: {
      empty: () => (
        <ChoiceField
          id="g-choice"
          label={words.label}
          value=""
          options={[]}
          none={words.view}
          change={nothing}
        />
      ),
      chosen: () => (
        <ChoiceField
          id="g-choice-2"
          label={words.label}
          value="LD"
          options={reference.units.map(({ code, name }) => [code, name])}
          none={words.view}
          change={nothing}
        />
      ),
    },
  },
  {
    part: "ItemPicker",
    states: {
      normal: () =>
        labelled(
          "g-item",
          <ItemPicker id="g-item" suggestions={found.suggestions} value="020101" change={nothing} />,
        ),
      empty: () =>
        labelled("g-item-2", <ItemPicker id="g-item-2" suggestions={[]} value="" change={nothing} />),
    },
  },
  {
    part: "UnitPicker",
    states: {
      normal: () => labelled("g-unit", <UnitPicker id="g-unit" found={found} value="LD" change={nothing} />),
    },
  },
  {
    part: "UnitsPicker",
    states: {
      chosen: () => (
        <UnitsPicker id="g-units" found={found} lead="LD" value={["SL"]} max={5} change={nothing} />
      ),
    },
  },
  {
    part: "CategoryPicker",
    states: {
      normal: () => <CategoryPicker value={null} suggestions={found.suggestions} change={nothing} />,
      chosen: () => <CategoryPicker value="020101" suggestions={found.suggestions} change={nothing} />,
    },
  },
  {
    part: "WordsField",
    states: {
      normal: () =>
        labelled(
          "g-words",
          <WordsField
            id="g-words"
            name="result"
            value=""
            max={200}
            change={nothing}
            action="handle"
            major="02"
          />,
        ),
    },
  },
  {
    part: "PhotoInput",
    states: {
      empty: () => <PhotoInput {...photos} photos={[]} />,
      busy: () => <PhotoInput {...photos} photos={[{ key: "p1", blob: sky, state: common.photo.sending }]} />,
      failed: () => (
        <PhotoInput
          {...photos}
          photos={[
            { key: "p1", blob: sky },
            { key: "p2", blob: sky, state: common.photo.failed, again: nothing },
          ]}
        />
      ),
    },
  },
  {
    part: "ReplyHints",
    states: {
      warn: () => (
        <ReplyHints hints={[{ kind: "short", letters: 4 }, { kind: "besides" }, { kind: "unanswered" }]} />
      ),
    },
  },
];

function labelled(id: string, field: ComponentChildren): ComponentChildren {
  return (
    <>
      <label for={id}>{words.label}</label>
      {field}
    </>
  );
}
