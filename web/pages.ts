/** Addresses and their pages. Every page is a file of its own, fetched when first opened. */
import { exec } from "preact-iso/router";
import { pageOf } from "./parts/pageOf.tsx";

const progress = pageOf(() => import("./pages/Progress.tsx").then((page) => page.Progress));

/** For everybody. */
export const openPages = {
  "/signin": pageOf(() => import("./pages/SignIn.tsx").then((page) => page.SignIn)),
  "/setup": pageOf(() => import("./pages/Setup.tsx").then((page) => page.Setup)),
  "/report": pageOf(() => import("./pages/Report.tsx").then((page) => page.Report)),
  "/progress": progress,
  "/progress/:number": progress,
};

/** For people with an account. */
export const keptPages = {
  "/home": pageOf(() => import("./pages/Home.tsx").then((page) => page.Home)),
  "/tasks": pageOf(() => import("./pages/Tasks.tsx").then((page) => page.Tasks)),
  "/map": pageOf(() => import("./pages/MapBoard.tsx").then((page) => page.MapBoard)),
  "/overview": pageOf(() => import("./pages/Overview.tsx").then((page) => page.Overview)),
  "/cockpit": pageOf(() => import("./pages/Cockpit.tsx").then((page) => page.Cockpit)),
  "/evaluation": pageOf(() => import("./pages/Evaluation.tsx").then((page) => page.Evaluation)),
  "/evaluation/cases": pageOf(() =>
    import("./pages/EvaluationCases.tsx").then((page) => page.EvaluationCases),
  ),
  "/evaluation/held": pageOf(() => import("./pages/HeldCases.tsx").then((page) => page.HeldCases)),
  "/supervision": pageOf(() => import("./pages/Supervision.tsx").then((page) => page.Supervision)),
  "/supervision/reviews": pageOf(() => import("./pages/Reviews.tsx").then((page) => page.Reviews)),
  "/supervision/signs": pageOf(() => import("./pages/Signs.tsx").then((page) => page.Signs)),
  "/inbox": pageOf(() => import("./pages/Inbox.tsx").then((page) => page.Inbox)),
  "/emergency": pageOf(() => import("./pages/Emergency.tsx").then((page) => page.Emergency)),
  "/people": pageOf(() => import("./pages/People.tsx").then((page) => page.People)),
  "/shifts": pageOf(() => import("./pages/Shifts.tsx").then((page) => page.Shifts)),
  "/security": pageOf(() => import("./pages/Security.tsx").then((page) => page.Security)),
  "/exports": pageOf(() => import("./pages/Exports.tsx").then((page) => page.Exports)),
  "/security-log": pageOf(() => import("./pages/SecurityLog.tsx").then((page) => page.SecurityLog)),
  "/reveals": pageOf(() => import("./pages/Reveals.tsx").then((page) => page.Reveals)),
  "/record": pageOf(() => import("./pages/Record.tsx").then((page) => page.Record)),
  "/calls": pageOf(() => import("./pages/Calls.tsx").then((page) => page.Calls)),
  "/calls/new": pageOf(() => import("./pages/CallStart.tsx").then((page) => page.CallStart)),
  "/calls/figures": pageOf(() => import("./pages/CallFigures.tsx").then((page) => page.CallFigures)),
  "/calls/:id": pageOf(() => import("./pages/CallFile.tsx").then((page) => page.CallFile)),
  "/catalogue": pageOf(() => import("./pages/Catalogue.tsx").then((page) => page.Catalogue)),
  "/settings": pageOf(() => import("./pages/Settings.tsx").then((page) => page.Settings)),
  "/county": pageOf(() => import("./pages/CountyData.tsx").then((page) => page.CountyData)),
  "/county/:subject": pageOf(() => import("./pages/CountySubject.tsx").then((page) => page.CountySubject)),
  "/grid": pageOf(() => import("./pages/Grid.tsx").then((page) => page.Grid)),
  "/analysis": pageOf(() => import("./pages/Analysis.tsx").then((page) => page.Analysis)),
  "/names": pageOf(() => import("./pages/Names.tsx").then((page) => page.Names)),
  "/components": pageOf(() => import("./pages/Components.tsx").then((page) => page.Components)),
  "/component/:code": pageOf(() => import("./pages/ComponentFile.tsx").then((page) => page.ComponentFile)),
  "/marks": pageOf(() => import("./pages/Marks.tsx").then((page) => page.Marks)),
  "/duplicates": pageOf(() => import("./pages/Duplicates.tsx").then((page) => page.Duplicates)),
  "/cases": pageOf(() => import("./pages/Worklist.tsx").then((page) => page.Worklist)),
  "/ledger": pageOf(() => import("./pages/Ledger.tsx").then((page) => page.Ledger)),
  "/cases/:id": pageOf(() => import("./pages/CaseFile.tsx").then((page) => page.CaseFile)),
};

/** Fetches the page of an address before anything asks for it: while the server still says who is signed in. */
export async function fetchPage(path: string): Promise<void> {
  const pages = Object.entries({ ...openPages, ...keptPages });
  await pages.find(([address]) => exec(path, address))?.[1].preload();
}
