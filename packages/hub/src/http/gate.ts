import type { Instant } from "@dianan/model";
import { type OperationRow, operations, type RoleId, type Scope as ScopeWord } from "@dianan/open-api/tables";
import type { Result } from "@dianan/sharing";
import type { Sessions } from "../ports/access-engine.ts";
import type { Caller } from "../ports/caller.ts";
import type { Machines } from "../ports/machines.ts";
import type { Parties } from "../ports/parties.ts";
import { cookieOf, isSameOrigin, SESSION_COOKIE } from "./credentials.ts";
import { type Problem, problem } from "./problem.ts";
import { readSignature } from "./signature.ts";
import { stepUpRefusal } from "./step-up.ts";

const rows: ReadonlyMap<string, OperationRow> = new Map(operations.map((row) => [`${row.method} ${row.path}`, row]));

/** The row of the document for a route. @throws RangeError for a route that the document does not have */
export const operationAt = (method: string, path: string): OperationRow => {
  const row = rows.get(`${method} ${path}`);
  if (row === undefined) throw new RangeError(`${method} ${path} is not in the OpenAPI document`);
  return row;
};

/** Who was turned away, as far as it is known, and how. */
export type Denied = { readonly caller: Caller | null; readonly problem: Problem };

/** Checks credentials and rights: what the table does not allow is denied (SEC-AZ-05). */
export type Gate = {
  /** Who asks, whatever they may do; null: no credential, or none that is good. */
  callerOf(request: Request, url: URL, now: Instant): Promise<Caller | Problem | null>;
  /** Who may do this; null only where no credential is needed. */
  admit(row: OperationRow, request: Request, url: URL, now: Instant): Promise<Result<Caller | null, Denied>>;
};

const bearer = /^Bearer +(d[adpt]_[A-Za-z0-9_-]{8,125})$/i;

const unauthorized = (): Problem =>
  problem("unauthorized", "Send Authorization: Bearer with a valid key, or sign in. 请发送有效密钥或登录。", {
    headers: { "WWW-Authenticate": "Bearer" },
  });
const forbidden = (detail: string): Problem => problem("forbidden", detail);

const denied = (what: Problem, caller: Caller | null = null): { readonly ok: false; readonly error: Denied } => ({
  ok: false,
  error: { caller, problem: what },
});

/** Whether a role allows an operation, and nothing narrows it away. */
export const allows = (row: OperationRow, { role, scopes }: Caller): boolean =>
  row.roles.includes(role as RoleId) &&
  (scopes === null || row.scopes.every((word: ScopeWord) => scopes.includes(word)));

/** Which role or scope is missing: the table is public, and who knows it knows whom to ask. */
const notAllowed = (row: OperationRow, { role, scopes }: Caller): string => {
  if (!row.roles.includes(role as RoleId))
    return `Your role ${role} does not allow this; it is for ${row.roles.join(", ")}. 您的角色 ${role} 不允许此操作,允许的角色:${row.roles.join("、")}。`;
  const missing = row.scopes.filter((word: ScopeWord) => scopes?.includes(word) !== true);
  return `Your credential lacks the scope ${missing.join(", ")}. 您的凭证缺少权限范围 ${missing.join("、")}。`;
};

export const createGate = (
  sessions: Pick<Sessions, "find">,
  { keys, clients, devices }: Machines,
  parties: Pick<Parties, "bySecret" | "bySignature">,
): Gate => {
  // Whoever has its token may know: it would ask for an invitation again if it seemed lost.
  const suspended = (): Problem =>
    forbidden("Your platform is suspended; ask this hub's administrator. 贵平台已被暂停接入,请联系本平台管理员。");
  const byPartyToken = async (secret: string, now: Instant): Promise<Caller | Problem | null> => {
    const caller = await parties.bySecret(secret, now);
    return caller === "suspended" ? suspended() : caller;
  };
  const bySignature = async (request: Request, url: URL, now: Instant): Promise<Caller | Problem> => {
    const claim = readSignature(request, url);
    const bad = (): Problem =>
      problem("bad-signature", "The signature does not fit this request. 签名与请求不符。", {
        headers: { "WWW-Authenticate": "Signature" },
      });
    if (claim === null) return bad();
    const { keyId, createdAt, nonce } = claim;
    const signed = [keyId, createdAt as Instant, nonce, claim.isSignedWith, now] as const;
    const caller = (await parties.bySignature(...signed)) ?? (await clients.bySignature(...signed));
    if (caller === "suspended") return suspended();
    if (caller === "expired")
      return problem("signature-expired", "It was made more than 5 minutes ago or ahead. 签名时间相差超过 5 分钟。");
    if (caller === "unreadable")
      return problem(
        "bad-signature",
        "This hub can no longer open the secret with which you sign: its master key was replaced. Ask its administrator for a new secret. 本平台已无法打开您签名所用的密钥(主密钥已更换),请向管理员申请新密钥。",
        { headers: { "WWW-Authenticate": "Signature" } },
      );
    if (caller === "reused") return problem("nonce-reused", "Each nonce works once. 每个 nonce 只能用一次。");
    return caller === "wrong" ? bad() : caller;
  };

  const callerOf: Gate["callerOf"] = async (request, url, now) => {
    if (request.headers.has("signature")) return bySignature(request, url, now);
    const header = request.headers.get("authorization");
    // A bad Authorization header is not helped by a good cookie.
    if (header !== null) {
      const secret = bearer.exec(header.trim())?.[1] ?? "";
      if (secret.toLowerCase().startsWith("dt_")) return clients.byToken(secret, now);
      if (secret.toLowerCase().startsWith("dp_")) return byPartyToken(secret, now);
      if (secret.toLowerCase().startsWith("dd_")) return devices.bySecret(secret, now);
      return secret === "" ? null : keys.bySecret(secret, now);
    }
    const cookie = cookieOf(request, SESSION_COOKIE);
    return cookie === null || cookie === "" || cookie.length > 256 ? null : sessions.find(cookie, now);
  };

  const schemeOf = {
    session: "session",
    key: "key",
    token: "oauth2",
    signature: "signature",
    device: "device",
  } as const;

  return {
    callerOf,
    admit: async (row, request, url, now) => {
      if (row.schemes.length === 0) return { ok: true, value: null };
      // Clients of the token endpoint show their secret to its handler.
      if (row.schemes.includes("client") && !row.isPlanned) return { ok: true, value: null };
      const caller = await callerOf(request, url, now);
      if (caller === null) return denied(unauthorized());
      if ("kind" in caller) return denied(caller);
      if (!row.schemes.includes(schemeOf[caller.by]))
        return denied(forbidden("This needs another kind of credential. 此操作需要其他类型的凭证。"), caller);
      if (!allows(row, caller)) return denied(forbidden(notAllowed(row, caller)), caller);
      if (row.method !== "GET" && caller.by === "session" && !isSameOrigin(request))
        return denied(
          forbidden(
            "A change by cookie must come from the console itself; a program sends X-DianAn-Request: 1. 用会话修改数据的请求必须来自控制台;程序请加请求头 X-DianAn-Request: 1。",
          ),
          caller,
        );
      const stepUp = row.needsStepUp ? stepUpRefusal(caller, now) : null;
      if (stepUp !== null) return denied(stepUp, caller);
      return { ok: true, value: caller };
    },
  };
};
