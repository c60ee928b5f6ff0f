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
  withItems,
} from "./platform-mutant.ts";
import { BULK, LIST, ONE } from "./record-paths.ts";

const known = new Set(
  "id name operatorId address latitude longitude regionCode deviceCount platformCode code contactName contactPhone unitId deviceId type status manufacturer installedOn componentCount occurredAt description componentId deleted".split(
    " ",
  ),
);

/** Wrong platforms: records and lists. */
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
        ? withItems(said, (items) => items.slice(1))
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
};
