import type { Instant } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { LatestReading } from "../ports/latest-readings.ts";
import type { Page, StoredRecord } from "../ports/records.ts";
import { type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { problem } from "./problem.ts";
import { readFilter, readQuery } from "./query.ts";
import { readingView } from "./readings.ts";
import type { TenantView } from "./tenant-view.ts";

/** Values in one answer, as the document has it. */
const ITEMS_MAX = 5_000;
const DEVICES_PER_PAGE = 100;

const latest =
  (deps: HttpDeps): Handler =>
  async ({ url, view }) => {
    const query = readQuery(url, ["deviceId", "unitId", "quantity"]);
    if (!query.ok) return query.error;
    const deviceId = readFilter(query.value, "deviceId");
    if (!deviceId.ok) return deviceId.error;
    const unitId = readFilter(query.value, "unitId");
    if (!unitId.ok) return unitId.error;
    const quantity = readFilter(query.value, "quantity");
    if (!quantity.ok) return quantity.error;
    if (deviceId.value === null && unitId.value === null)
      return problem("missing-filter", "Give deviceId or unitId. 请给出 deviceId 或 unitId。");
    const values =
      deviceId.value !== null
        ? await ofDevice(view, deviceId.value, unitId.value, deps.clock())
        : await ofUnit(view, unitId.value ?? "", quantity.value, deps.clock());
    const items = values
      .filter((one) => quantity.value === null || one.quantity === quantity.value)
      .slice(0, ITEMS_MAX)
      .map((one) => readingView(one, one, deps.utcOffsetMinutes));
    return json({ at: offsetTime(deps.clock(), deps.utcOffsetMinutes), items });
  };

const ofDevice = async (
  view: TenantView,
  id: string,
  unitId: string | null,
  now: Instant,
): Promise<readonly LatestReading[]> => {
  const device = await view.record("device", id);
  if (device === null || device.deleted || (unitId !== null && device.body.unitId !== unitId)) return [];
  return view.latestReadings([id], now);
};

const ofUnit = async (
  view: TenantView,
  unitId: string,
  quantity: string | null,
  now: Instant,
): Promise<readonly LatestReading[]> => {
  const values: LatestReading[] = [];
  let after: string | null = null;
  do {
    const page: Page<StoredRecord> = await view.page({
      kind: "device",
      after,
      limit: DEVICES_PER_PAGE,
      updatedFrom: null,
      updatedTo: null,
      where: { unitId },
      withDeleted: false,
    });
    const found = await view.latestReadings(
      page.items.map(({ id }) => id),
      now,
    );
    values.push(...found.filter((one) => quantity === null || one.quantity === quantity));
    after = page.next;
  } while (after !== null && values.length < ITEMS_MAX);
  return values;
};

/** The newest value of every quantity (最新测量值), EF-4.1. */
export const latestReadingRoutes = (deps: HttpDeps): readonly Route[] => [
  { method: "GET", path: "/api/v1/latest-readings", handle: latest(deps) },
];
