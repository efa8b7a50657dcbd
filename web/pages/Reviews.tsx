/** 复核台: what waits for a decision, first what is due first; decided in the case file, where everything is seen. */
import { Empty, Hint } from "../parts/Notice.tsx";
import { ReviewItem } from "../parts/ReviewItem.tsx";
import { SupervisionFrame } from "../parts/SupervisionFrame.tsx";
import { reviews } from "../state/supervision.ts";
import { supervisionWords } from "../supervisionWords.ts";

export function Reviews() {
  const rows = reviews.value.value?.rows ?? [];
  const text = supervisionWords.reviews;
  return (
    <SupervisionFrame here="reviews" of={reviews}>
      <Hint>{text.twoPersons}</Hint>
      <section class="card" aria-label={text.title}>
        {rows.length === 0 && <Empty title={text.empty} hint={text.emptyHint} />}
        <ul>
          {rows.map((row) => (
            <ReviewItem key={`${row.case.id} ${row.kind}`} row={row} />
          ))}
        </ul>
      </section>
    </SupervisionFrame>
  );
}
