import { first, judgeDocumented, judgeStatus, membersOf, wrong } from "./answers.ts";
import { isForPlatform, isSecured, type Operation, operations, parametersOf } from "./document.ts";
import { needsOf, type PlatformCase, refuses, takes } from "./platform-case.ts";
import type { PlatformSeat } from "./platform-seat.ts";

const at = (path: string, id = "nobody"): string => path.replaceAll(/\{\w+\}/g, id);
const isByKey = ({ schemes }: Operation): boolean => schemes.includes("key") || schemes.includes("session");
/** Those that a machine signs in at, or that carry their credential in the path, answer otherwise. */
const secured = operations.filter((one) => isSecured(one) && isByKey(one));
const STRANGER = "da_00000000000000000000000000000000";

/** A key of the right length that nobody has: the last characters of the good one are others. */
const nearly = ({ options: { key } }: PlatformSeat): string =>
  `${key.slice(0, -4)}${[...key.slice(-4)].map((one) => (one === "A" ? "B" : "A")).join("")}`;

const keyless = secured.map((one) =>
  refuses(
    `access/none/${one.id}`,
    "API-AUTH-01",
    [`没有凭证:${one.id}`, `without a credential: ${one.id}`],
    async (seat) => judgeStatus(await seat.ask(one.method, at(one.path), { key: null }), 401),
    { needs: needsOf(one.tag) },
  ),
);

const wrongKeys = secured.map((one) =>
  refuses(
    `access/stranger/${one.id}`,
    "API-AUTH-02",
    [`密钥不对:${one.id}`, `with a key that nobody has: ${one.id}`],
    async (seat) => judgeStatus(await seat.ask(one.method, at(one.path), { key: STRANGER }), 401),
    { needs: needsOf(one.tag), asks: "full" },
  ),
);

/** Whoever is somebody else's may not come: the least that is sent, so that nothing happens where it may after all. */
const forbidden = secured
  .filter((one) => !isForPlatform(one))
  .map((one) =>
    refuses(
      `access/role/${one.id}`,
      "API-AUTHZ-01",
      [`平台角色无权:${one.id}`, `not for a platform's key: ${one.id}`],
      async (seat) => judgeStatus(await seat.ask(one.method, at(one.path)), 403),
      { needs: needsOf(one.tag), asks: "full" },
    ),
  );

const badHeaders: readonly (readonly [string, (seat: PlatformSeat) => string])[] = [
  ["basic", ({ options: { key } }) => `Basic ${Buffer.from(`x:${key}`).toString("base64")}`],
  ["no-scheme", ({ options: { key } }) => key],
  ["other-scheme", ({ options: { key } }) => `Token ${key}`],
  ["empty", () => "Bearer "],
  ["nearly", (seat) => `Bearer ${nearly(seat)}`],
  ["short", ({ options: { key } }) => `Bearer ${key.slice(0, -1)}`],
  ["long", ({ options: { key } }) => `Bearer ${key}A`],
  ["upper", ({ options: { key } }) => `Bearer ${key.toUpperCase()}`],
  ["twice", ({ options: { key } }) => `Bearer ${key} ${key}`],
  ["unsigned-jwt", () => "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9."],
];

const byMethods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const paths = [...new Set(operations.map(({ path }) => path))];

const methods = paths.flatMap((path): readonly PlatformCase[] => {
  const own = operations.filter((one) => one.path === path);
  const [one] = own;
  const known = new Set(own.map(({ method }) => method as string));
  const absent = byMethods.find((method) => !known.has(method));
  // Whose path is itself a credential answers nobody else.
  if (one === undefined || absent === undefined || path.includes("{address}") || path.includes("{interface}"))
    return [];
  return [
    refuses(
      `method${at(path, "-")}`,
      "API-METHOD-01",
      [`没有的方法:${absent} ${path}`, `a method that there is not: ${absent} ${path}`],
      async (seat) => {
        const answer = await seat.ask(absent, at(path), absent === "GET" ? {} : { body: {} });
        const bad = judgeStatus(answer, 405);
        if (bad !== null) return bad;
        const allowed = (answer.headers.get("allow") ?? "").split(",").map((name) => name.trim());
        const missing = [...known].find((method) => !allowed.includes(method));
        if (allowed.includes(absent)) return wrong("broken-rule", `Allow without ${absent}`, answer);
        return missing === undefined ? null : wrong("missing", `Allow: ${[...known].join(", ")}`, answer);
      },
      { needs: needsOf(one.tag), asks: "full" },
    ),
  ];
});

/** Reads that ask for one of several filters, or that tell of what was never set up by a refusal. */
const asking: readonly string[] = ["listLatestReadings", "getCredentials"];
/** Reads that need nothing but the key: each answers as the document says. */
const plain = operations
  .filter(
    (one) =>
      one.method === "GET" &&
      !one.path.includes("{") &&
      !asking.includes(one.id) &&
      (isForPlatform(one) || !isSecured(one)),
  )
  .filter((one) => !parametersOf(one).some(({ required }) => required === true))
  .map((one) =>
    takes(
      `plain/${one.id}`,
      isSecured(one) ? "API-AUTH-02" : "API-AUTH-01",
      [`读取 ${one.path}`, `${one.path} is read`],
      async (seat) => {
        const answer = await seat.get(one.path, isSecured(one) ? {} : { key: null });
        // What was never set up may not be there.
        return first(judgeStatus(answer, 200, 204, 404), judgeDocumented(one, answer));
      },
      { needs: needsOf(one.tag) },
    ),
  );

const UNITS = "/api/v1/units";

/** Cases of who may call what (SEC-API-01, SEC-API-02, SEC-AZ-05), and of what there is not. */
export const accessCases: readonly PlatformCase[] = [
  ...keyless,
  ...wrongKeys,
  ...forbidden,
  ...badHeaders.map(([name, header]) =>
    refuses(
      `access/header/${name}`,
      "API-AUTH-02",
      [`凭证形式不对:${name}`, `a credential of a wrong form: ${name}`],
      async (seat) => judgeStatus(await seat.get(UNITS, { key: null, headers: { authorization: header(seat) } }), 401),
    ),
  ),
  refuses("access/in-address", "API-AUTH-02", ["地址中的密钥不算", "a key in the address is none"], async (seat) => {
    const key = encodeURIComponent(seat.options.key);
    for (const name of ["key", "access_token", "token", "api_key"]) {
      const answer = await seat.get(`${UNITS}?${name}=${key}`, { key: null });
      const { asked, ...rest } = answer;
      // The address holds the key, and reports hold none.
      const bad = judgeStatus({ ...rest, asked: { ...asked, path: `${UNITS}?${name}=…` } }, 401);
      if (bad !== null) return bad;
    }
    return null;
  }),
  refuses(
    "access/dead-key",
    "API-AUTH-02",
    ["过期或吊销的密钥", "a key that expired or was revoked"],
    async (seat) => judgeStatus(await seat.get(UNITS, { key: seat.options.deadKey }), 401),
    { needs: ["dead-key"] },
  ),
  takes(
    "access/challenge",
    "API-AUTH-01",
    ["401 说明如何认证", "401 says how to sign in"],
    async (seat) => {
      const answer = await seat.get(UNITS, { key: null });
      const challenge = answer.headers.get("www-authenticate") ?? "";
      return first(
        judgeStatus(answer, 401),
        /bearer/i.test(challenge) ? null : wrong("missing", "WWW-Authenticate: Bearer", answer),
      );
    },
    { asks: "full" },
  ),
  ...["/api/v1/buildings", "/api/v2/units", "/api/v1/units/a/b/c/d", "/admin", "/.env", "/api/v1/"].map((path) =>
    refuses(
      `path${path.replaceAll("/", "-")}`,
      "API-PATH-01",
      [`没有的地址:${path}`, `an address that there is not: ${path}`],
      async (seat) => judgeStatus(await seat.get(path), 404),
    ),
  ),
  ...methods,
  ...plain,
  takes("headers", "API-HEAD-01", ["应答头", "headers of answers"], async (seat) => {
    const answer = await seat.get("/api/v1/operators?limit=1");
    const header = (name: string): string => answer.headers.get(name) ?? "";
    if (!/nosniff/.test(header("x-content-type-options")))
      return wrong("missing", "X-Content-Type-Options: nosniff", answer);
    if (!/^application\/json(;|$)/.test(header("content-type")))
      return wrong("missing", "Content-Type: application/json", answer);
    return header("x-request-id") === "" ? wrong("missing", "X-Request-Id", answer) : null;
  }),
  refuses(
    "headers/store",
    "API-HEAD-01",
    ["个人信息不得缓存", "personal data are not kept by caches"],
    async (seat) => {
      const { operator } = await seat.town();
      const answer = await seat.get(`/api/v1/operators/${operator}`);
      return first(
        judgeStatus(answer, 200),
        /no-store|no-cache|private/.test(answer.headers.get("cache-control") ?? "")
          ? null
          : wrong("missing", "Cache-Control: no-store, no-cache or private", answer),
      );
    },
  ),
  refuses("headers/origin", "API-HEAD-01", ["不允许任意来源", "no other origin may read"], async (seat) => {
    const answer = await seat.get("/api/v1/operators?limit=1", { headers: { origin: "https://evil.example" } });
    const allowed = answer.headers.get("access-control-allow-origin");
    return allowed === "*" || allowed === "https://evil.example"
      ? wrong("broken-rule", "no Access-Control-Allow-Origin for a strange origin", answer)
      : null;
  }),
  takes(
    "document",
    "API-DOC-01",
    ["提供接口文档", "the document is served to everyone"],
    async (seat) => {
      const answer = await seat.get("/openapi.json", { key: null });
      const bad = judgeStatus(answer, 200);
      if (bad !== null) return bad;
      const { openapi, paths: served } = membersOf(answer);
      const own = Object.keys((served ?? {}) as object);
      const missing = operations.find(({ path, tag }) => needsOf(tag).length === 0 && !own.includes(path));
      if (typeof openapi !== "string" || !openapi.startsWith("3.")) return wrong("wrong-value", "OpenAPI 3", answer);
      return missing === undefined
        ? null
        : wrong("missing", `the path ${missing.path}`, { ...answer, text: own.join(" ") });
    },
    { asks: "full" },
  ),
];
