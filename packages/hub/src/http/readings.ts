import { fromScaled, isQuantity, isRecordId, quantities, toScaled } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { RecordChange } from "../ports/live.ts";
import type { ReadingRow, ReadingValue } from "../ports/readings.ts";
import { isObject, readItems } from "./body.ts";
import { pageCursorText } from "./cursor.ts";
import { type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { type ItemProblem, itemProblem } from "./item-problem.ts";
import { type Finding, invalid, problem } from "./problem.ts";
import { LIMIT_MAX, parseTime, readCursor, readFilter, readLimit, readQuery, readTime } from "./query.ts";
import type { TenantView } from "./tenant-view.ts";

/** Rows that one request looks through for a rare quantity; the cursor goes on from there. */
const ROUNDS_MAX = 20;

type Place = { readonly at: number; readonly given: number };

/** `<instant>.<values of that instant already given>`: holds also when newer rows come in between. */
const placeOf = (text: string): Place | null => {
  const parts = /^(-?[0-9]{1,16})\.([0-9]{1,9})$/.exec(text);
  return parts === null ? null : { at: Number(parts[1]), given: Number(parts[2]) };
};

/** A measured value as the document has it (测量值). */
export const readingView = (
  row: Pick<ReadingRow, "deviceId" | "at" | "receivedAt">,
  one: ReadingValue,
  utcOffsetMinutes: number,
) => {
  const isKnown = isQuantity(one.quantity);
  const hasValue = one.quality !== "missing" && one.quality !== "sentinel";
  return {
    deviceId: row.deviceId,
    componentId: one.component,
    quantity: one.quantity,
    value: !hasValue ? null : isQuantity(one.quantity) ? fromScaled(one.quantity, one.value) : one.value,
    unit: isKnown ? quantities[one.quantity as keyof typeof quantities].unit : "1",
    quality: one.quality,
    at: offsetTime(row.at, utcOffsetMinutes),
    receivedAt: offsetTime(row.receivedAt, utcOffsetMinutes),
  };
};

const list =
  (deps: HttpDeps): Handler =>
  async ({ url, view }) => {
    const query = readQuery(url, ["deviceId", "from", "to", "quantity", "limit", "cursor"]);
    if (!query.ok) return query.error;
    const limit = readLimit(query.value);
    if (!limit.ok) return limit.error;
    const deviceId = readFilter(query.value, "deviceId");
    if (!deviceId.ok) return deviceId.error;
    if (deviceId.value === null) return invalid("/query/deviceId", "deviceId is missing.", "缺少 deviceId。");
    const quantity = readFilter(query.value, "quantity");
    if (!quantity.ok) return quantity.error;
    const from = readTime(query.value, "from");
    if (!from.ok) return from.error;
    const to = readTime(query.value, "to");
    if (!to.ok) return to.error;
    const cursor = readCursor(query.value, "reading");
    if (!cursor.ok) return cursor.error;
    const start = cursor.value === null ? null : placeOf(cursor.value);
    if (cursor.value !== null && start === null)
      return invalid("/query/cursor", "cursor is not the next of a page.", "cursor 不是某一页的 next。");
    const device = await view.record("device", deviceId.value);
    if (device === null) return problem("not-found", "There is no device with this id. 没有此 id 的设备。");

    const page = await collect(deps, view, {
      deviceId: deviceId.value,
      quantity: quantity.value,
      from: from.value,
      to: start === null ? to.value : Math.min(start.at + 1, to.value ?? Number.MAX_SAFE_INTEGER),
      skip: start,
      limit: limit.value,
    });
    const next = page.next === null ? null : pageCursorText("reading", `${page.next.at}.${page.next.given}`);
    const link = new URL(url);
    if (next !== null) link.searchParams.set("cursor", next);
    return json(
      { items: page.items, next },
      200,
      next === null ? {} : { Link: `<${link.pathname}${link.search}>; rel="next"` },
    );
  };

type Wanted = {
  readonly deviceId: string;
  readonly quantity: string | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly skip: Place | null;
  readonly limit: number;
};

/** Values are pages' items, rows are the store's: one row may be cut by the limit. */
const collect = async (deps: HttpDeps, view: TenantView, wanted: Wanted) => {
  const items: ReturnType<typeof readingView>[] = [];
  let place: Place = { at: wanted.skip?.at ?? Number.NaN, given: 0 };
  let after: string | null = null;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const rows = await view.readings({
      deviceId: wanted.deviceId,
      from: wanted.from as ReadingRow["at"] | null,
      to: wanted.to as ReadingRow["at"] | null,
      after,
      limit: LIMIT_MAX,
    });
    for (const row of rows.items) {
      if (row.at !== place.at) place = { at: row.at, given: 0 };
      for (const value of row.values) {
        if (wanted.quantity !== null && value.quantity !== wanted.quantity) continue;
        if (items.length === wanted.limit) return { items, next: place };
        place = { at: place.at, given: place.given + 1 };
        if (wanted.skip?.at === row.at && place.given <= wanted.skip.given) continue;
        items.push(readingView(row, value, deps.utcOffsetMinutes));
      }
    }
    if (rows.next === null) return { items, next: null };
    after = rows.next;
  }
  return { items, next: place };
};

type Refusal = { readonly refusal: ItemProblem };

const finding = (path: string, en: string, zh: string): Finding => ({ path, clause: "EF-4.1", message: { en, zh } });

/** A reading in its quantity's unit becomes the scaled integer that is stored. */
const changeOf = (item: unknown): RecordChange | Refusal => {
  if (!isObject(item))
    return {
      refusal: itemProblem("invalid", [finding("", "A reading is one JSON object.", "测量值应为一个 JSON 对象。")]),
    };
  const { deviceId, componentId = null, quantity, value, at } = item;
  const when = typeof at === "string" ? parseTime(at) : null;
  const errors: Finding[] = [];
  if (typeof deviceId !== "string" || !isRecordId(deviceId))
    errors.push(finding("/deviceId", "deviceId is not an id.", "deviceId 不是 id。"));
  if (componentId !== null && (typeof componentId !== "string" || !isRecordId(componentId)))
    errors.push(
      finding("/componentId", "componentId is neither an id nor null.", "componentId 既不是 id 也不是 null。"),
    );
  if (!isQuantity(quantity)) errors.push(finding("/quantity", "quantity is not known.", "没有此测量量。"));
  if (when === null || when < 0)
    errors.push(finding("/at", "at is not a time with offset since 1970.", "at 不是带时区偏移的时间。"));
  const scaled = typeof value === "number" && isQuantity(quantity) ? scale(quantity, value) : null;
  if (scaled === null && (isQuantity(quantity) || typeof value !== "number"))
    errors.push(
      finding("/value", "value is not a number that its quantity can hold.", "value 不是该测量量能保存的数。"),
    );
  if (
    errors.length > 0 ||
    typeof deviceId !== "string" ||
    typeof quantity !== "string" ||
    scaled === null ||
    when === null
  )
    return { refusal: itemProblem("invalid", errors) };
  return {
    kind: "reading",
    deviceId,
    component: typeof componentId === "string" ? componentId : null,
    quantity,
    value: scaled,
    at: when,
  };
};

const scale = (quantity: keyof typeof quantities, value: number): number | null => {
  try {
    return toScaled(quantity, value);
  } catch {
    return null;
  }
};

const unknownDevice = (): ItemProblem =>
  itemProblem("unknown-device", [
    finding("/deviceId", "There is no such device: register it first.", "没有此设备,请先登记设备。"),
  ]);

/** A device outside of the caller's scope is one that nobody knows. */
const seen = async (view: TenantView, change: RecordChange | Refusal): Promise<RecordChange | Refusal> =>
  !view.isWhole &&
  "kind" in change &&
  change.kind === "reading" &&
  (await view.record("device", change.deviceId)) === null
    ? { refusal: unknownDevice() }
    : change;

const put =
  (deps: HttpDeps): Handler =>
  async ({ request, view }) => {
    const items = await readItems(request);
    if (!items.ok) return items.error;
    const asked = await Promise.all(items.value.map((item) => seen(view, changeOf(item))));
    const changes = asked.filter((one): one is RecordChange => "kind" in one);
    const applied = changes.length === 0 ? [] : await (await deps.intakeOf(view.tenant)).apply(changes);
    let next = 0;
    const results = asked.map((one, index) => {
      const item = items.value[index];
      const deviceId = isObject(item) && typeof item.deviceId === "string" ? item.deviceId.slice(0, 64) : null;
      if ("refusal" in one) return { deviceId, status: "refused", problem: one.refusal };
      const result = applied[next++];
      if (result === undefined) throw new Error("intake gave fewer results than changes");
      if (result.status === "refused")
        return {
          deviceId,
          status: "refused",
          problem: result.code === "unknown-device" ? unknownDevice() : itemProblem(result.code ?? "refused"),
        };
      return { deviceId, status: result.status === "unchanged" ? "unchanged" : "created" };
    });
    return json({ results });
  };

/** Measured values (测量值), EF-4.1. */
export const readingRoutes = (deps: HttpDeps): readonly Route[] => [
  { method: "GET", path: "/api/v1/readings", handle: list(deps) },
  { method: "POST", path: "/api/v1/readings", handle: put(deps) },
];
