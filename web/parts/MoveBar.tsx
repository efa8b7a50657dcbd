/** Exactly the moves the server offers this person, and nothing else. */
import { useLocation } from "preact-iso/router";
import { useState } from "preact/hooks";
import type { CaseAnswer, MoveOffer } from "../../server/domain/caseAnswers.ts";
import { type Problem, unreached } from "../api.ts";
import type { CaseFile } from "../state/caseFile.ts";
import { actName, actsAtOnce, inOrder, isBackward, isForward } from "../state/moveForm.ts";
import { keyHint, keysOfAct } from "../state/shortcuts.ts";
import { theme } from "../state/theme.ts";
import { caseWords } from "../caseWords.ts";
import { Later } from "./Later.tsx";
import styles from "./MoveBar.module.css";
import { BlockedMoves } from "./BlockedMoves.tsx";
import { Fold } from "./Fold.tsx";
import { ProblemNotice } from "./Notice.tsx";

/** As many buttons as a phone shows beside the case; the rest stand behind a fold. */
const NEAR = 4;
/** In large type four would cover the case: the one next act, and 更多 beside it. */
const NEAR_LARGE = 1;
const onPhone = matchMedia("(max-width: 720px)");

const moveDialog = () => import("./MoveDialog.tsx").then((part) => part.MoveDialog);

interface MoveBarProps {
  readonly file: CaseFile;
  readonly found: CaseAnswer;
}

export function MoveBar({ file, found }: MoveBarProps) {
  const { query } = useLocation();
  // A link may lead straight to one form: `?act=support` from the review desk
  const [open, setOpen] = useState<MoveOffer | null>(
    found.moves.find(({ action }) => action === query["act"]) ?? null,
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const offers = inOrder(found.moves);
  const primary = offers.find((offer) => isForward(offer.action));
  const isLarge = theme.value === "care" && onPhone.matches;
  const most = isLarge ? NEAR_LARGE : NEAR;
  const [near, far] = offers.length <= most + 1 ? [offers, []] : [offers.slice(0, most), offers.slice(most)];

  async function press(offer: MoveOffer): Promise<void> {
    setProblem(null);
    if (!actsAtOnce(offer)) return setOpen(offer);
    setProblem(await file.move(offer, {}));
  }

  if (offers.length === 0)
    return (
      <>
        <p class={`muted ${styles["none"]}`}>{caseWords.noMoves}</p>
        <BlockedMoves found={found} />
      </>
    );
  return (
    <div class={isLarge ? styles["large"] : ""} role="group" aria-label={caseWords.moves}>
      {problem && <ProblemNotice problem={problem} />}
      <Buttons offers={near} primary={primary} busy={file.moving.value} press={press} />
      <div class={styles["folds"]}>
        {far.length > 0 && (
          <Fold
            found={found}
            title={isLarge ? caseWords.more : caseWords.otherMoves(far.length)}
            class={styles["far"]}
          >
            <Buttons offers={far} primary={primary} busy={file.moving.value} press={press} />
          </Fold>
        )}
        <BlockedMoves found={found} />
      </div>
      {open && (
        <Later
          load={moveDialog}
          props={{ file, found, offer: open, close: () => setOpen(null) }}
          failed={() => {
            setOpen(null);
            setProblem(unreached(false));
          }}
        />
      )}
    </div>
  );
}

interface ButtonsProps {
  readonly offers: readonly MoveOffer[];
  readonly primary: MoveOffer | undefined;
  readonly busy: boolean;
  readonly press: (offer: MoveOffer) => Promise<void>;
}

function Buttons({ offers, primary, busy, press }: ButtonsProps) {
  return (
    <div class={styles["buttons"]}>
      {offers.map((offer) => (
        <button
          key={offer.action}
          type="button"
          class={`button ${offer === primary ? "primary" : ""} ${isBackward(offer.action) ? "danger" : ""}`}
          disabled={busy}
          {...keyHint(keysOfAct(offer.action, offer === primary))}
          onClick={() => void press(offer)}
        >
          {actName(offer)}
          {!actsAtOnce(offer) && caseWords.opens}
        </button>
      ))}
    </div>
  );
}
