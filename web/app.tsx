/** The frame, and in it the page of the address. */
import type { Role } from "../server/domain/case.ts";
import { roleWords } from "../server/domain/words.ts";
import lazy, { ErrorBoundary } from "preact-iso/lazy";
import { LocationProvider, Route, Router, useLocation } from "preact-iso/router";
import { useEffect } from "preact/hooks";
import type { AnyComponent } from "preact";
import { isTheirs } from "./parts/nav.ts";
import { Empty, Loading } from "./parts/Notice.tsx";
import { Shell } from "./parts/Shell.tsx";
import { keptPages, openPages } from "./pages.ts";
import { account, duty, session, startPage } from "./state/session.ts";
import { words } from "./words.ts";

const gatedPages = Object.entries(keptPages).map(([path, page]) => [path, kept(page)] as const);

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
            {[...Object.entries(openPages), ...gatedPages].map(([path, page]) => (
              <Route key={path} path={path} component={page} />
            ))}
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

/** A mistyped or old address: whoever has no account sees no menu either. */
function NoPage() {
  return (
    <Empty icon="search" title={words.problem.noPage}>
      <a class="button" href="/">
        {words.shell.toStart}
      </a>
    </Empty>
  );
}
