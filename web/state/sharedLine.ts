/**
 * One line for the whole browser: of its tabs one holds the lock and the line, the others hear it through a channel; when
 * that tab closes, another goes on from where it stopped. Fetched once somebody is signed in.
 */
import { forgetNews, markOfNews, stale, takeNews } from "./live.ts";
import { type LineNews, openLine } from "./liveLine.ts";

/** Opens the stream, or listens to the tab that has it. @returns a function that closes it. */
export function openLive(accountId: string): () => void {
  forgetNews();
  const close = sharesLine() ? shared(`huying.live.${accountId}`) : openLine(undefined, takeNews);
  return () => {
    close();
    forgetNews();
  };
}

/** Locks want a secure origin; an office that reaches its server by plain http has a line for each tab. */
function sharesLine(): boolean {
  return "locks" in navigator && "BroadcastChannel" in window;
}

/** What tabs tell each other: news of the line, and the question of a new tab how it stands. */
type Said = LineNews | { readonly kind: "ask" };

function shared(name: string): () => void {
  const channel = new BroadcastChannel(name);
  const tell: (said: Said) => void = channel.postMessage.bind(channel);
  const leave = new AbortController();
  let release = () => {};
  channel.addEventListener("message", ({ data }: MessageEvent<Said>) => {
    if (data.kind !== "ask") takeNews(data);
  });
  const lead = () =>
    new Promise<void>((done) => {
      const say = (news: LineNews) => {
        takeNews(news);
        tell(news);
      };
      const answer = ({ data }: MessageEvent<Said>) =>
        data.kind === "ask" && tell({ kind: "line", isStale: stale.peek() });
      channel.addEventListener("message", answer);
      const close = openLine(markOfNews(), say);
      release = () => {
        close();
        done();
      };
    });
  navigator.locks.request(name, { signal: leave.signal }, lead).catch(() => undefined);
  tell({ kind: "ask" });
  return () => {
    leave.abort();
    release();
    channel.close();
  };
}
