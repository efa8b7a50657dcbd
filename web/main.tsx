import "./polyfills.ts";
import "./style/tokens.css";
import "./style/base.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./app.tsx";
import { hearInstall } from "./state/install.ts";
import { startQueue } from "./state/queue.ts";
import { loadReference } from "./state/reference.ts";
import { startTicking } from "./state/serverTime.ts";
import { account, loadSession } from "./state/session.ts";
import { startTheme } from "./state/theme.ts";

startTheme(location.search);
hearInstall();
startTicking();

const place = document.querySelector("#app");
if (place) render(<App />, place);

void loadSession();
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

// In development the shell changes with every keystroke; only a build is kept on the device.
if (import.meta.env.PROD && "serviceWorker" in navigator) void navigator.serviceWorker.register("/sw.js");
