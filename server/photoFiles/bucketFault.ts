/** The bucket of photos does not do what it was asked. Told as a kind of its own: the photos may all be well. */

/** `away`: nobody answers, or not now; `refused`: it answers that we may not, or that there is no such bucket. */
export type BucketFaultKind = "away" | "refused";

export class BucketFault extends Error {
  readonly kind: BucketFaultKind;
  /** What the storage says itself, such as `AccessDenied`; of a line its code, such as `ECONNREFUSED`. */
  readonly said: string;
  constructor(kind: BucketFaultKind, place: string, said: string) {
    super(
      kind === "away"
        ? `照片存储 ${place} 现在连不上（${said}）`
        : `照片存储 ${place} 不让存取（${said}）：请检查 S3_BUCKET、S3_REGION、S3_STYLE、S3_KEY_ID、S3_SECRET 和这把密钥的权限`,
    );
    this.kind = kind;
    this.said = said;
  }
}
