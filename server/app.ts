/** The whole API as one value: door, routes, document. It never listens, so that tests ask it directly. */
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import type { App, SignedIn } from "./appEnv.ts";
import type { Deps } from "./deps.ts";
import { headers, jsonOnly, limited, plainAddress, recorded, sameSite, withSession } from "./door.ts";
import { factsOfError } from "./log.ts";
import { isLeftOff, storageFaultOf } from "../db/storageFault.ts";
import { BucketFault } from "./photoFiles/bucketFault.ts";
import { doorProblem, storageProblem } from "./problem.ts";
import { callFigureRoutes } from "./routes/callFigures.ts";
import { callRoutes } from "./routes/calls.ts";
import { tileRoutes } from "./routes/tiles.ts";
import { baseMapRoutes } from "./routes/baseMap.ts";
import { caseRoutes } from "./routes/cases.ts";
import { contactRoutes } from "./routes/contacts.ts";
import { phraseRoutes } from "./routes/phrases.ts";
import { fieldRoutes } from "./routes/field.ts";
import { ledgerRoutes } from "./routes/ledger.ts";
import { clockRoutes } from "./routes/clocks.ts";
import { colleagueRoutes } from "./routes/colleagues.ts";
import { catalogueRoutes } from "./routes/catalogue.ts";
import { countyRoutes } from "./routes/county.ts";
import { settingRoutes } from "./routes/settings.ts";
import { componentRoutes } from "./routes/components.ts";
import { closingRoutes } from "./routes/closing.ts";
import { demoRoutes } from "./routes/demo.ts";
import { documentRoutes } from "./routes/document.ts";
import { exportRoutes } from "./routes/exports.ts";
import { evaluationRoutes } from "./routes/evaluation.ts";
import { objectionRoutes } from "./routes/evaluationObjections.ts";
import { emergencyRoutes } from "./routes/emergencies.ts";
import { gazetteerRoutes } from "./routes/gazetteer.ts";
import { gridRoutes } from "./routes/grid.ts";
import { findRoutes } from "./routes/find.ts";
import { shiftRoutes } from "./routes/shifts.ts";
import { successionRoutes } from "./routes/successions.ts";
import { findingRoutes } from "./routes/findings.ts";
import { houseRoutes } from "./routes/house.ts";
import { healthRoutes } from "./routes/health.ts";
import { inboxRoutes } from "./routes/inbox.ts";
import { learnedRoutes } from "./routes/learned.ts";
import { learningRoutes } from "./routes/learning.ts";
import { linkingRoutes } from "./routes/linking.ts";
import { liveRoutes } from "./routes/live.ts";
import { mapRoutes } from "./routes/map.ts";
import { moveRoutes } from "./routes/moves.ts";
import { nameRoutes } from "./routes/names.ts";
import { nearRoutes } from "./routes/near.ts";
import { cockpitRoutes } from "./routes/cockpit.ts";
import { overviewRoutes } from "./routes/overview.ts";
import { oidcRoutes } from "./routes/oidc.ts";
import { peopleRoutes } from "./routes/people.ts";
import { photoRoutes } from "./routes/photos.ts";
import { plainRoutes } from "./routes/plain.ts";
import { precedentRoutes } from "./routes/precedents.ts";
import { previewRoutes } from "./routes/previews.ts";
import { printRoutes } from "./routes/print.ts";
import { progressRoutes } from "./routes/progress.ts";
import { readerRoutes } from "./routes/reader.ts";
import { recordRoutes } from "./routes/record.ts";
import { referenceRoutes } from "./routes/reference.ts";
import { securityLogRoutes } from "./routes/securityLog.ts";
import { securityRoutes } from "./routes/security.ts";
import { reportRoutes } from "./routes/reports.ts";
import { retentionRoutes } from "./routes/retention.ts";
import { revealRoutes } from "./routes/reveal.ts";
import { sessionRoutes } from "./routes/session.ts";
import { setupRoutes } from "./routes/setup.ts";
import { surroundingRoutes } from "./routes/surroundings.ts";
import { supervisionRoutes } from "./routes/supervision.ts";
import { refusalsNoted } from "./securityLog.ts";
import { dutyFirst, signedIn } from "./signedIn.ts";
import { alarmOf } from "./watch.ts";

export function createApp(deps: Deps): Hono<App> {
  const app = new Hono<App>();
  app.use(recorded(deps), headers(deps), plainAddress, sameSite, jsonOnly, limited);
  for (const path of ["/api/*", "/print/*"]) app.use(path, withSession(deps), refusalsNoted(deps), dutyFirst);
  for (const routes of openRoutes) app.route("/", routes(deps));
  const inside = signedInRoutes.map((routes) => routes(deps));
  for (const path of guardedBy(inside)) app.use(path, signedIn);
  for (const routes of inside) app.route("/", routes);
  app.route("/", plainRoutes(app));
  app.route("/", documentRoutes(app));
  app.notFound((c) => doorProblem(c, "noSuchPage"));
  app.onError((error, c) => {
    // The parser of bodies throws this one; everything else is a fault of ours
    if (error instanceof HTTPException && error.status === 400) return doorProblem(c, "badJson");
    if (isLeftOff(error)) return doorProblem(c, "badJson");
    if (error instanceof BucketFault) {
      deps.watch.raise("photosAway");
      deps.log("photos.failed", { id: c.get("requestId"), said: error.said, ...factsOfError(error) });
      return doorProblem(c, "photosAway", PHOTOS_RETRY);
    }
    const fault = storageFaultOf(error);
    if (fault !== null) {
      deps.watch.raise(alarmOf[fault]);
      deps.log("storage.failed", { id: c.get("requestId"), fault, ...factsOfError(error) });
      return storageProblem(c, fault);
    }
    deps.log("request.failed", { id: c.get("requestId"), ...factsOfError(error) });
    return doorProblem(c, "failed");
  });
  return app;
}

/** Seconds. */
const PHOTOS_RETRY = 60;

/** Read from the routes themselves, so that none can be forgotten: each path, and whatever lies beside it. */
function guardedBy(inside: readonly Hono<SignedIn>[]): ReadonlySet<string> {
  const paths = inside.flatMap(({ routes }) => routes.map(({ path }) => path));
  const beside = paths.flatMap((path) => /^\/api\/[\w-]+(?=\/)/.exec(path)?.[0] ?? []);
  return new Set([...paths, ...beside.map((folder) => `${folder}/*`)]);
}

/** For everybody; what needs an account in there asks for it itself. */
const openRoutes = [
  healthRoutes,
  sessionRoutes,
  oidcRoutes,
  demoRoutes,
  setupRoutes,
  referenceRoutes,
  baseMapRoutes,
  tileRoutes,
  gazetteerRoutes,
  readerRoutes,
  previewRoutes,
  nearRoutes,
  reportRoutes,
  progressRoutes,
  photoRoutes,
  printRoutes,
];

const signedInRoutes = [
  securityRoutes,
  caseRoutes,
  fieldRoutes,
  phraseRoutes,
  contactRoutes,
  ledgerRoutes,
  clockRoutes,
  moveRoutes,
  precedentRoutes,
  callFigureRoutes,
  callRoutes,
  linkingRoutes,
  closingRoutes,
  revealRoutes,
  mapRoutes,
  nameRoutes,
  overviewRoutes,
  cockpitRoutes,
  evaluationRoutes,
  objectionRoutes,
  inboxRoutes,
  colleagueRoutes,
  findRoutes,
  emergencyRoutes,
  liveRoutes,
  peopleRoutes,
  supervisionRoutes,
  catalogueRoutes,
  countyRoutes,
  settingRoutes,
  componentRoutes,
  findingRoutes,
  shiftRoutes,
  successionRoutes,
  surroundingRoutes,
  gridRoutes,
  learningRoutes,
  learnedRoutes,
  recordRoutes,
  houseRoutes,
  securityLogRoutes,
  exportRoutes,
  retentionRoutes,
];
