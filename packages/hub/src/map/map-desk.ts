import type { AccessStore } from "../ports/access-store.ts";
import { told, tryCommit } from "../ports/act.ts";
import type { MapDesk, MapFault, MapSource } from "../ports/map.ts";
import type { Outbound, PublicHosts } from "../ports/outbound.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Store } from "../ports/store.ts";
import { pictureType } from "./picture-type.ts";
import { templateFault, tileUrl } from "./tile-template.ts";

const ID = "map-source";
/** A tile that is larger is none. */
const TILE_BYTES = 1024 * 1024;
const DEADLINE_MS = 8_000;
/** Fetched at once for everybody: a source that hangs must not take the hub's sockets. */
const AT_ONCE = 32;
/** Whose tiles lie in the grid of web maps; BD-09 has a grid of its own. */
const SYSTEMS: readonly string[] = ["CGCS2000", "WGS84", "GCJ02"];

/** Nobody has set one: units are drawn to scale on plain ground. */
const none: MapSource = {
  ...{ url: null, coordinateSystem: "CGCS2000", attribution: "", approvalNumber: "" },
  ...{ zoomMin: 3, zoomMax: 18, isViaHub: true },
};

type MapDeps = {
  readonly store: Pick<Store, "commit">;
  readonly access: Pick<AccessStore, "item">;
  readonly outbound: Pick<Outbound, "check" | "get"> & PublicHosts;
};

const invalid = (path: string, en: string, zh: string): MapFault => ({ fault: "invalid", path, en, zh });

export const createMapDesk = ({ store, access, outbound }: MapDeps): MapDesk => {
  let fetching = 0;

  const find: MapDesk["find"] = async (tenant) => {
    const item = await access.item(tenant, "setting", ID);
    return { ...none, ...(item?.body as Partial<MapSource> | undefined), version: item?.version ?? 0 };
  };

  const faultOf = async ({ url, ...source }: MapSource): Promise<MapFault | null> => {
    if (source.zoomMin > source.zoomMax) return invalid("/zoomMin", "It is above zoomMax.", "大于 zoomMax。");
    if (!SYSTEMS.includes(source.coordinateSystem))
      return invalid(
        "/coordinateSystem",
        `Tiles are in ${SYSTEMS.join(", ")}.`,
        `瓦片坐标系为 ${SYSTEMS.join("、")} 之一。`,
      );
    if (url === null) return null;
    const wrong = templateFault(url);
    if (wrong !== null) return invalid("/url", wrong.en, wrong.zh);
    const first = tileUrl(url, { z: source.zoomMin, x: 0, y: 0 });
    const refused = await outbound.check(first);
    if (refused === "nameNotFound") return { fault: "no-name" };
    if (refused !== null) return { fault: "forbidden" };
    const isShown = source.attribution.trim() !== "" && source.approvalNumber.trim() !== "";
    return isShown || !outbound.isPublic(first) ? null : { fault: "approval" };
  };

  return {
    find,
    put: async (who, version, source, at) => {
      const fault = await faultOf(source);
      if (fault !== null) return fault;
      const body = source as unknown as JsonObject;
      const outcome = await tryCommit({ store }, who.tenant, [
        { kind: "item", item: { kind: "setting", id: ID, body, lookup: null, expiresAt: null }, ifVersion: version },
        // The address may hold a key: the log says what kind of source it is.
        told(who, "map.put", `setting:${ID}`, "done", at, source.url === null ? "none" : source.coordinateSystem),
      ]);
      return outcome === "conflict" ? { fault: "conflict" } : { ...source, version: version + 1 };
    },
    tile: async (tenant, place) => {
      const { url, zoomMin, zoomMax, isViaHub } = await find(tenant);
      if (url === null || !isViaHub) return "no-map";
      const side = 2 ** place.z;
      if (place.z < zoomMin || place.z > zoomMax || place.x >= side || place.y >= side) return "outside";
      if (fetching >= AT_ONCE) return "busy";
      fetching += 1;
      try {
        const answer = await outbound.get({
          ...{ url: tileUrl(url, place), headers: { accept: "image/png, image/jpeg, image/webp" } },
          ...{ deadlineMs: DEADLINE_MS, answerBytes: TILE_BYTES },
        });
        if (!answer.ok || answer.value.status !== 200 || answer.value.body.length >= TILE_BYTES) return "unavailable";
        const type = pictureType(answer.value.body);
        return type === null ? "unavailable" : { type, bytes: answer.value.body };
      } finally {
        fetching -= 1;
      }
    },
  };
};
