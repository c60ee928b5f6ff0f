import { operations } from "@dianan/open-api/tables";
import type { Caller } from "../ports/caller.ts";
import type { MapFault, MapSource, TileFault } from "../ports/map.ts";
import { allows } from "./gate.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { changedSince, tagged, tagOf } from "./precondition.ts";
import { invalid, type Problem, problem, waitProblem } from "./problem.ts";
import { readQuery } from "./query.ts";
import { sheetVersion } from "./sheet-answers.ts";
import { withBody } from "./sign-in-routes.ts";

const PATH = "/api/v1/map-source";
const TILES = "/api/v1/map-tiles/{z}/{x}/{y}";
const RETRY_SECONDS = 1;
const setting = operations.find(({ id }) => id === "putMapSource");

type Stored = MapSource & { readonly version: number };

const faultProblem = (fault: MapFault): Problem => {
  switch (fault.fault) {
    case "conflict":
      return changedSince();
    case "approval":
      return problem(
        "approval-missing",
        "A public map source has an attribution and an approval number. 公开地图来源须填写来源标注和审图号。",
      );
    case "forbidden":
      return problem(
        "address-forbidden",
        "https to a public host, or one that an administrator allowed. 仅允许公网 https 地址或管理员放行的地址。",
      );
    case "no-name":
      return problem("address-forbidden", "Its name leads to no address. 域名无法解析。");
    case "invalid":
      return invalid(fault.path, fault.en, fault.zh);
  }
};

const noTile = (fault: TileFault): Problem => {
  switch (fault) {
    case "no-map":
      return problem("no-map", "No source is set whose tiles the hub fetches. 未设置由平台代理的地图来源。");
    case "outside":
      return problem("not-found", "The source has no such tile. 来源没有此瓦片。");
    case "busy":
      return waitProblem("busy", RETRY_SECONDS);
    case "unavailable":
      return problem("tile-unavailable", "The source did not answer with a picture. 来源未返回图片。");
  }
};

/** A number of the path as the document has it; null for what is none. */
const numberOf = (text: string | undefined): number | null =>
  /^(0|[1-9][0-9]{0,6})$/.test(text ?? "") ? Number(text) : null;

/** Where map tiles come from, and tiles through the hub (地图来源与瓦片), EF-4.3, SEC-OUT-01. */
export const mapRoutes = ({ map }: HttpDeps): readonly Route[] => {
  const shown = ({ version, ...source }: Stored) => (version === 0 ? source : { ...source, version });
  /** The key of a source stays with who set it: others are told of the hub's own tiles. */
  const shownTo = (caller: Caller | null, source: Stored) => {
    const maySet = caller !== null && setting !== undefined && allows(setting, caller);
    return shown(maySet || source.url === null || !source.isViaHub ? source : { ...source, url: TILES });
  };
  const put = async (sent: MapSource, ask: Ask): Promise<Response | Problem> => {
    const caller = ask.caller as Caller;
    const before = await map.find(caller.tenant);
    const version = sheetVersion(ask, before.version === 0 ? null : before);
    if (typeof version !== "number") return version;
    const { url, coordinateSystem, attribution, approvalNumber, zoomMin, zoomMax, isViaHub } = sent;
    const source = { url, coordinateSystem, attribution, approvalNumber, zoomMin, zoomMax, isViaHub };
    const outcome = await map.put(caller, version, source, ask.circumstance);
    return "fault" in outcome ? faultProblem(outcome) : json(shown(outcome), 200, { ETag: tagOf(outcome.version) });
  };
  return [
    {
      method: "GET",
      path: PATH,
      handle: async ({ url, request, caller, view }) => {
        const query = readQuery(url, []);
        if (!query.ok) return query.error;
        const source = await map.find(view.tenant);
        return tagged(request, tagOf(source.version), () => shownTo(caller, source), "no-store");
      },
    },
    { method: "PUT", path: PATH, handle: withBody<MapSource>("PUT", PATH, put) },
    {
      method: "GET",
      path: TILES,
      handle: async ({ url, params, view }) => {
        const query = readQuery(url, []);
        if (!query.ok) return query.error;
        const [z, x, y] = [numberOf(params.z), numberOf(params.x), numberOf(params.y)];
        if (z === null || x === null || y === null) return noTile("outside");
        const tile = await map.tile(view.tenant, { z, x, y });
        if (typeof tile === "string") return noTile(tile);
        return new Response(tile.bytes as Uint8Array<ArrayBuffer>, {
          headers: {
            "Content-Type": tile.type,
            "Content-Security-Policy": "default-src 'none'; sandbox",
            // What a page shows now, and no store of the map: what may be kept is the provider's to say.
            "Cache-Control": "private, max-age=300",
          },
        });
      },
    },
  ];
};
