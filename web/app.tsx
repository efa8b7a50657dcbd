/** Addresses and their pages. Every page is a file of its own, fetched when first opened. */
import type { Role } from "../server/domain/case.ts";
import { roleWords } from "../server/domain/words.ts";
import lazy, { ErrorBoundary } from "preact-iso/lazy";
import { LocationProvider, Route, Router, useLocation } from "preact-iso/router";
import { useEffect } from "preact/hooks";
import type { AnyComponent } from "preact";
import { isTheirs } from "./parts/nav.ts";
import { Empty, Loading, ProblemNotice } from "./parts/Notice.tsx";
import { Shell } from "./parts/Shell.tsx";
import { account, duty, session, startPage } from "./state/session.ts";
import { words } from "./words.ts";

const SignIn = lazy(() => import("./pages/SignIn.tsx").then((page) => page.SignIn));
const Setup = lazy(() => import("./pages/Setup.tsx").then((page) => page.Setup));
const Report = lazy(() => import("./pages/Report.tsx").then((page) => page.Report));
const Progress = lazy(() => import("./pages/Progress.tsx").then((page) => page.Progress));
const Home = kept(lazy(() => import("./pages/Home.tsx").then((page) => page.Home)));
const Tasks = kept(lazy(() => import("./pages/Tasks.tsx").then((page) => page.Tasks)));
const MapBoard = kept(lazy(() => import("./pages/MapBoard.tsx").then((page) => page.MapBoard)));
const Overview = kept(lazy(() => import("./pages/Overview.tsx").then((page) => page.Overview)));
const Cockpit = kept(lazy(() => import("./pages/Cockpit.tsx").then((page) => page.Cockpit)));
const Evaluation = kept(lazy(() => import("./pages/Evaluation.tsx").then((page) => page.Evaluation)));
const EvaluationCases = kept(
  lazy(() => import("./pages/EvaluationCases.tsx").then((page) => page.EvaluationCases)),
);
const Supervision = kept(lazy(() => import("./pages/Supervision.tsx").then((page) => page.Supervision)));
const Reviews = kept(lazy(() => import("./pages/Reviews.tsx").then((page) => page.Reviews)));
const Signs = kept(lazy(() => import("./pages/Signs.tsx").then((page) => page.Signs)));
const Inbox = kept(lazy(() => import("./pages/Inbox.tsx").then((page) => page.Inbox)));
const Emergency = kept(lazy(() => import("./pages/Emergency.tsx").then((page) => page.Emergency)));
const Catalogue = kept(lazy(() => import("./pages/Catalogue.tsx").then((page) => page.Catalogue)));
const Settings = kept(lazy(() => import("./pages/Settings.tsx").then((page) => page.Settings)));
const CountyData = kept(lazy(() => import("./pages/CountyData.tsx").then((page) => page.CountyData)));
const CountySubject = kept(
  lazy(() => import("./pages/CountySubject.tsx").then((page) => page.CountySubject)),
);
const Grid = kept(lazy(() => import("./pages/Grid.tsx").then((page) => page.Grid)));
const Names = kept(lazy(() => import("./pages/Names.tsx").then((page) => page.Names)));
const Shifts = kept(lazy(() => import("./pages/Shifts.tsx").then((page) => page.Shifts)));
const Analysis = kept(lazy(() => import("./pages/Analysis.tsx").then((page) => page.Analysis)));
const Components = kept(lazy(() => import("./pages/Components.tsx").then((page) => page.Components)));
const ComponentFile = kept(
  lazy(() => import("./pages/ComponentFile.tsx").then((page) => page.ComponentFile)),
);
const Marks = kept(lazy(() => import("./pages/Marks.tsx").then((page) => page.Marks)));
const People = kept(lazy(() => import("./pages/People.tsx").then((page) => page.People)));
const Security = kept(lazy(() => import("./pages/Security.tsx").then((page) => page.Security)));
const Exports = kept(lazy(() => import("./pages/Exports.tsx").then((page) => page.Exports)));
const SecurityLog = kept(lazy(() => import("./pages/SecurityLog.tsx").then((page) => page.SecurityLog)));
const Reveals = kept(lazy(() => import("./pages/Reveals.tsx").then((page) => page.Reveals)));
const Record = kept(lazy(() => import("./pages/Record.tsx").then((page) => page.Record)));
const Duplicates = kept(lazy(() => import("./pages/Duplicates.tsx").then((page) => page.Duplicates)));
const Worklist = kept(lazy(() => import("./pages/Worklist.tsx").then((page) => page.Worklist)));
const Ledger = kept(lazy(() => import("./pages/Ledger.tsx").then((page) => page.Ledger)));
const Calls = kept(lazy(() => import("./pages/Calls.tsx").then((page) => page.Calls)));
const CallFile = kept(lazy(() => import("./pages/CallFile.tsx").then((page) => page.CallFile)));
const CallStart = kept(lazy(() => import("./pages/CallStart.tsx").then((page) => page.CallStart)));
const CallFigures = kept(lazy(() => import("./pages/CallFigures.tsx").then((page) => page.CallFigures)));
const CaseFile = kept(lazy(() => import("./pages/CaseFile.tsx").then((page) => page.CaseFile)));

/** Every part in every state: for those who build the house, in no build of it. */
const Gallery =
  import.meta.env.MODE === "development"
    ? lazy(() => import("./gallery/Gallery.tsx").then((page) => page.Gallery))
    : null;

export function App() {
  if (session.value === "unknown") return null;
  return (
    <LocationProvider>
      <Shell>
        <ErrorBoundary>
          <Router>
            <Route path="/" component={Start} />
            <Route path="/signin" component={SignIn} />
            <Route path="/setup" component={Setup} />
            <Route path="/report" component={Report} />
            <Route path="/progress" component={Progress} />
            <Route path="/progress/:number" component={Progress} />
            <Route path="/home" component={Home} />
            <Route path="/tasks" component={Tasks} />
            <Route path="/map" component={MapBoard} />
            <Route path="/overview" component={Overview} />
            <Route path="/cockpit" component={Cockpit} />
            <Route path="/evaluation" component={Evaluation} />
            <Route path="/evaluation/cases" component={EvaluationCases} />
            <Route path="/supervision" component={Supervision} />
            <Route path="/supervision/reviews" component={Reviews} />
            <Route path="/supervision/signs" component={Signs} />
            <Route path="/inbox" component={Inbox} />
            <Route path="/emergency" component={Emergency} />
            <Route path="/people" component={People} />
            <Route path="/shifts" component={Shifts} />
            <Route path="/security" component={Security} />
            <Route path="/exports" component={Exports} />
            <Route path="/security-log" component={SecurityLog} />
            <Route path="/reveals" component={Reveals} />
            <Route path="/record" component={Record} />
            <Route path="/calls" component={Calls} />
            <Route path="/calls/new" component={CallStart} />
            <Route path="/calls/figures" component={CallFigures} />
            <Route path="/calls/:id" component={CallFile} />
            <Route path="/catalogue" component={Catalogue} />
            <Route path="/settings" component={Settings} />
            <Route path="/county" component={CountyData} />
            <Route path="/county/:subject" component={CountySubject} />
            <Route path="/grid" component={Grid} />
            <Route path="/analysis" component={Analysis} />
            <Route path="/names" component={Names} />
            <Route path="/components" component={Components} />
            <Route path="/component/:code" component={ComponentFile} />
            <Route path="/marks" component={Marks} />
            <Route path="/duplicates" component={Duplicates} />
            <Route path="/cases" component={Worklist} />
            <Route path="/ledger" component={Ledger} />
            <Route path="/cases/:id" component={CaseFile} />
            <Route path="/gallery" component={Gallery ?? NoPage} />
            <Route default component={NoPage} />
          </Router>
        </ErrorBoundary>
      </Shell>
    </LocationProvider>
  );
}

/** Leads everybody to where their day begins. */
function Start() {
  const { route } = useLocation();
  const person = account.value;
  useEffect(() => route(person ? startPage(person.role) : "/signin", true), [person]);
  return <Loading />;
}

/** A page for people with an account; others are asked to sign in and come back here. */
function kept(page: unknown): AnyComponent {
  const Page = page as AnyComponent;
  return function Kept() {
    const { url, path, route } = useLocation();
    const person = account.value;
    const isBound = duty.value !== null && path !== "/security";
    useEffect(() => {
      if (!person) route(`/signin?to=${encodeURIComponent(url)}`, true);
      else if (isBound) route("/security", true);
    }, [person, isBound]);
    if (!person || isBound) return <Loading />;
    return isTheirs(person.role, path) ? <Page /> : <NotTheirs role={person.role} />;
  };
}

/** Says whose page it is not, and leads back; the server refuses its data in any case. */
function NotTheirs({ role }: { readonly role: Role }) {
  return (
    <Empty icon="lock" title={words.shell.notTheirs(roleWords[role])} hint={words.shell.notTheirsHint}>
      <a class="button" href={startPage(role)}>
        {words.shell.toStart}
      </a>
    </Empty>
  );
}

function NoPage() {
  const problem = {
    kind: "problem",
    status: 404,
    code: "noPage",
    detail: words.problem.noPage,
    field: null,
  } as const;
  return <ProblemNotice problem={problem} />;
}
