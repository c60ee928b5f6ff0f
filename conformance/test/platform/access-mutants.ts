import {
  asIf,
  asKey,
  butSays,
  isOf,
  itemsOf,
  jsonOf,
  keyOf,
  type PlatformMutant,
  saying,
  textOf,
  withHeader,
} from "./platform-mutant.ts";

const LISTS = /^\/api\/v1\/(operators|units|devices|components|alarms)(\?|$)/;

/** Wrong platforms: who may do what, and how a refusal is told. */
export const accessMutants: Readonly<Record<string, PlatformMutant>> = {
  "MP-17": {
    mistake: "another organisation's things are readable by their ids",
    ...{ caughtBy: "API-TENANT-01", cases: ["API/tenants/foreign/getUnit", "API/tenants/foreign/getDevice"] },
    answer: async (asked, right, { hub }) => {
      const said = await right(asked);
      return said.status === 404 && asked.method === "GET" && keyOf(asked) === hub.otherKey
        ? right(asKey(asked, hub.key))
        : said;
    },
  },
  "MP-17b": {
    mistake: "another organisation's things are told apart from missing ones",
    ...{ caughtBy: "API-TENANT-02", cases: ["API/tenants/foreign/getUnit", "API/tenants/foreign/deleteDevice"] },
    answer: async (asked, right, { hub, ask }) => {
      const said = await right(asked);
      if (said.status !== 404 || keyOf(asked) !== hub.otherKey) return said;
      const theirs = await ask({ path: asked.path.split("/").slice(0, 5).join("/") });
      return theirs.status === 200 ? { ...said, status: 403 } : said;
    },
  },
  "MP-17c": {
    mistake: "lists show the things of other organisations",
    ...{ caughtBy: "API-TENANT-01", cases: ["API/tenants/list/unit", "API/tenants/list/alarm"] },
    answer: butSays(async (said, asked, { hub, ask }) => {
      if (asked.method !== "GET" || !LISTS.test(asked.path) || keyOf(asked) !== hub.otherKey) return said;
      const mine = await ask({ path: asked.path.split("?")[0] ?? "" });
      return { ...said, body: textOf({ ...jsonOf(said.body), items: [...itemsOf(said), ...itemsOf(mine)] }) };
    }),
  },
  "MP-18": {
    mistake: "the credential is not checked on one operation",
    ...{ caughtBy: "API-AUTH-01", cases: ["API/access/none/listCodeLists", "API/access/none/listUnits"] },
    answer: asIf((asked, { hub }) => (isOf(asked, "GET", /^\/api\/v1\/code-lists$/) ? asKey(asked, hub.key) : asked)),
  },
  "MP-18b": {
    mistake: "what is for people alone opens to a platform's key",
    ...{ caughtBy: "API-AUTHZ-01", cases: ["API/access/role/listUsers", "API/access/role/listApiKeys"] },
    answer: butSays((said, asked) =>
      said.status === 403 && isOf(asked, "GET", /^\/api\/v1\/users/) ? saying(200, { items: [], next: null }) : said,
    ),
  },
  "MP-18c": {
    mistake: "a key in the address is taken",
    ...{ caughtBy: "API-AUTH-02", cases: ["API/access/in-address", "API/access/header/basic"] },
    answer: asIf((asked) => {
      const [path = "", query = ""] = asked.path.split("?");
      const key = new URLSearchParams(query).get("access_token");
      return key === null ? asked : asKey({ ...asked, path }, key);
    }),
  },
  "MP-18d": {
    mistake: "only the beginning of a key is compared",
    ...{ caughtBy: "API-AUTH-02", cases: ["API/access/header/"] },
    answer: asIf((asked, { hub }) =>
      keyOf(asked).slice(0, 16) === hub.key.slice(0, 16) ? asKey(asked, hub.key) : asked,
    ),
  },
  "MP-19": {
    mistake: "an expired key is taken",
    ...{ caughtBy: "API-AUTH-02", cases: ["API/access/dead-key", "API/access/header/empty"] },
    answer: asIf((asked, { hub }) => (keyOf(asked) === hub.deadKey ? asKey(asked, hub.key) : asked)),
  },
  "MP-20": {
    mistake: "a method that there is not answers 404",
    ...{ caughtBy: "API-METHOD-01", cases: ["API/method/api/v1/units", "API/method/api/v1/operators"] },
    answer: butSays((said) => (said.status === 405 ? { ...said, status: 404 } : said)),
  },
  "MP-20b": {
    mistake: "405 does not say which methods there are",
    ...{ caughtBy: "API-METHOD-01", cases: ["API/method/api/v1/units"] },
    answer: butSays((said) => {
      const { allow: _, ...headers } = said.headers;
      return { ...said, headers };
    }),
  },
  "MP-08": {
    mistake: "a refusal has the status 200",
    ...{ caughtBy: "API-INPUT-01", cases: ["API/bulk/not-json", "API/bulk/no-items"] },
    answer: butSays((said, { method }) =>
      method === "POST" && (said.status === 400 || said.status === 422) ? { ...said, status: 200 } : said,
    ),
  },
  "MP-41": {
    mistake: "refusals show the stack",
    ...{ caughtBy: "API-PROBLEM-03", cases: ["API/problem/tells-nothing"] },
    answer: butSays((said) =>
      said.status >= 400
        ? { ...said, body: textOf({ ...jsonOf(said.body), stack: "Error\n    at find (/usr/src/app/units.js:41:7)" }) }
        : said,
    ),
  },
  "MP-42": {
    mistake: "problems are plain JSON",
    ...{ caughtBy: "API-PROBLEM-01", cases: ["API/problem/404", "API/problem/422"] },
    answer: butSays((said) =>
      said.status >= 400 ? { ...said, headers: { ...said.headers, "content-type": "application/json" } } : said,
    ),
  },
  "MP-42b": {
    mistake: "problems have no code",
    ...{ caughtBy: "API-PROBLEM-01", cases: ["API/problem/404", "API/problem/401"] },
    answer: butSays((said) =>
      said.status >= 400 ? { ...said, body: textOf({ ...jsonOf(said.body), code: undefined }) } : said,
    ),
  },
  "MP-42c": {
    mistake: "refusals do not say where",
    ...{ caughtBy: "API-PROBLEM-02", cases: ["API/problem/where"] },
    answer: butSays((said) =>
      said.status === 422 ? { ...said, body: textOf({ ...jsonOf(said.body), errors: undefined }) } : said,
    ),
  },
  "MP-45": {
    mistake: "a quotation mark is an error of the server",
    ...{ caughtBy: "API-ALIVE-01", cases: ["API/problem/tells-nothing"] },
    answer: async (asked, right) =>
      /'/.test(decodeURIComponent(asked.path.replaceAll(/%(?![0-9a-f]{2})/gi, "")))
        ? saying(500, { code: "internal" }, "application/problem+json")
        : right(asked),
  },
  "MP-48": {
    mistake: "nobody is ever told to wait",
    ...{ caughtBy: "API-RATE-01", cases: ["API/rate"] },
    answer: async (asked, right) =>
      asked.path === "/healthz"
        ? {
            ...saying(200, { status: "ok" }),
            headers: {
              "content-type": "application/json",
              "ratelimit-policy": '"open";q=100;w=2',
              ratelimit: '"open";r=9;t=1',
            },
          }
        : right(asked),
  },
  "MP-49": {
    mistake: "429 does not say how long",
    ...{ caughtBy: "API-RATE-01", cases: ["API/rate"] },
    answer: butSays((said) => {
      const { "retry-after": _, ...headers } = said.headers;
      return { ...said, headers };
    }),
  },
  "MP-63": {
    mistake: "any origin may read",
    ...{ caughtBy: "API-HEAD-01", cases: ["API/headers"] },
    answer: butSays((said) => ({ ...said, headers: { ...said.headers, "access-control-allow-origin": "*" } })),
  },
  "MP-63b": {
    mistake: "personal data may be kept by caches",
    ...{ caughtBy: "API-HEAD-01", cases: ["API/headers"] },
    answer: butSays((said) => ({ ...said, headers: { ...said.headers, "cache-control": "public, max-age=600" } })),
  },
  "MP-37": {
    mistake: "any media type is taken",
    ...{ caughtBy: "API-MEDIA-01", cases: ["API/media/plain", "API/media/xml"] },
    answer: asIf((asked) => (asked.method === "POST" ? withHeader(asked, "content-type", "application/json") : asked)),
  },
};
