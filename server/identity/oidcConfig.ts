/** Settings of signing in by the county's own identity provider (OpenID Connect); all empty: it is not offered. */

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** Empty for a public client. */
  readonly clientSecret: string;
  /** The address that people open, without a path; the issuer sends them back to it. */
  readonly publicUrl: string;
  /** Claim of the ID token that is an account's name here. */
  readonly claim: string;
  /** What the button says. */
  readonly name: string;
  /** Whose second factor counts: our own, or the one the issuer has asked for. */
  readonly factor: "own" | "issuer";
}

export const oidcSettings = [
  {
    name: "OIDC_ISSUER",
    preset: "",
    meaning: "统一身份认证（OIDC）的签发地址，https:// 开头；留空不启用",
  },
  { name: "OIDC_CLIENT_ID", preset: "", meaning: "在统一身份认证登记的应用编号" },
  { name: "OIDC_CLIENT_SECRET", preset: "", meaning: "应用密钥；登记为公开客户端的留空" },
  {
    name: "OIDC_CLAIM",
    preset: "preferred_username",
    meaning: "身份令牌里哪一项是本系统的账号名；只认已有账号，不会自动开户",
  },
  { name: "OIDC_NAME", preset: "统一身份认证", meaning: "登录页按钮上的名称" },
  {
    name: "OIDC_FACTOR",
    preset: "own",
    meaning: "own 仍要本系统的动态验证码；issuer 认可对方已做的第二因素",
  },
  { name: "PUBLIC_URL", preset: "", meaning: "群众和工作人员打开的网址，如 https://huying.example.gov.cn" },
] as const;

/** Where the issuer sends people back to, under `publicUrl`. */
export const CALLBACK = "/api/session/oidc/callback";

type Read = (name: string) => string;
type Check = (name: string, fits: boolean, expected: string) => void;

/** @returns null when it is not wanted; what does not fit is told to `check`. */
export function readOidc(read: Read, check: Check): OidcConfig | null {
  const [issuer, publicUrl, factor] = [read("OIDC_ISSUER"), read("PUBLIC_URL"), read("OIDC_FACTOR")];
  const isWanted = issuer !== "";
  check("OIDC_ISSUER", !isWanted || isSafeAddress(issuer), "留空，或 https:// 开头、不带 ? 和 # 的地址");
  check("OIDC_CLIENT_ID", (read("OIDC_CLIENT_ID") === "") === !isWanted, "与 OIDC_ISSUER 同时给出，或都留空");
  check(
    "OIDC_CLIENT_SECRET",
    isWanted || read("OIDC_CLIENT_SECRET") === "",
    "与 OIDC_ISSUER 同时给出，或都留空",
  );
  check(
    "PUBLIC_URL",
    publicUrl === "" ? !isWanted : isSafeAddress(publicUrl) && new URL(publicUrl).pathname === "/",
    "网址，如 https://huying.example.gov.cn，不带路径；启用 OIDC 时必填",
  );
  check("OIDC_CLAIM", /^[A-Za-z_][\w.:/-]{0,99}$/.test(read("OIDC_CLAIM")), "身份令牌里的项名，如 sub");
  check("OIDC_NAME", read("OIDC_NAME").length <= 20, "最多 20 个字");
  check("OIDC_FACTOR", factor === "own" || factor === "issuer", "own 或 issuer");
  if (!isWanted) return null;
  return Object.freeze({
    issuer,
    clientId: read("OIDC_CLIENT_ID"),
    clientSecret: read("OIDC_CLIENT_SECRET"),
    publicUrl: publicUrl.replace(/\/$/, ""),
    claim: read("OIDC_CLAIM"),
    name: read("OIDC_NAME"),
    factor: factor === "issuer" ? "issuer" : "own",
  });
}

/** HTTPS; plain HTTP only to this machine itself, for trials. */
function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, search, hash, username } = new URL(address);
  const isHere = hostname === "127.0.0.1" || hostname === "localhost" || hostname === "[::1]";
  return (
    (protocol === "https:" || (protocol === "http:" && isHere)) &&
    search === "" &&
    hash === "" &&
    username === ""
  );
}
