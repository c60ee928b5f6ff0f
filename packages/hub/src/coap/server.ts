import { randomUUID } from "node:crypto";
import { refusal } from "./answers.ts";
import { createBlocks } from "./blocks.ts";
import { createRates } from "./bounded.ts";
import type { CoapDeps } from "./coap-deps.ts";
import { type CoapAnswer, type CoapRequest, contentFormats, type Part } from "./message.ts";
import { createResources, linkFormat } from "./resources.ts";
import { signIn } from "./sign-in.ts";

/** Requests of one device, as over HTTP (SEC-DEV-10): beyond it the device is told when to come again. */
const DEVICE_RATE = { perSecond: 10, burst: 100 };
const TOO_MANY_SECONDS = 1;
const WELL_KNOWN = ".well-known/core";

/** From a request to its answer, whatever the transport did to both. */
export type CoapServer = {
  /** Never rejects. */ answer(request: CoapRequest, remote: string): Promise<Part>;
  sweep(now: number): void;
};

export const createCoapServer = (deps: CoapDeps): CoapServer => {
  const { figures, limits, now } = deps;
  const blocks = createBlocks(now);
  const rates = createRates(DEVICE_RATE, () => limits.requestRateFactor, now);
  const resources = createResources(deps);

  const refused = (request: CoapRequest): CoapAnswer | null => {
    if (request.badOption !== null) return refusal("4.02", `option ${request.badOption}`);
    const found = resources.at(request.path);
    if (found === null) return refusal("4.04", "see .well-known/core");
    const [resource] = found;
    if (resource === undefined || request.method !== resource.method)
      return refusal("4.05", `${resource?.method} only`);
    const { takes } = resource;
    if (takes !== null && request.contentFormat !== null && request.contentFormat !== takes)
      return refusal("4.15", `Content-Format ${takes}`);
    return null;
  };

  const answered = async (request: CoapRequest, remote: string): Promise<Part> => {
    const path = request.path.join("/");
    if (path === WELL_KNOWN && request.badOption === null) {
      if (request.method !== "GET") return refusal("4.05", "GET only");
      if ((request.block2?.number ?? 0) > 0) return blocks.later(WELL_KNOWN, request) ?? refusal("4.00", "block");
      const payload = Buffer.from(linkFormat);
      return blocks.first(WELL_KNOWN, request, { code: "2.05", payload, contentFormat: contentFormats.link });
    }
    const no = refused(request);
    if (no !== null) return blocks.first("", request, no);
    const who = await signIn(deps, request.query);
    if (who === null) {
      figures.add("coapSignInsRefusedTotal");
      return blocks.first("", request, refusal("4.01", "k=dd_..."));
    }
    const device = `${who.tenant}/${who.deviceId}`;
    if (!rates.take(device)) {
      figures.add("coapTooManyTotal");
      return { ...refusal("4.29", ""), maxAgeSeconds: TOO_MANY_SECONDS };
    }
    const whose = `${device} ${request.method} ${path}`;
    if ((request.block2?.number ?? 0) > 0)
      return blocks.later(whose, request) ?? blocks.first(whose, request, refusal("4.08", "ask for it again"));
    return blocks.first(whose, request, await whole(request, remote, who, whose));
  };

  const whole = async (
    request: CoapRequest,
    remote: string,
    who: Parameters<NonNullable<ReturnType<typeof resources.at>>[number]["handle"]>[0],
    whose: string,
  ): Promise<CoapAnswer> => {
    const { block1 } = request;
    const echo = block1 === null ? {} : { block1 };
    const taken = blocks.take(whose, request);
    switch (taken.kind) {
      case "more":
        return { code: "2.31", ...echo };
      case "incomplete":
        return { ...refusal("4.08", "begin with block 0"), ...echo };
      case "too-large":
        return { ...refusal("4.13", "at most 64 KiB"), ...echo };
      case "whole": {
        const [resource] = resources.at(request.path) ?? [];
        if (resource === undefined) return refusal("4.04", "");
        const ask = { path: request.path, remote, requestId: randomUUID() };
        return { ...(await resource.handle(who, taken.body, ask)), ...echo };
      }
    }
  };

  return {
    answer: async (request, remote) => {
      try {
        return await answered(request, remote);
      } catch (error) {
        // Nothing of it was confirmed, so that the device sends it again.
        deps.log(`coap ${remote}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return { code: "5.00" };
      }
    },
    sweep: (at) => {
      blocks.sweep(at);
      rates.sweep(at);
    },
  };
};
