import {
  asIf,
  bodyAs,
  butSays,
  isOf,
  itemsAs,
  itemsOf,
  jsonOf,
  type PlatformMutant,
  queryAs,
  saying,
  textOf,
  withHeader,
} from "./platform-mutant.ts";

const KINDS = "(operators|units|devices|components|alarms)";
const LIST = new RegExp(`^/api/v1/${KINDS}\\?`);
const ONE = new RegExp(`^/api/v1/${KINDS}/[^/?]+$`);
const BULK = new RegExp(`^/api/v1/${KINDS}$`);
const known = new Set(
  "id name operatorId address latitude longitude regionCode deviceCount platformCode code contactName contactPhone unitId deviceId type status manufacturer installedOn componentCount occurredAt description componentId deleted".split(
    " ",
  ),
);

/** Wrong platforms: records, lists and changes. */
export const recordMutants: Readonly<Record<string, PlatformMutant>> = {
  "MP-09": {
    mistake: "a status that the document has not",
    ...{ caughtBy: "API-DOC-02", cases: ["API/calls/listUnits", "API/calls/listOperators"] },
    answer: butSays((said) => (said.status === 200 ? { ...said, status: 203 } : said)),
  },
  "MP-09b": {
    mistake: "a number is text in answers",
    ...{ caughtBy: "API-DOC-02", cases: ["API/calls/listUnits", "API/calls/getUnit"] },
    answer: butSays((said) => ({ ...said, body: said.body.replaceAll(/"deviceCount":(\d+)/g, '"deviceCount":"$1"') })),
  },
  "MP-12": {
    mistake: "each page but the first misses a row",
    ...{ caughtBy: "API-PAGE-01", cases: ["API/lists/alarm/pages", "API/lists/unit/pages"] },
    answer: butSays((said, asked) =>
      LIST.test(asked.path) && /cursor=/.test(asked.path) && itemsOf(said).length > 0
        ? { ...said, body: textOf({ ...jsonOf(said.body), items: itemsOf(said).slice(1) }) }
        : said,
    ),
  },
  "MP-12b": {
    mistake: "a page repeats the last row of the one before",
    ...{ caughtBy: "API-PAGE-01", cases: ["API/lists/alarm/pages"] },
    answer: butSays((said, asked, { seen }) => {
      if (asked.method !== "GET" || !LIST.test(asked.path) || said.status !== 200) return said;
      const items = itemsOf(said);
      const last = seen.get("last");
      seen.set("last", JSON.stringify(items.at(-1) ?? null));
      return !/cursor=/.test(asked.path) || last === undefined || items.length === 0
        ? said
        : { ...said, body: textOf({ ...jsonOf(said.body), items: [JSON.parse(last), ...items.slice(1)] }) };
    }),
  },
  "MP-12c": {
    mistake: "pages have no Link",
    ...{ caughtBy: "API-PAGE-01", cases: ["API/lists/unit/pages"] },
    answer: butSays((said) => {
      const { link: _, ...headers } = said.headers;
      return { ...said, headers };
    }),
  },
  "MP-13": {
    mistake: "a filter is ignored",
    ...{ caughtBy: "API-FILTER-01", cases: ["API/filter/alarm/type", "API/filter/alarm/class"] },
    answer: queryAs((query) => query.delete("type")),
  },
  "MP-13b": {
    mistake: "a parameter that there is not is passed over",
    ...{ caughtBy: "API-FILTER-02", cases: ["API/lists/unit/query-unknown"] },
    answer: queryAs((query) => query.delete("colour")),
  },
  "MP-13c": {
    mistake: "a filter by time leaves out what fits",
    ...{ caughtBy: "API-FILTER-01", cases: ["API/filter/alarm/occurredFrom"] },
    answer: queryAs((query) => {
      if (query.has("occurredFrom")) query.set("occurredFrom", "2027-01-01T00:00:00Z");
    }),
  },
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
  "MP-28": {
    mistake: "times have lost their zone",
    ...{ caughtBy: "API-TIME-01", cases: ["API/time"] },
    answer: butSays((said) => ({
      ...said,
      body: said.body.replaceAll(/"occurredAt":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)[^"]*"/g, '"occurredAt":"$1"'),
    })),
  },
  "MP-28b": {
    mistake: "a time without zone is taken as UTC",
    ...{ caughtBy: "API-TIME-01", cases: ["API/time"] },
    answer: itemsAs((item) =>
      typeof item.occurredAt === "string" && /T\d\d:\d\d:\d\d$/.test(item.occurredAt)
        ? { ...item, occurredAt: `${item.occurredAt}Z` }
        : item,
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
  "MP-34": {
    mistake: "a page of more than 500 is cut in silence",
    ...{ caughtBy: "API-LIMIT-03", cases: ["API/lists/unit/limit"] },
    answer: queryAs((query) => {
      if (Number(query.get("limit")) > 500) query.set("limit", "500");
    }),
  },
  "MP-34b": {
    mistake: "a broken cursor begins from the start",
    ...{ caughtBy: "API-PAGE-03", cases: ["API/lists/unit/cursor"] },
    answer: async (asked, right) => {
      const said = await right(asked);
      return asked.method === "GET" && /cursor=/.test(asked.path) && said.status >= 400
        ? right({ ...asked, path: asked.path.split("?")[0] ?? "" })
        : said;
    },
  },
  "MP-35": {
    mistake: "one bad item refuses the whole batch",
    ...{ caughtBy: "API-BULK-01", cases: ["API/bulk/good-beside-bad", "API/bulk/bad-beside-good"] },
    answer: butSays((said, asked) => {
      const { results } = jsonOf(said.body) as { readonly results?: readonly { readonly status?: unknown }[] };
      const bad = results?.find(({ status }) => status === "refused");
      return isOf(asked, "POST", BULK) && bad !== undefined
        ? { ...said, body: textOf({ results: results?.map((one) => ({ ...one, ...bad })) }) }
        : said;
    }),
  },
  "MP-35b": {
    mistake: "bad items are said to be taken",
    ...{ caughtBy: "API-BULK-01", cases: ["API/bulk/bad-beside-good", "API/records/unit/member/name"] },
    answer: butSays((said) => ({ ...said, body: said.body.replaceAll('"status":"refused"', '"status":"created"') })),
  },
  "MP-36": {
    mistake: "501 items are taken in two halves",
    ...{ caughtBy: "API-BULK-02", cases: ["API/bulk/50"] },
    answer: async (asked, right) => {
      const { items } = jsonOf(asked.body);
      if (!isOf(asked, "POST", BULK) || !Array.isArray(items) || items.length <= 500) return right(asked);
      const [a, b] = [
        await right({ ...asked, body: textOf({ items: items.slice(0, 500) }) }),
        await right({ ...asked, body: textOf({ items: items.slice(500) }) }),
      ];
      return {
        ...a,
        body: textOf({ results: [...(jsonOf(a.body).results as unknown[]), ...(jsonOf(b.body).results as unknown[])] }),
      };
    },
  },
  "MP-43": {
    mistake: "of a member that is there twice the last one holds",
    ...{ caughtBy: "API-JSON-01", cases: ["API/json/duplicate"] },
    answer: asIf((asked) =>
      isOf(asked, "POST", BULK) && Object.keys(jsonOf(asked.body)).length > 0
        ? { ...asked, body: textOf(jsonOf(asked.body)) }
        : asked,
    ),
  },
  "MP-44": {
    mistake: "big integers are rounded",
    ...{ caughtBy: "API-JSON-01", cases: ["API/json/big-integer"] },
    answer: asIf((asked) =>
      isOf(asked, "POST", BULK)
        ? { ...asked, body: asked.body.replaceAll("9007199254740993", "9007199254740990") }
        : asked,
    ),
  },
  "MP-50": {
    mistake: "a list tells another name than the record by its id",
    ...{ caughtBy: "API-LIST-01", cases: ["API/lists/unit/agree"] },
    answer: butSays((said, asked) =>
      isOf(asked, "GET", ONE) && said.status === 200
        ? { ...said, body: textOf({ ...jsonOf(said.body), name: "旧名" }) }
        : said,
    ),
  },
  "MP-51": {
    mistake: "unknown members of records are dropped",
    ...{ caughtBy: "API-RECORD-02", cases: ["API/records/unit/unknown-members", "API/records/unit/least"] },
    answer: itemsAs((item) => Object.fromEntries(Object.entries(item).filter(([name]) => known.has(name)))),
  },
  "MP-51b": {
    mistake: "long names are cut",
    ...{ caughtBy: "API-INPUT-01", cases: ["API/records/unit/member/name", "API/records/unit/member/address"] },
    answer: itemsAs((item) => (typeof item.name === "string" ? { ...item, name: item.name.slice(0, 50) } : item)),
  },
  "MP-51c": {
    mistake: "each repeat is a new version",
    ...{ caughtBy: "API-RECORD-03", cases: ["API/records/unit/repeat"] },
    answer: butSays((said, asked, { seen }) => {
      if (!isOf(asked, "GET", ONE)) return said;
      const count = Number(seen.get("reads") ?? 0) + 1;
      seen.set("reads", String(count));
      return { ...said, body: textOf({ ...jsonOf(said.body), version: count }) };
    }),
  },
  "MP-60": {
    mistake: "an alarm before its device is dropped",
    ...{ caughtBy: "API-RECORD-04", cases: ["API/bulk/alarm-first"] },
    answer: async (asked, right) => {
      const { items } = jsonOf(asked.body) as {
        readonly items?: readonly { readonly id?: unknown; readonly deviceId?: unknown }[];
      };
      const [one] = items ?? [];
      if (!isOf(asked, "POST", /^\/api\/v1\/alarms$/) || one === undefined) return right(asked);
      const device = await right({
        ...asked,
        method: "GET",
        path: `/api/v1/devices/${String(one.deviceId)}`,
        body: "",
      });
      return device.status === 404 ? saying(202, { results: [{ id: one.id, status: "parked" }] }) : right(asked);
    },
  },
  "MP-60b": {
    mistake: "whatever a record refers to is taken for granted",
    ...{
      caughtBy: "API-RECORD-04",
      cases: ["API/records/component/stray", "API/records/device/stray", "API/records/unit/stray"],
    },
    answer: butSays((said, asked) =>
      isOf(asked, "POST", BULK)
        ? { ...said, body: said.body.replaceAll('"status":"refused"', '"status":"created"') }
        : said,
    ),
  },
  "MP-61": {
    mistake: "an alarm is closed without advice",
    ...{ caughtBy: "API-ALARM-01", cases: ["API/alarm/close"] },
    answer: bodyAs("POST", /\/close$/, (body) => (body.reason === "resolved" ? { ...body, reason: "test" } : body)),
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
