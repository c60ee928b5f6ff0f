import { createHmac } from "node:crypto";
import {
  butSays,
  isOf,
  itemsOf,
  jsonOf,
  keyOf,
  type PlatformMutant,
  queryAs,
  saying,
  textOf,
  withHeader,
  withItems,
} from "./platform-mutant.ts";

const ALARMS = /^\/api\/v1\/alarms(\?|\/|$)/;
/** Each alarm is told with another member. */
const alarmsWith = (change: (alarm: { readonly [member: string]: unknown }) => object) =>
  butSays((said, asked) =>
    isOf(asked, "GET", ALARMS) && itemsOf(said).length > 0
      ? withItems(said, (items) => items.map((one) => ({ ...one, ...change(one) })))
      : said,
  );

/** Wrong platforms that were thought of when the cases stood already: what they found missing has a case now. */
export const laterPlatformMutants: Readonly<Record<string, PlatformMutant>> = {
  "MP-70": {
    mistake: "an alarm names a component that there is not",
    ...{ caughtBy: "API-E2E-01", cases: ["API/end-to-end/place", "API/end-to-end/normal"] },
    answer: alarmsWith(({ componentId }) => ({ componentId: `${String(componentId)}-9` })),
  },
  "MP-71": {
    mistake: "an alarm names another unit than its device",
    ...{ caughtBy: "API-E2E-01", cases: ["API/end-to-end/place", "API/end-to-end/normal"] },
    answer: alarmsWith(() => ({ unitId: "another-unit" })),
  },
  "MP-72": {
    mistake: "the time of a webhook is in milliseconds",
    ...{ caughtBy: "API-HOOK-01", cases: ["API/webhooks/test", "API/webhooks/each-signed"] },
    hook: (asked, send, { seen }) => {
      const { "webhook-id": id = "", "webhook-timestamp": at = "" } = asked.headers;
      const secret = seen.get(`secret ${asked.path}`) ?? "";
      const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
      const digest = createHmac("sha256", key).update(`${id}.${at}000.`).update(Buffer.from(asked.body, "latin1"));
      const late = withHeader(asked, "webhook-timestamp", `${at}000`);
      return send(withHeader(late, "webhook-signature", `v1,${digest.digest("base64")}`));
    },
  },
  "MP-73": {
    mistake: "idempotency keys of all organisations are one",
    ...{ caughtBy: "API-IDEM-01", cases: ["API/idempotency"] },
    answer: async (asked, right, { seen }) => {
      const name = asked.headers["idempotency-key"];
      if (name === undefined || asked.method === "GET") return right(asked);
      const first = seen.get(`idempotent ${name}`);
      if (first !== undefined) {
        const { key, said } = JSON.parse(first) as { key: string; said: Awaited<ReturnType<typeof right>> };
        if (key !== keyOf(asked)) return said;
      }
      const said = await right(asked);
      if (first === undefined && said.status < 300)
        seen.set(`idempotent ${name}`, JSON.stringify({ key: keyOf(asked), said }));
      return said;
    },
  },
  "MP-74": {
    mistake: "a page has one row more than was asked for",
    ...{ caughtBy: "API-PAGE-01", cases: ["API/lists/unit"] },
    answer: queryAs((query) => {
      const limit = Number(query.get("limit"));
      if (limit > 0 && limit < 500) query.set("limit", String(limit + 1));
    }),
  },
  "MP-75": {
    mistake: "application/json; charset=utf-8 is refused",
    ...{ caughtBy: "API-MEDIA-01", cases: ["API/json/charset"] },
    answer: async (asked, right) =>
      (asked.headers["content-type"] ?? "").includes("charset")
        ? saying(415, { code: "unsupported-media-type", status: 415 }, "application/problem+json")
        : right(asked),
  },
  "MP-76": {
    mistake: "each answer has another ETag",
    ...{ caughtBy: "API-CACHE-01", cases: ["API/etag/unit/not-modified", "API/etag/unit/modified"] },
    answer: async (asked, right) => {
      const said = await right(withHeader(asked, "if-none-match", null));
      return said.headers.etag === undefined
        ? said
        : { ...said, headers: { ...said.headers, etag: `"${Math.random()}"` } };
    },
  },
  "MP-77": {
    mistake: "401 does not say how to sign in",
    ...{ caughtBy: "API-AUTH-01", cases: ["API/access/challenge"] },
    answer: butSays(({ status, headers: { "www-authenticate": _, ...headers }, body }) => ({ status, headers, body })),
  },
  "MP-78": {
    mistake: "the last page leads to the one before it, round and round",
    ...{ caughtBy: "API-PAGE-01", cases: ["API/lists/unit/pages", "API/lists/unit/page"] },
    answer: butSays((said, asked, { seen }) => {
      const body = jsonOf(said.body);
      if (!isOf(asked, "GET", /^\/api\/v1\/units\?/) || !("next" in body)) return said;
      if (typeof body.next === "string") seen.set("next", body.next);
      const last = seen.get("next");
      return body.next === null && last !== undefined ? { ...said, body: textOf({ ...body, next: last }) } : said;
    }),
  },
};
