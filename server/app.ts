/** The whole API as one value: door, routes, document. It never listens, so that tests ask it directly. */
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import type { App } from "./appEnv.ts";
import type { Deps } from "./deps.ts";
import { headers, jsonOnly, limited, plainAddress, recorded, sameSite, withSession } from "./door.ts";
import { factsOfError } from "./log.ts";
import { storageFaultOf } from "../db/storageFault.ts";
import { doorProblem, storageProblem } from "./problem.ts";
import { callFigureRoutes } from "./routes/callFigures.ts";
import { callRoutes } from "./routes/calls.ts";
import { baseMapRoutes } from "./routes/baseMap.ts";
import { caseRoutes } from "./routes/cases.ts";
import { ledgerRoutes } from "./routes/ledger.ts";
import { clockRoutes } from "./routes/clocks.ts";
import { colleagueRoutes } from "./routes/colleagues.ts";
import { catalogueRoutes } from "./routes/catalogue.ts";
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
  for (const path of signedInPaths) app.use(path, signedIn);
  for (const routes of signedInRoutes) app.route("/", routes(deps));
  app.route("/", plainRoutes(app));
  app.route("/", documentRoutes(app));
  app.notFound((c) => doorProblem(c, "noSuchPage"));
  app.onError((error, c) => {
    // The parser of bodies throws this one; everything else is a fault of ours
    if (error instanceof HTTPException && error.status === 400) return doorProblem(c, "badJson");
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

/** For everybody; what needs an account in there asks for it itself. */
const openRoutes = [
  healthRoutes,
  sessionRoutes,
  oidcRoutes,
  demoRoutes,
  setupRoutes,
  referenceRoutes,
  baseMapRoutes,
  gazetteerRoutes,
  readerRoutes,
  previewRoutes,
  nearRoutes,
  reportRoutes,
  progressRoutes,
  photoRoutes,
  printRoutes,
];

const signedInPaths = [
  "/api/session/*",
  "/api/cases",
  "/api/cases/*",
  "/api/ledger",
  "/api/ledger/*",
  "/api/calls",
  "/api/calls/*",
  "/api/duplicates",
  "/api/map/*",
  "/api/names",
  "/api/names/*",
  "/api/overview",
  "/api/cockpit",
  "/api/evaluation",
  "/api/evaluation/*",
  "/api/inbox",
  "/api/colleagues",
  "/api/emergencies",
  "/api/emergencies/*",
  "/api/live",
  "/api/people",
  "/api/people/*",
  "/api/supervision",
  "/api/supervision/*",
  "/api/catalogue",
  "/api/components",
  "/api/findings",
  "/api/findings/*",
  "/api/surroundings",
  "/api/components/*",
  "/api/marks",
  "/api/grid",
  "/api/grid/*",
  "/api/learning",
  "/api/record",
  "/api/house",
  "/api/house/*",
  "/api/record/*",
  "/api/learning/*",
  "/api/retention",
  "/api/retention/*",
  "/api/exports",
  "/api/exports/*",
  "/api/security-log",
  "/api/security-log/*",
  "/api/reveals",
  "/api/reveals/*",
  "/api/learned",
  "/api/learned/*",
  "/api/catalogue/*",
];

const signedInRoutes = [
  securityRoutes,
  caseRoutes,
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
  emergencyRoutes,
  liveRoutes,
  peopleRoutes,
  supervisionRoutes,
  catalogueRoutes,
  componentRoutes,
  findingRoutes,
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
