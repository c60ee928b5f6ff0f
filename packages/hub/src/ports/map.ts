import type { TenantId } from "@dianan/model";
import type { Caller, Circumstance } from "./caller.ts";

/** Where map tiles come from (地图来源). */
export type MapSource = {
  /** Template with `{z}`, `{x}` and `{y}`; null: no tiles. */ readonly url: string | null;
  readonly coordinateSystem: string;
  readonly attribution: string;
  /** 审图号; a public source has one (地图管理条例). */ readonly approvalNumber: string;
  readonly zoomMin: number;
  readonly zoomMax: number;
  /** The hub fetches the tiles: only those can the console show. */ readonly isViaHub: boolean;
};

/** Which tile, in the numbering of web maps: `x` from the west, `y` from the north. */
export type TilePlace = { readonly z: number; readonly x: number; readonly y: number };

export type Tile = { readonly type: "image/png" | "image/jpeg" | "image/webp"; readonly bytes: Uint8Array };
/** Why there is no tile: no source is set, the place is outside of it, too many are fetched just now, the source does not give it. */
export type TileFault = "no-map" | "outside" | "busy" | "unavailable";

/** What is wrong with a source, and where. */
export type MapFault =
  | { readonly fault: "conflict" | "approval" | "forbidden" | "no-name" }
  | { readonly fault: "invalid"; readonly path: string; readonly en: string; readonly zh: string };

/** The map of a tenant (EF-4.3): its source is kept, its tiles are not. */
export type MapDesk = {
  /** As it is now; version 0: nobody has set one, and there are no tiles. */
  find(tenant: TenantId): Promise<MapSource & { readonly version: number }>;
  /** @param version - that it must have now */
  put(
    who: Caller,
    version: number,
    source: MapSource,
    at: Circumstance,
  ): Promise<(MapSource & { readonly version: number }) | MapFault>;
  tile(tenant: TenantId, place: TilePlace): Promise<Tile | TileFault>;
};
