import "./polyfills.ts";
import "./style/tokens.css";
import "./style/base.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./app.tsx";
import { fetchPage } from "./pages.ts";
import { hearInstall } from "./state/install.ts";
import { skipLeftBehind } from "./state/overPage.ts";
import { startQueue } from "./state/queue.ts";
import { loadReference } from "./state/reference.ts";
import { startTicking } from "./state/serverTime.ts";
import { account, loadSession } from "./state/session.ts";
import { startTheme } from "./state/theme.ts";

startTheme(location.search);
hearInstall();
startTicking();
skipLeftBehind();

const place = document.querySelector("#app");
if (place) render(<App />, place);

const standing = Promise.allSettled([fetchPage(location.pathname), loadSession()]);
void loadReference();
void startQueue();
// One stream of news while somebody is signed in.
effect(() => {
  const id = account.value?.id;
  if (id === undefined) return;
  let close = () => {};
  let isLeft = false;
  void import("./state/sharedLine.ts").then(
    ({ openLive }) => isLeft || (close = openLive(id)),
    () => undefined,
  );
  return () => {
    isLeft = true;
    close();
  };
});

// In development the shell changes with every keystroke; only a build is kept on the device. It is fetched once the page
// stands: on a slow line it would come in the way of the page itself.
if (import.meta.env.PROD && "serviceWorker" in navigator)
  void standing.then(() => navigator.serviceWorker.register("/sw.js"));
