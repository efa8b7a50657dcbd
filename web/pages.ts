/** Addresses and their pages. Every page is a file of its own, fetched when first opened. */
import lazy from "preact-iso/lazy";
import { exec } from "preact-iso/router";

const progress = lazy(() => import("./pages/Progress.tsx").then((page) => page.Progress));

/** For everybody. */
export const openPages = {
  "/signin": lazy(() => import("./pages/SignIn.tsx").then((page) => page.SignIn)),
  "/setup": lazy(() => import("./pages/Setup.tsx").then((page) => page.Setup)),
  "/report": lazy(() => import("./pages/Report.tsx").then((page) => page.Report)),
  "/progress": progress,
  "/progress/:number": progress,
};

/** For people with an account. */
export const keptPages = {
  "/home": lazy(() => import("./pages/Home.tsx").then((page) => page.Home)),
  "/tasks": lazy(() => import("./pages/Tasks.tsx").then((page) => page.Tasks)),
  "/map": lazy(() => import("./pages/MapBoard.tsx").then((page) => page.MapBoard)),
  "/overview": lazy(() => import("./pages/Overview.tsx").then((page) => page.Overview)),
  "/cockpit": lazy(() => import("./pages/Cockpit.tsx").then((page) => page.Cockpit)),
  "/evaluation": lazy(() => import("./pages/Evaluation.tsx").then((page) => page.Evaluation)),
  "/evaluation/cases": lazy(() => import("./pages/EvaluationCases.tsx").then((page) => page.EvaluationCases)),
  "/evaluation/held": lazy(() => import("./pages/HeldCases.tsx").then((page) => page.HeldCases)),
  "/supervision": lazy(() => import("./pages/Supervision.tsx").then((page) => page.Supervision)),
  "/supervision/reviews": lazy(() => import("./pages/Reviews.tsx").then((page) => page.Reviews)),
  "/supervision/signs": lazy(() => import("./pages/Signs.tsx").then((page) => page.Signs)),
  "/inbox": lazy(() => import("./pages/Inbox.tsx").then((page) => page.Inbox)),
  "/emergency": lazy(() => import("./pages/Emergency.tsx").then((page) => page.Emergency)),
  "/people": lazy(() => import("./pages/People.tsx").then((page) => page.People)),
  "/shifts": lazy(() => import("./pages/Shifts.tsx").then((page) => page.Shifts)),
  "/security": lazy(() => import("./pages/Security.tsx").then((page) => page.Security)),
  "/exports": lazy(() => import("./pages/Exports.tsx").then((page) => page.Exports)),
  "/security-log": lazy(() => import("./pages/SecurityLog.tsx").then((page) => page.SecurityLog)),
  "/reveals": lazy(() => import("./pages/Reveals.tsx").then((page) => page.Reveals)),
  "/record": lazy(() => import("./pages/Record.tsx").then((page) => page.Record)),
  "/calls": lazy(() => import("./pages/Calls.tsx").then((page) => page.Calls)),
  "/calls/new": lazy(() => import("./pages/CallStart.tsx").then((page) => page.CallStart)),
  "/calls/figures": lazy(() => import("./pages/CallFigures.tsx").then((page) => page.CallFigures)),
  "/calls/:id": lazy(() => import("./pages/CallFile.tsx").then((page) => page.CallFile)),
  "/catalogue": lazy(() => import("./pages/Catalogue.tsx").then((page) => page.Catalogue)),
  "/settings": lazy(() => import("./pages/Settings.tsx").then((page) => page.Settings)),
  "/county": lazy(() => import("./pages/CountyData.tsx").then((page) => page.CountyData)),
  "/county/:subject": lazy(() => import("./pages/CountySubject.tsx").then((page) => page.CountySubject)),
  "/grid": lazy(() => import("./pages/Grid.tsx").then((page) => page.Grid)),
  "/analysis": lazy(() => import("./pages/Analysis.tsx").then((page) => page.Analysis)),
  "/names": lazy(() => import("./pages/Names.tsx").then((page) => page.Names)),
  "/components": lazy(() => import("./pages/Components.tsx").then((page) => page.Components)),
  "/component/:code": lazy(() => import("./pages/ComponentFile.tsx").then((page) => page.ComponentFile)),
  "/marks": lazy(() => import("./pages/Marks.tsx").then((page) => page.Marks)),
  "/duplicates": lazy(() => import("./pages/Duplicates.tsx").then((page) => page.Duplicates)),
  "/cases": lazy(() => import("./pages/Worklist.tsx").then((page) => page.Worklist)),
  "/ledger": lazy(() => import("./pages/Ledger.tsx").then((page) => page.Ledger)),
  "/cases/:id": lazy(() => import("./pages/CaseFile.tsx").then((page) => page.CaseFile)),
};

/** Fetches the page of an address before anything asks for it: while the server still says who is signed in. */
export async function fetchPage(path: string): Promise<void> {
  const pages = Object.entries({ ...openPages, ...keptPages });
  await pages.find(([address]) => exec(path, address))?.[1].preload();
}
