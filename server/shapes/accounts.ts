/** Shapes of what the API answers about accounts: signing in, factors, devices, and the people of a county. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type {
  ColleaguesAnswer,
  PeopleAnswer,
  PeopleImportAnswer,
  PersonRow,
} from "../domain/peopleAnswers.ts";
import { posts } from "../domain/orders.ts";
import type {
  DemoAnswer,
  IssuerAddressAnswer,
  NewFactorAnswer,
  ProvidersAnswer,
  RecoveryAnswer,
  SecurityAnswer,
  SessionAnswer,
} from "../domain/sessionAnswers.ts";
import { instant, known, maybeNamed, maybeText, named, role } from "./common.ts";

export const sessionShape = known(
  "SessionAnswer",
  agreeing<SessionAnswer>()(
    v.object({
      account: v.object({ id: v.string(), username: v.string(), name: v.string(), role }),
      unit: maybeNamed,
      cells: v.array(named),
      duty: v.nullable(v.picklist(["choosePassword", "proveFactor", "setUpFactor"])),
      provesByIssuer: v.boolean(),
      watermark: v.boolean(),
    }),
  ),
);

export const providersShape = known(
  "ProvidersAnswer",
  agreeing<ProvidersAnswer>()(v.object({ oidc: v.nullable(v.object({ name: v.string() })) })),
);

export const issuerAddressShape = known(
  "IssuerAddressAnswer",
  agreeing<IssuerAddressAnswer>()(v.object({ address: v.string() })),
);

export const securityShape = known(
  "SecurityAnswer",
  agreeing<SecurityAnswer>()(
    v.object({
      factor: v.object({ on: v.boolean(), required: v.boolean(), codesLeft: v.number() }),
      devices: v.array(
        v.object({
          id: v.string(),
          device: v.string(),
          createdAt: instant,
          seenAt: instant,
          here: v.boolean(),
        }),
      ),
      leastLetters: v.number(),
      now: instant,
    }),
  ),
);

export const newFactorShape = known(
  "NewFactorAnswer",
  agreeing<NewFactorAnswer>()(v.object({ secret: v.string(), uri: v.string(), rows: v.array(v.string()) })),
);

export const recoveryShape = known(
  "RecoveryAnswer",
  agreeing<RecoveryAnswer>()(v.object({ codes: v.array(v.string()) })),
);

export const colleaguesShape = known(
  "ColleaguesAnswer",
  agreeing<ColleaguesAnswer>()(v.object({ rows: v.array(v.object({ id: v.string(), name: v.string() })) })),
);

export const personShape = known(
  "PersonRow",
  agreeing<PersonRow>()(
    v.object({
      id: v.string(),
      username: v.string(),
      name: v.string(),
      role,
      unit: maybeNamed,
      cells: v.array(named),
      posts: v.array(v.picklist(posts)),
      disabled: v.boolean(),
    }),
  ),
);

export const peopleShape = known(
  "PeopleAnswer",
  agreeing<PeopleAnswer>()(v.object({ rows: v.array(personShape) })),
);
export const newPersonShape = v.object({ person: personShape, password: v.string() });
export const oneTimeShape = v.object({ password: v.string() });

export const peopleImportShape = known(
  "PeopleImportAnswer",
  agreeing<PeopleImportAnswer>()(
    v.object({
      rows: v.array(
        v.object({
          line: v.number(),
          username: v.string(),
          name: v.string(),
          role,
          unit: v.nullable(v.string()),
          cells: v.array(v.string()),
        }),
      ),
      bad: v.array(v.object({ line: v.number(), message: v.string() })),
      added: v.array(v.object({ username: v.string(), name: v.string(), password: v.string() })),
    }),
  ),
);

export const demoShape = known(
  "DemoAnswer",
  agreeing<DemoAnswer>()(
    v.object({
      accounts: v.array(v.object({ username: v.string(), name: v.string(), role, unit: maybeText })),
      password: v.string(),
    }),
  ),
);
