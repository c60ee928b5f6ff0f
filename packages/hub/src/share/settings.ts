import { createHash } from "node:crypto";
import { type CoordinateSystem, coordinateSystems } from "@dianan/model";
import { type RecordKind, recordKinds } from "@dianan/sharing";
import type { CityConfig } from "../config.ts";
import { fault, type SettingFault } from "../core/setting-fault.ts";
import type { DestinationSettings } from "../ports/sharing.ts";
import { centreFault } from "./centre-settings.ts";

/** Headers that the push makes itself, or that would change what it means. */
const OWN_HEADERS =
  /^(host|content-.*|transfer-encoding|connection|keep-alive|upgrade|te|trailer|expect|webhook-.*|proxy-.*|cookie|accept-encoding)$/i;

const isSecret = (text: string): boolean => {
  const base64 = text.replace(/^whsec_/, "");
  const bytes = Buffer.from(base64, "base64");
  return bytes.length >= 24 && bytes.length <= 64 && bytes.toString("base64") === base64;
};

/** Secrets of a destination in the clear: only in memory, while a courier runs. */
export type Credentials = {
  /** Signing secret (签名密钥); null: pushes are not signed. */ readonly secret: string | null;
  /** The one before it, which signs beside it until then: the receiver changes in its own time (SEC-OUT-04). */
  readonly formerSecret?: { readonly secret: string; readonly until: number } | null;
  readonly headers: { readonly [name: string]: string };
};

/** An address in its one spelling; null for one that is no http address or that holds more than a base. */
const baseUrl = (text: string): URL | null => {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return null;
  return url.search === "" && url.hash === "" ? url : null;
};

const isLoopback = (url: URL): boolean => /^(localhost|127\.[0-9.]+|\[::1\])$/.test(url.hostname);

/**
 * Checks what a person sets up, beyond its schema. Whether the address may be called is the outbound door's to say.
 *
 * @returns the first fault, which repeats no secret; null: it is good
 */
export const settingFault = (settings: DestinationSettings, credentials: Credentials): SettingFault | null => {
  const { url: address, coordinateSystem, personalData, agreement } = settings;
  const { secret, headers } = credentials;
  if (settings.form === "gb26875") return centreFault(settings, credentials);
  if (settings.centre !== null) return fault("/centre", "This is for the form gb26875.", "仅用于 gb26875 形式。");
  const url = baseUrl(address);
  if (url === null)
    return fault("/url", "An http or https address without query and fragment.", "应为不含查询串和片段的网址。");
  if (url.username !== "" || url.password !== "")
    return fault(
      "/url",
      "Put the credential into headers, not into the address.",
      "请将凭证放入 headers,勿写在地址中。",
    );
  if (!Object.hasOwn(coordinateSystems, coordinateSystem)) {
    const known = Object.keys(coordinateSystems).join(", ");
    return fault("/coordinateSystem", `One of ${known}.`, `应为 ${known} 之一。`);
  }
  if (secret !== null && !isSecret(secret))
    return fault("/secret", "whsec_ and the base64 of 24 to 64 bytes.", "应为 whsec_ 加 24 至 64 字节的 base64。");
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}$/.test(name) || OWN_HEADERS.test(name))
      return fault("/headers", "A header has a name that cannot be set.", "含有不能设置的请求头。");
    if (!/^[\x20-\x7e]+$/.test(value) || value !== value.trim())
      return fault("/headers", "A header's value is not visible ASCII.", "请求头的值应为可见 ASCII 字符。");
  }
  if (personalData === "masked") return null;
  if (agreement === null)
    return fault(
      "/agreement",
      "Full personal data go out by an agreement: name it.",
      "提供完整个人信息须注明依据的协议。",
    );
  if (secret === null)
    return fault("/secret", "Full personal data are sent signed only.", "提供完整个人信息须签名发送。");
  if (url.protocol !== "https:" && !isLoopback(url))
    return fault("/url", "Full personal data go out over https only.", "提供完整个人信息须使用 https。");
  return null;
};

/** How long the former secret signs beside a new one. */
const OVERLAP_MS = 24 * 3_600_000;

/** Credentials after somebody set some of them anew. */
export const changedCredentials = (
  before: Credentials,
  set: { readonly secret?: string; readonly headers?: Credentials["headers"] },
  now: number,
): Credentials => {
  const headers = set.headers ?? before.headers;
  if (set.secret === undefined || set.secret === before.secret) return { ...before, headers };
  const former = before.secret === null ? null : { secret: before.secret, until: now + OVERLAP_MS };
  return { secret: set.secret, formerSecret: former, headers };
};

/** Secrets that sign a push now, the current one first. */
export const signingSecrets = ({ secret, formerSecret }: Credentials, now: number): readonly string[] => {
  if (secret === null) return [];
  return formerSecret && formerSecret.until > now ? [secret, formerSecret.secret] : [secret];
};

/** A destination that the command line owns, with its credentials. Its id follows from its address. */
export const cityDestination = (
  city: CityConfig,
): { readonly id: string; readonly settings: DestinationSettings; readonly credentials: Credentials } => {
  const url = URL.parse(city.url);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:"))
    throw new TypeError("city url: expected an http or https address 市级平台地址应以 http 或 https 开头");
  if (url.username !== "" || url.password !== "")
    throw new TypeError("city url: put the credential into the city key, not into the address 请勿在地址中写凭证");
  if (city.key !== null && !/^[\x21-\x7e]+$/.test(city.key))
    throw new TypeError("city key: expected visible ASCII without spaces 密钥应为可见 ASCII 字符");
  if (city.secret !== null && !isSecret(city.secret))
    throw new TypeError("city secret: expected whsec_ and the base64 of 24 to 64 bytes 签名密钥格式不对");
  return {
    id: `city-${createHash("sha256").update(url.href).digest("hex").slice(0, 12)}`,
    settings: {
      name: "市级平台 City",
      url: url.href,
      form: "dianan",
      kinds: recordKinds,
      coordinateSystem: "CGCS2000",
      periodSeconds: 1,
      rate: city.rate ?? null,
      personalData: "full",
      agreement: "--city-url",
      centre: null,
      mapping: null,
    },
    credentials: {
      secret: city.secret,
      headers: city.key === null ? {} : { authorization: `Bearer ${city.key}` },
    },
  };
};

/** Kinds of which every record is owed again when settings change: what it has would no longer be what it should have. */
export const owedAgain = (before: DestinationSettings, after: DestinationSettings): readonly RecordKind[] => {
  const isOther =
    before.url !== after.url ||
    before.coordinateSystem !== after.coordinateSystem ||
    before.personalData !== after.personalData ||
    JSON.stringify(before.mapping ?? null) !== JSON.stringify(after.mapping ?? null);
  return after.kinds.filter((kind) => isOther || !before.kinds.includes(kind));
};

/** A base below which a receiver has its addresses: records at `<base>/<plural>`. */
export const addressBelow = (base: string, path: string): string => {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/${path}`;
  return url.href;
};

/** Known system of a position, or null for one that nothing can be made of. */
export const knownSystem = (text: unknown): CoordinateSystem | null =>
  typeof text === "string" && Object.hasOwn(coordinateSystems, text) ? (text as CoordinateSystem) : null;
