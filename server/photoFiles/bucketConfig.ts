/** Settings of the bucket that photos lie in (S3 and what speaks as it does); all empty: they lie in the data folder. */

export interface BucketConfig {
  /** Address of the storage, without a path. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** In front of each name; empty, or with `/` at its end. */
  readonly prefix: string;
  /** The bucket as the first part of the path, or of the name of the host. */
  readonly style: "path" | "host";
  readonly keyId: string;
  readonly secret: string;
}

export const bucketSettings = [
  {
    name: "S3_ENDPOINT",
    preset: "",
    meaning: "照片放在 S3 兼容的对象存储：它的地址，如 http://10.0.0.8:9000；留空放在数据目录",
  },
  { name: "S3_BUCKET", preset: "", meaning: "存储桶的名称；桶要先建好" },
  { name: "S3_KEY_ID", preset: "", meaning: "访问密钥编号（Access Key ID）" },
  { name: "S3_SECRET", preset: "", meaning: "访问密钥（Secret Access Key）" },
  { name: "S3_REGION", preset: "us-east-1", meaning: "存储所在的区域，如 cn-north-1；自建的多为缺省值" },
  {
    name: "S3_STYLE",
    preset: "path",
    meaning: "path 桶名写在路径里（自建的多如此）；host 写在主机名里（阿里云、腾讯云）",
  },
  { name: "S3_PREFIX", preset: "photos/", meaning: "照片在桶里放在哪个前缀下，以 / 结尾" },
] as const;

type Read = (name: string) => string;
type Check = (name: string, fits: boolean, expected: string) => void;

/** @returns null when it is not wanted; what does not fit is told to `check`. */
export function readBucket(read: Read, check: Check): BucketConfig | null {
  const [endpoint, bucket, style] = [read("S3_ENDPOINT"), read("S3_BUCKET"), read("S3_STYLE")];
  const isWanted = endpoint !== "";
  check(
    "S3_ENDPOINT",
    !isWanted || isBareAddress(endpoint),
    "留空，或 http://、https:// 开头、不带路径和账号的地址",
  );
  check(
    "S3_BUCKET",
    isWanted ? /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/u.test(bucket) : bucket === "",
    "与 S3_ENDPOINT 同时给出；3 到 63 个小写字母、数字、点或横线",
  );
  for (const name of ["S3_KEY_ID", "S3_SECRET"])
    check(
      name,
      isWanted ? /^\S+$/u.test(read(name)) : read(name) === "",
      "与 S3_ENDPOINT 同时给出，或都留空",
    );
  check("S3_REGION", /^[a-z\d-]{1,40}$/u.test(read("S3_REGION")), "小写字母、数字和横线，如 cn-north-1");
  check("S3_STYLE", style === "path" || style === "host", "path 或 host");
  check(
    "S3_PREFIX",
    /^([\w.-]+\/)+$/u.test(read("S3_PREFIX")),
    "字母、数字、点、横线，以 / 结尾，如 photos/",
  );
  if (!isWanted) return null;
  return Object.freeze({
    endpoint: endpoint.replace(/\/$/u, ""),
    region: read("S3_REGION"),
    bucket,
    prefix: read("S3_PREFIX"),
    style: style === "host" ? "host" : "path",
    keyId: read("S3_KEY_ID"),
    secret: read("S3_SECRET"),
  });
}

function isBareAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, pathname, search, hash, username, password } = new URL(address);
  const isWeb = protocol === "https:" || protocol === "http:";
  return isWeb && pathname === "/" && search + hash + username + password === "";
}
