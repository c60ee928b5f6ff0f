import { gb26875 } from "@dianan/codec";
import type { Asked, Faulty, Said } from "./faulty-platform.ts";
import { itemsOf, jsonOf, textOf, withHeader } from "./platform-mutant.ts";

const resummed = (bytes: Uint8Array): Uint8Array =>
  bytes.with(bytes.length - 3, bytes.subarray(2, -3).reduce((sum, byte) => sum + byte, 0) & 0xff);
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** An ETag of another form; opaque is opaque. */
const tagOut = (text: string): string => text.replaceAll(/"([^"*]+)"/g, '"v:$1:z"');
const tagIn = (text: string): string => text.replaceAll(/"v:([^"]*):z"/g, '"$1"');
const withTags = (asked: Asked): Asked =>
  ["if-match", "if-none-match"].reduce((one, name) => {
    const value = one.headers[name];
    return value === undefined ? one : withHeader(one, name, tagIn(value));
  }, asked);
const tagged = (said: Said): Said =>
  said.headers.etag === undefined ? said : { ...said, headers: { ...said.headers, etag: tagOut(said.headers.etag) } };

/** Cursors of pages that look like nothing else. */
const cursorOut = (said: Said): Said => {
  const body = jsonOf(said.body);
  return typeof body.next === "string" && Array.isArray(body.items)
    ? { ...said, body: textOf({ ...body, next: `~${Buffer.from(body.next).toString("hex")}` }) }
    : said;
};
const cursorIn = (asked: Asked): Asked => {
  const [path = "", text = ""] = asked.path.split("?");
  const query = new URLSearchParams(text);
  const cursor = query.get("cursor");
  if (cursor?.startsWith("~") !== true) return asked;
  query.set("cursor", Buffer.from(cursor.slice(1), "hex").toString());
  return { ...asked, path: `${path}?${query}` };
};

/** Platforms that are unusual and right: no case may fail for them. */
export const oddPlatforms: Readonly<Record<string, Faulty>> = {
  "ETags and cursors of another form": {
    answer: async (asked, right) => cursorOut(tagged(await right(cursorIn(withTags(asked))))),
  },
  "JSON with spaces, and more members than the document has": {
    answer: async (asked, right) => {
      const said = await right(asked);
      const body = jsonOf(said.body);
      if (
        Object.keys(body).length === 0 ||
        said.headers["content-type"]?.includes("json") !== true ||
        asked.path === "/openapi.json"
      )
        return said;
      const more = said.status >= 400 || itemsOf(said).length > 0 ? { ...body, instance: asked.path } : body;
      return { ...said, body: Buffer.from(JSON.stringify(more, null, 2)).toString("latin1") };
    },
  },
  "now and then it asks to wait": {
    answer: async (asked, right, { seen }) => {
      const count = Number(seen.get("count") ?? 0) + 1;
      seen.set("count", String(count));
      return count % 40 === 0
        ? { status: 429, headers: { "content-type": "application/problem+json", "retry-after": "0" }, body: "{}" }
        : right(asked);
    },
  },
  "slow, in time; confirms come byte by byte, from another user version": {
    answer: async (asked, right) => {
      await sleep(5);
      return right(asked);
    },
    reply: () => {
      let line = Promise.resolve();
      return (bytes, { toDevice }) => {
        const { version: _, ...rest } = { version: 0, bytes: resummed(bytes.with(5, 66)) };
        line = line.then(async () => {
          toDevice(rest.bytes.subarray(0, 1));
          await sleep(2);
          toDevice(rest.bytes.subarray(1));
        });
      };
    },
  },
  "webhooks come twice": {
    hook: async (asked, send) => {
      const said = await send(asked);
      if (said.status < 300) await send(asked);
      return said;
    },
  },
  "what is broken is met with silence, not denied": {
    reply:
      () =>
      (bytes, { toDevice }) => {
        if (bytes[26] !== gb26875.commands.deny.code) toDevice(bytes);
      },
  },
};
