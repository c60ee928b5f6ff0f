import type { TenantId } from "@dianan/model";
import type { AccessItem, AccessStore } from "../ports/access-store.ts";
import type { CentrePoint } from "../ports/centre.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { placeKey } from "./wire-place.ts";

/** Points read at once. */
const PAGE = 500;

/** Where a point is in its centre's book: by device, then by component; the device as a whole first. */
export const pointKey = (deviceId: string, componentId: string | null): string =>
  componentId === null ? deviceId : `${deviceId} ${componentId}`;
const prefixOf = (centre: string): string => `${centre} `;
const itemId = (centre: string, key: string): string => `${prefixOf(centre)}${key}`;

/** What the hub remembers of each component that a centre has heard of. Addresses once given stay. */
export type PointBook = {
  get(key: string): CentrePoint | undefined;
  at(place: Parameters<typeof placeKey>[0]): CentrePoint | undefined;
  isTaken(place: string): boolean;
  set(key: string, point: CentrePoint): void;
  entries(): Iterable<readonly [string, CentrePoint]>;
};

export const createPointBook = (): PointBook => {
  const points = new Map<string, CentrePoint>();
  const places = new Map<string, string>();
  return {
    get: (key) => points.get(key),
    at: (place) => points.get(places.get(placeKey(place)) ?? ""),
    isTaken: (place) => places.has(place),
    set: (key, point) => {
      points.set(key, point);
      places.set(placeKey(point.place), key);
    },
    entries: () => points,
  };
};

/** A book with changes that are not stored yet: others see them once they are applied. */
export const createPointDraft = (book: PointBook): Pick<PointBook, "get" | "isTaken" | "set"> & { apply(): void } => {
  const changed = new Map<string, CentrePoint>();
  const places = new Set<string>();
  return {
    get: (key) => changed.get(key) ?? book.get(key),
    isTaken: (place) => places.has(place) || book.isTaken(place),
    set: (key, point) => {
      changed.set(key, point);
      places.add(placeKey(point.place));
    },
    apply: () => {
      for (const [key, point] of changed) book.set(key, point);
    },
  };
};
export type PointDraft = ReturnType<typeof createPointDraft>;

/** @param centre - id of the destination */
export const pointWrite = (centre: string, key: string, point: CentrePoint): Write => ({
  kind: "item",
  item: {
    kind: "centrePoint",
    id: itemId(centre, key),
    body: { ...point } as JsonObject,
    lookup: null,
    expiresAt: null,
  },
  ifVersion: null,
});

const pointOf = ({ body }: AccessItem): CentrePoint => body as unknown as CentrePoint;

/** A page of points in the order of their keys. */
export const pointPage = async (
  access: Pick<AccessStore, "items">,
  tenant: TenantId,
  centre: string,
  after: string,
  limit: number,
): Promise<readonly { readonly key: string; readonly id: string; readonly point: CentrePoint }[]> => {
  const prefix = prefixOf(centre);
  const items = await access.items(tenant, "centrePoint", `${prefix}${after}`, limit);
  return items
    .filter(({ id }) => id.startsWith(prefix))
    .map((item) => ({ key: item.id.slice(prefix.length), id: item.id, point: pointOf(item) }));
};

/** Every point of a centre. */
export const allPoints = async (access: Pick<AccessStore, "items">, tenant: TenantId, centre: string) => {
  const all: { readonly key: string; readonly id: string; readonly point: CentrePoint }[] = [];
  for (let after = ""; ; ) {
    const page = await pointPage(access, tenant, centre, after, PAGE);
    all.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return all;
    after = last.key;
  }
};

export const readPointBook = async (
  access: Pick<AccessStore, "items">,
  tenant: TenantId,
  centre: string,
): Promise<PointBook> => {
  const book = createPointBook();
  for (const { key, point } of await allPoints(access, tenant, centre)) book.set(key, point);
  return book;
};
