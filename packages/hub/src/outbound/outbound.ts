import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type {
  Dialling,
  HostDialling,
  Outbound,
  OutboundAnswer,
  OutboundFault,
  OutboundOutcome,
  OutboundRequest,
  PublicHosts,
} from "../ports/outbound.ts";
import { type AllowedRanges, isGlobalUnicast } from "./address.ts";
import { dial } from "./dial.ts";
import type { Resolve } from "./resolve.ts";
import { type DialTarget, dialTargetOf, isPublicTarget, mailTargetOf, type Target, targetOf } from "./target.ts";

const DEADLINE_MS = 10_000;
const ANSWER_BYTES = 4 * 1024;
/** Longer headers than this are no answer. */
const HEADER_BYTES = 8 * 1024;

type Request = Omit<OutboundRequest, "body"> & { readonly body: OutboundRequest["body"] | null };
type Checked = { readonly target: Target; readonly addresses: readonly string[] };

const faultOf = (error: unknown): OutboundFault => {
  const code = String((error as { code?: unknown }).code ?? "");
  if (/^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_|EPROTO)/.test(code)) return "tlsRefused";
  return "noConnection";
};

/** The connection was never made. */
const isRefused = (error: unknown): boolean =>
  ["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH"].includes(String((error as { code?: unknown }).code ?? ""));

/** Answers a look-up with what was checked: no second one can lead elsewhere (DNS rebinding). */
const pinned =
  (addresses: readonly string[]): LookupFunction =>
  (_host, options, callback) => {
    const all = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first] = all;
    if (options.all === true) callback(null, all);
    else callback(null, first?.address ?? "", first?.family ?? 4);
  };

/** Calls addresses that tenants choose, and only those that may be called. */
export const createOutbound = (
  allowed: AllowedRanges,
  resolve: Resolve,
): Outbound & Dialling & HostDialling & PublicHosts => {
  const checked = async (url: string): Promise<Checked | OutboundFault> => {
    const target = targetOf(url);
    if (target === null) return "addressForbidden";
    // Said before its name is looked up: http is wrong whether the name exists or not.
    if (target.url.protocol === "http:" && allowed.isEmpty) return "addressForbidden";
    const addresses = target.isAddress ? [target.host] : await resolve(target.host);
    if (addresses.length === 0) return "nameNotFound";
    // One address that is not good is enough: which of them is dialled is not ours to say.
    const isGood = (address: string): boolean =>
      allowed.holds(address) || (!target.needsAllowance && isGlobalUnicast(address));
    return addresses.every(isGood) ? { target, addresses } : "addressForbidden";
  };

  const checkedDial = async (
    url: string,
  ): Promise<{ target: DialTarget; addresses: readonly string[] } | OutboundFault> => {
    const target = dialTargetOf(url);
    if (target === null || allowed.isEmpty) return "addressForbidden";
    const addresses = target.isAddress ? [target.host] : await resolve(target.host);
    if (addresses.length === 0) return "nameNotFound";
    return addresses.every((address) => allowed.holds(address)) ? { target, addresses } : "addressForbidden";
  };

  const send = (
    { target, addresses }: Checked,
    { headers, body, method = "POST", answerBytes = ANSWER_BYTES }: Request,
    signal: AbortSignal,
    elapsed: () => number,
  ): Promise<OutboundAnswer> =>
    new Promise((done, fail) => {
      const { url } = target;
      const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, {
        method: body === null ? "GET" : method,
        headers: {
          ...headers,
          ...(body === null ? {} : { "content-length": Buffer.byteLength(body) }),
          connection: "close",
        },
        // Each call dials anew: a connection that is kept would outlive the check of its address.
        agent: false,
        lookup: pinned(addresses),
        ...(target.isAddress ? {} : { servername: target.host }),
        maxHeaderSize: HEADER_BYTES,
        signal,
      });
      request.on("error", fail);
      // Whatever ends it without an answer, such as another protocol, ends it here.
      request.on("close", () => fail(new Error("it ended without an answer")));
      request.on("response", (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        const finish = (): void => {
          done({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).subarray(0, answerBytes),
            retryAfter: response.headers["retry-after"] ?? null,
            ms: elapsed(),
          });
          request.destroy();
        };
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size >= answerBytes) finish();
        });
        response.on("end", finish);
        response.on("error", fail);
      });
      if (body === null) request.end();
      else request.end(body);
    });

  const call = async (request: Request): Promise<OutboundOutcome> => {
    const started = performance.now();
    const elapsed = (): number => Math.round(performance.now() - started);
    const deadline = AbortSignal.timeout(request.deadlineMs ?? DEADLINE_MS);
    const signal = AbortSignal.any([deadline, ...(request.stop ? [request.stop] : [])]);
    const over = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    });
    over.catch(() => {});
    try {
      if (signal.aborted) throw signal.reason as Error;
      const found = await Promise.race([checked(request.url), over]);
      if (typeof found === "string") return { ok: false, error: found, ms: elapsed() };
      return { ok: true, value: await Promise.race([send(found, request, signal, elapsed), over]) };
    } catch (error) {
      const fault = request.stop?.aborted === true ? "stopped" : deadline.aborted ? "timeout" : faultOf(error);
      return { ok: false, error: fault, ms: elapsed(), ...(isRefused(error) ? { isUnsent: true } : {}) };
    }
  };

  return {
    check: async (url) => {
      const found = await checked(url);
      return typeof found === "string" ? found : null;
    },
    isPublic: isPublicTarget,
    post: call,
    get: (request) => call({ ...request, body: null }),
    checkDial: async (url) => {
      const found = await checkedDial(url);
      return typeof found === "string" ? found : null;
    },
    dial: async (url, stop) => {
      const found = await checkedDial(url);
      if (typeof found === "string") return { ok: false, error: found };
      return dial({ port: found.target.port, lookup: pinned(found.addresses) }, found.target.host, DEADLINE_MS, stop);
    },
    dialHost: async (to, stop) => {
      const target = mailTargetOf(to.host, to.port);
      if (target === null) return { ok: false, error: "addressForbidden" };
      const addresses = target.isAddress ? [target.host] : await resolve(target.host);
      if (addresses.length === 0) return { ok: false, error: "nameNotFound" };
      const isGood = (one: string): boolean => allowed.holds(one) || (!target.needsAllowance && isGlobalUnicast(one));
      if (!addresses.every(isGood)) return { ok: false, error: "addressForbidden" };
      return dial({ port: target.port, lookup: pinned(addresses) }, target.host, DEADLINE_MS, stop);
    },
  };
};
