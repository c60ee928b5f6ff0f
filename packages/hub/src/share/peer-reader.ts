import type { Result } from "@dianan/sharing";
import type { Outbound } from "../ports/outbound.ts";
import type { Endpoint, Peer, PeerFault, PeerKey, PeerReader } from "../ports/parties.ts";
import { peerHeaders } from "./peer-headers.ts";

/** Versions of the open API that this hub speaks, the best first. */
const SPOKEN = ["1"];
/** Both requests of one reading together. */
const DEADLINE_MS = 10_000;
/** Longest answer that is read; a longer one is cut and is no JSON then. Bytes. */
const ANSWER_MAX = 64 * 1024;
const VERSIONS_MAX = 20;
const ENDPOINTS_MAX = 50;
const ADDRESS_MAX = 2048;

type Json = { readonly [member: string]: unknown };
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isAddress = (value: unknown): value is string =>
  typeof value === "string" && value.length <= ADDRESS_MAX && /^https?:\/\//.test(value) && URL.canParse(value);

/** Addresses of versions by their names; null when the answer is not such a list. What else an entry says is left aside. */
export const versionsIn = (body: unknown): ReadonlyMap<string, string> | null => {
  const items = isObject(body) ? body.items : null;
  if (!Array.isArray(items) || items.length > VERSIONS_MAX) return null;
  const found = new Map<string, string>();
  for (const item of items) {
    if (!isObject(item) || typeof item.version !== "string" || !isAddress(item.url)) return null;
    found.set(item.version, item.url);
  }
  return found;
};

/** Modules of a version; null when the answer is not of that version or no such list. */
export const endpointsIn = (body: unknown, version: string): readonly Endpoint[] | null => {
  if (!isObject(body) || body.version !== version) return null;
  const { endpoints } = body;
  if (!Array.isArray(endpoints) || endpoints.length > ENDPOINTS_MAX) return null;
  const found: Endpoint[] = [];
  for (const one of endpoints) {
    if (!isObject(one)) return null;
    const { module, role, url } = one;
    if (typeof module !== "string" || !/^[A-Za-z][A-Za-z0-9]{0,63}$/.test(module) || !isAddress(url)) return null;
    if (role !== "sender" && role !== "receiver") return null;
    found.push({ module, role, url });
  }
  return found;
};

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
};

/**
 * Reads another platform's /versions and the details of the best version that both speak.
 *
 * @param stop - hangs up at once, because the hub closes
 */
export const createPeerReader = (
  outbound: Pick<Outbound, "get">,
  clock: () => number,
  stop: AbortSignal,
): PeerReader => {
  const ask = async (url: string, key: PeerKey, until: number): Promise<Result<unknown, PeerFault>> => {
    const by = await peerHeaders(key, { method: "GET", url, body: null }, clock());
    const headers = { ...by, accept: "application/json" };
    const deadlineMs = Math.max(1, Math.round(until - performance.now()));
    const answer = await outbound.get({ url, headers, deadlineMs, answerBytes: ANSWER_MAX, stop });
    if (!answer.ok && answer.error === "addressForbidden") return { ok: false, error: "address-forbidden" };
    if (!answer.ok || answer.value.status !== 200) return { ok: false, error: "peer-unreachable" };
    return { ok: true, value: parsed(answer.value.body) };
  };
  const unreachable = { ok: false, error: "peer-unreachable" } as const;
  return {
    read: async (url, key): Promise<Result<Peer, PeerFault>> => {
      const deadline = performance.now() + DEADLINE_MS;
      const list = await ask(url, key, deadline);
      if (!list.ok) return list;
      const versions = versionsIn(list.value);
      if (versions === null) return unreachable;
      const version = SPOKEN.find((one) => versions.has(one));
      if (version === undefined) return { ok: false, error: "no-common-version" };
      const details = await ask(versions.get(version) ?? "", key, deadline);
      if (!details.ok) return details;
      const endpoints = endpointsIn(details.value, version);
      return endpoints === null ? unreachable : { ok: true, value: { version, endpoints } };
    },
  };
};
