import {
  asIf,
  bodyAs,
  butSays,
  isOf,
  itemsOf,
  jsonOf,
  type PlatformMutant,
  textOf,
  withHeader,
} from "./platform-mutant.ts";
import { LIST, ONE } from "./record-paths.ts";

/** Wrong platforms: changes, and what tells whether something has changed. */
export const changeMutants: Readonly<Record<string, PlatformMutant>> = {
  "MP-14": {
    mistake: "a patch resets what it does not name",
    ...{ caughtBy: "API-PATCH-01", cases: ["API/patch/unit/keeps", "API/patch/unit/removes"] },
    answer: bodyAs("PATCH", ONE, (body) => ({ tags2: null, ...body })),
  },
  "MP-15": {
    mistake: "the idempotency key is ignored",
    ...{ caughtBy: "API-IDEM-01", cases: ["API/idempotency/repeat", "API/idempotency/at-once"] },
    answer: asIf((asked) => withHeader(asked, "idempotency-key", null)),
  },
  "MP-15b": {
    mistake: "the same key with another body gets the first answer",
    ...{ caughtBy: "API-IDEM-02", cases: ["API/idempotency/other-body"] },
    answer: async (asked, right, { seen }) => {
      const key = asked.headers["idempotency-key"];
      const before = key === undefined ? undefined : seen.get(key);
      if (before !== undefined) return JSON.parse(before) as Awaited<ReturnType<typeof right>>;
      const said = await right(asked);
      if (key !== undefined) seen.set(key, JSON.stringify(said));
      return said;
    },
  },
  "MP-16": {
    mistake: "what was deleted is still in lists",
    ...{ caughtBy: "API-DELETE-01", cases: ["API/records/unit/deleted", "API/records/unit/delete-nobody"] },
    answer: async (asked, right, { ask, seen }) => {
      if (isOf(asked, "DELETE", ONE)) seen.set(asked.path, (await ask({ path: asked.path })).body);
      const said = await right(asked);
      if (asked.method !== "GET" || !LIST.test(asked.path) || said.status !== 200) return said;
      const list = asked.path.split("?")[0] ?? "";
      const ghosts = [...seen].filter(([path]) => path.startsWith(`${list}/`)).map(([, body]) => jsonOf(body));
      return { ...said, body: textOf({ ...jsonOf(said.body), items: [...itemsOf(said), ...ghosts] }) };
    },
  },
  "MP-16b": {
    mistake: "deleting nobody's record is fine",
    ...{ caughtBy: "API-DELETE-01", cases: ["API/records/unit/delete-nobody"] },
    answer: butSays((said, asked) =>
      asked.method === "DELETE" && said.status === 404 ? { ...said, status: 204 } : said,
    ),
  },
  "MP-31": {
    mistake: "a stale ETag changes all the same",
    ...{ caughtBy: "API-ETAG-01", cases: ["API/etag/unit/stale", "API/etag/unit/right"] },
    answer: asIf((asked) =>
      asked.method === "PATCH" && asked.headers["if-match"] !== undefined ? withHeader(asked, "if-match", "*") : asked,
    ),
  },
  "MP-31b": {
    mistake: "changes at the same time are all made",
    ...{ caughtBy: "API-ETAG-02", cases: ["API/etag/unit/one-wins"] },
    answer: asIf((asked) => (asked.method === "PATCH" ? withHeader(asked, "if-match", "*") : asked)),
  },
  "MP-32": {
    mistake: "no ETag is needed for a change",
    ...{ caughtBy: "API-ETAG-01", cases: ["API/etag/unit/none"] },
    answer: asIf((asked) =>
      asked.method === "PATCH" && asked.headers["if-match"] === undefined ? withHeader(asked, "if-match", "*") : asked,
    ),
  },
  "MP-32b": {
    mistake: "If-None-Match: * overwrites",
    ...{ caughtBy: "API-ETAG-03", cases: ["API/put/unit/create-only", "API/put/unit/creates"] },
    answer: async (asked, right) => {
      const said = await right(asked);
      return asked.method === "PUT" && said.status === 412
        ? right(withHeader(withHeader(asked, "if-none-match", null), "if-match", "*"))
        : said;
    },
  },
  "MP-65": {
    mistake: "nothing is ever answered 304",
    ...{ caughtBy: "API-CACHE-01", cases: ["API/etag/unit/not-modified"] },
    answer: asIf((asked) => (asked.method === "GET" ? withHeader(asked, "if-none-match", null) : asked)),
  },
  "MP-66": {
    mistake: "whoever has any version is told that nothing changed",
    ...{ caughtBy: "API-CACHE-01", cases: ["API/etag/unit/modified"] },
    answer: async (asked, right) => {
      const said = await right(asked);
      return asked.method === "GET" && asked.headers["if-none-match"] !== undefined && said.status === 200
        ? { ...said, status: 304, body: "" }
        : said;
    },
  },
  "MP-67": {
    mistake: "a PUT renames the record to the address",
    ...{ caughtBy: "API-ETAG-03", cases: ["API/put/unit/other-id"] },
    answer: asIf((asked) =>
      isOf(asked, "PUT", ONE)
        ? { ...asked, body: textOf({ ...jsonOf(asked.body), id: asked.path.split("/").at(-1) }) }
        : asked,
    ),
  },
  "MP-68": {
    mistake: "a deletion that comes again and again brings back what was before it",
    ...{ caughtBy: "API-CRUD-01", cases: ["API/model/unit"] },
    answer: async (asked, right) =>
      isOf(asked, "DELETE", ONE)
        ? { ...(await right({ ...asked, method: "GET" })), status: 204, body: "" }
        : right(asked),
  },
  "MP-69": {
    mistake: "2 MiB of a single record are taken without a word",
    ...{ caughtBy: "API-LIMIT-01", cases: ["API/limit/single"] },
    answer: bodyAs("PUT", ONE, (body) => ({ ...body, filler: undefined })),
  },
};
