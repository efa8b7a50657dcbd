/** Small signs and what a page says of itself: icons, states, lamps, notices, fields. */
import { CalendarNotice } from "../../parts/CalendarNotice.tsx";
import { CallLamp } from "../../parts/CallLamp.tsx";
import { Countdown } from "../../parts/Countdown.tsx";
import { Field, FieldGroup } from "../../parts/Field.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { type IconName, paths } from "../../parts/iconPaths.ts";
import { LineState } from "../../parts/LineState.tsx";
import { Marked } from "../../parts/Marked.tsx";
import { MissedPart } from "../../parts/MissedPart.tsx";
import { NavBar } from "../../parts/NavBar.tsx";
import { Empty, Hint, Loading, ProblemNotice } from "../../parts/Notice.tsx";
import { StateBadge } from "../../parts/StateBadge.tsx";
import { StepList } from "../../parts/StepList.tsx";
import { Steps } from "../../parts/Steps.tsx";
import { ToastBar } from "../../parts/ToastBar.tsx";
import { UnitContact } from "../../parts/UnitContact.tsx";
import shell from "../../parts/Shell.module.css";
import { galleryWords as words } from "../galleryWords.ts";
import { calls } from "../samples/calls.ts";
import { lamp, longUnit, water } from "../samples/county.ts";
import { problems } from "../samples/problems.ts";
import { lamps, strained } from "../samples/rows.ts";
import { doneStates, openStates } from "../../state/filters.ts";
import type { Exhibit } from "./exhibit.ts";

const nothing = () => undefined;

export const signs: readonly Exhibit[] = [
  {
    part: "Icon",
    states: {
      all: () => (Object.keys(paths) as IconName[]).map((name) => <Icon key={name} name={name} size={28} />),
    },
  },
  {
    part: "StateBadge",
    states: {
      all: () => [...openStates, ...doneStates].map((state) => <StateBadge key={state} state={state} />),
    },
  },
  {
    part: "Countdown",
    states: {
      green: () => <Countdown of={lamps.green} />,
      amber: () => <Countdown of={lamps.amber} />,
      red: () => <Countdown of={lamps.red} />,
      severe: () => <Countdown of={lamps.severe} />,
      provisional: () => <Countdown of={lamps.provisional} />,
      none: () => <Countdown of={lamps.none} />,
    },
  },
  {
    part: "CallLamp",
    states: {
      green: () => <CallLamp of={calls[0] ?? lamps.none} />,
      none: () => <CallLamp of={lamps.none} />,
    },
  },
  {
    part: "Notice",
    states: {
      empty: () => <Empty title={words.states.empty} hint={words.lead} />,
      loading: () => <Loading />,
      failed: () => <ProblemNotice problem={problems.failed} retry={nothing} />,
      forbidden: () => <ProblemNotice problem={problems.forbidden} />,
      offline: () => <ProblemNotice problem={problems.offline} retry={nothing} />,
      refused: () => <ProblemNotice problem={problems.ruled} />,
      normal: () => <Hint>{words.lead}</Hint>,
      warn: () => <Hint tone="warn">{words.lead}</Hint>,
      danger: () => <Hint tone="danger">{strained.text}</Hint>,
    },
  },
  { part: "MissedPart", states: { failed: () => <MissedPart again={nothing} /> } },
  {
    part: "Field",
    states: {
      normal: () => (
        <Field id="g-plain" label={words.label} hint={words.hint}>
          <input id="g-plain" />
        </Field>
      ),
      required: () => (
        <FieldGroup label={words.label} required>
          <label>
            <input type="checkbox" /> {words.view}
          </label>
        </FieldGroup>
      ),
      failed: () => (
        <Field id="g-bad" label={words.label} required problem={words.objection}>
          <input id="g-bad" />
        </Field>
      ),
    },
  },
  {
    part: "StepList",
    states: { normal: () => <StepList steps={words.steps.map((told) => ({ key: told, told }))} here={2} /> },
  },
  {
    part: "Steps",
    states: { normal: () => <Steps step="working" />, empty: () => <Steps step="received" /> },
  },
  {
    part: "Marked",
    states: {
      marked: () => <Marked text={words.text} words={words.sought} />,
      normal: () => <Marked text={words.text} words={undefined} />,
    },
  },
  {
    part: "NavBar",
    onBar: true,
    floats: true,
    states: {
      desktop: () => <NavBar class={shell["nav"]} places={7} />,
      phone: () => <NavBar class={shell["bottom"]} places={5} />,
    },
  },
  { part: "LineState", states: { waiting: () => <LineState /> } },
  { part: "CalendarNotice", states: { warn: () => <CalendarNotice notAnnounced={[2027, 2028]} /> } },
  {
    part: "UnitContact",
    states: {
      normal: () => <UnitContact code={water.code} />,
      narrowed: () => <UnitContact code={lamp.code} />,
      long: () => <UnitContact code={longUnit.code} />,
    },
  },
  { part: "ToastBar", floats: true, states: { undo: () => <ToastBar /> } },
];
