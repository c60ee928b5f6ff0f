import { createHmac } from "node:crypto";
import type { Asked } from "./faulty-platform.ts";
import { asIf, bodyAs, butSays, type PlatformMutant, saying, withHeader, withItems } from "./platform-mutant.ts";

const WEBHOOKS = /^\/api\/v1\/webhooks$/;
const isTest = ({ body }: Asked): boolean => body.includes("com.dianan.webhook.test");
const signed = (asked: Asked, secret: string): Asked => {
  const { "webhook-id": id = "", "webhook-timestamp": at = "" } = asked.headers;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key)
    .update(`${id}.${at}.`)
    .update(Buffer.from(asked.body, "latin1"))
    .digest("base64");
  return withHeader(asked, "webhook-signature", `v1,${signature}`);
};

/** Wrong platforms: streams, the log of changes and webhooks. */
export const pushMutants: Readonly<Record<string, PlatformMutant>> = {
  "MP-10": {
    mistake: "an unknown member is stored",
    ...{ caughtBy: "API-INPUT-02", cases: ["API/webhooks/unknown", "API/alarm/unknown"] },
    answer: bodyAs("POST", WEBHOOKS, ({ url, eventTypes }) => ({ url, eventTypes })),
  },
  "MP-11": {
    mistake: "a bad code of a list is passed over",
    ...{ caughtBy: "API-INPUT-01", cases: ["API/webhooks/draft/unknown-type", "API/webhooks/draft/twice"] },
    answer: bodyAs("POST", WEBHOOKS, (body) => ({ ...body, eventTypes: ["com.dianan.alarm.raised"] })),
  },
  "MP-21": {
    mistake: "a webhook is signed over JSON that is written anew",
    ...{ caughtBy: "API-HOOK-01", cases: ["API/webhooks/alarm", "API/webhooks/each-signed"] },
    hook: (asked, send) =>
      send({
        ...asked,
        body: Buffer.from(
          JSON.stringify(JSON.parse(Buffer.from(asked.body, "latin1").toString("utf8")), null, 1),
        ).toString("latin1"),
      }),
  },
  "MP-21b": {
    mistake: "webhooks are not signed",
    ...{ caughtBy: "API-HOOK-01", cases: ["API/webhooks/test", "API/webhooks/each-signed"] },
    hook: (asked, send) => send(withHeader(asked, "webhook-signature", null)),
  },
  "MP-21c": {
    mistake: "during rotation one secret signs",
    ...{ caughtBy: "API-HOOK-01", cases: ["API/webhooks/rotation", "API/webhooks/test"] },
    hook: (asked, send) =>
      send(withHeader(asked, "webhook-signature", (asked.headers["webhook-signature"] ?? "").split(" ")[0] ?? "")),
  },
  "MP-22": {
    mistake: "a webhook is tried again with a new id",
    ...{ caughtBy: "API-HOOK-02", cases: ["API/webhooks/retry-500"] },
    hook: (asked, send, { seen }) => {
      const id = asked.headers["webhook-id"] ?? "";
      const count = Number(seen.get(`tries ${id}`) ?? 0) + 1;
      seen.set(`tries ${id}`, String(count));
      const secret = seen.get(`secret ${asked.path}`);
      return send(
        count === 1 || secret === undefined ? asked : signed(withHeader(asked, "webhook-id", `${id}x${count}`), secret),
      );
    },
  },
  "MP-23": {
    mistake: "webhooks stop after the first failure",
    ...{ caughtBy: "API-HOOK-02", cases: ["API/webhooks/goes-on", "API/webhooks/retry-500"] },
    hook: async (asked, send, { seen }) => {
      if (seen.has(`failed ${asked.path}`)) return { status: 204, headers: {}, body: "" };
      const said = await send(asked);
      if (said.status >= 300) seen.set(`failed ${asked.path}`, "yes");
      return said.status >= 300 ? { status: 204, headers: {}, body: "" } : said;
    },
  },
  "MP-38": {
    mistake: "webhooks follow redirects",
    ...{ caughtBy: "API-HOOK-03", cases: ["API/webhooks/redirect-302", "API/webhooks/redirect-307"] },
    hook: async (asked, send) => {
      const said = await send(asked);
      return said.status >= 300 && said.status < 400 && said.headers.location !== undefined
        ? send(asked, said.headers.location)
        : said;
    },
  },
  "MP-38b": {
    mistake: "a receiver that does not answer holds up the others",
    ...{ caughtBy: "API-HOOK-04", cases: ["API/webhooks/silent-neighbour"], alarmMs: 1_500 },
    hook: async (asked, send, { seen }) => {
      const silent = seen.get("silent");
      if (silent === undefined || isTest(asked)) {
        if (!isTest(asked)) seen.set("silent", asked.path);
        return send(asked);
      }
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      return send(asked);
    },
  },
  "MP-39": {
    mistake: "a webhook that was removed goes on",
    ...{ caughtBy: "API-HOOK-06", cases: ["API/webhooks/deleted"] },
    answer: async (asked, right) =>
      asked.method === "DELETE" && asked.path.startsWith("/api/v1/webhooks/")
        ? { status: 204, headers: {}, body: "" }
        : right(asked),
  },
  "MP-39b": {
    mistake: "events are pushed of every type",
    ...{ caughtBy: "API-HOOK-06", cases: ["API/webhooks/other-types"] },
    answer: bodyAs("POST", WEBHOOKS, (body) => ({
      ...body,
      eventTypes: ["com.dianan.alarm.raised", "com.dianan.record.changed"],
    })),
  },
  "MP-40": {
    mistake: "a webhook may lead anywhere",
    ...{ caughtBy: "API-HOOK-05", cases: ["API/webhooks/address/metadata", "API/webhooks/address/credentials"] },
    answer: bodyAs("POST", WEBHOOKS, (body) =>
      String(body.url).startsWith("http://127.") ? body : { ...body, url: "http://127.0.0.1:8089/hook" },
    ),
  },
  "MP-24": {
    mistake: "a stream goes on from now, whatever the reader had last",
    ...{ caughtBy: "API-STREAM-02", cases: ["API/events/resume"] },
    answer: asIf((asked) => withHeader(asked, "last-event-id", null)),
  },
  "MP-24b": {
    mistake: "a stream tells some changes twice",
    ...{ caughtBy: "API-STREAM-02", cases: ["API/events/after", "API/events/resume"] },
    event: (block) => (block.includes("event: change") ? `${block}\n\n${block}` : block),
  },
  "MP-47": {
    mistake: "a stream does not beat",
    ...{ caughtBy: "API-STREAM-01", cases: ["API/events/change"] },
    patienceMs: 2_000,
    event: () => null,
  },
  "MP-47b": {
    mistake: "events have no id",
    ...{ caughtBy: "API-STREAM-01", cases: ["API/events/change"] },
    event: (block) =>
      block
        .split("\n")
        .filter((line) => !line.startsWith("id:"))
        .join("\n"),
  },
  "MP-46": {
    mistake: "deletions are not in the log of changes",
    ...{ caughtBy: "API-FEED-01", cases: ["API/changes/deleted"] },
    answer: butSays((said, { path }) =>
      path.startsWith("/api/v1/changes") && said.status === 200
        ? withItems(said, (items) =>
            items.filter(({ record }) => (record as { readonly deleted?: unknown }).deleted !== true),
          )
        : said,
    ),
  },
  "MP-46b": {
    mistake: "a cursor that is none begins from the start",
    ...{ caughtBy: "API-FEED-01", cases: ["API/changes/cursor"] },
    answer: butSays((said, { path }) =>
      path.startsWith("/api/v1/changes") && said.status === 422
        ? saying(200, { items: [], feedCursor: "x", isMore: false })
        : said,
    ),
  },
  "MP-27": {
    mistake: "phones are told in full in the log of changes",
    ...{ caughtBy: "API-PERSON-01", cases: ["API/changes/persons"] },
    answer: butSays((said, { path }) =>
      path.startsWith("/api/v1/changes")
        ? { ...said, body: said.body.replaceAll('"****1234"', '"0595-85601234"') }
        : said,
    ),
  },
};
