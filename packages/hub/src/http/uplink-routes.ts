import { offsetTime } from "../core/offset-time.ts";
import { JSON_PROTOCOL, type UplinkResult, type UplinkSender } from "../ports/uplink.ts";
import { askerOf } from "./downlink-routes.ts";
import { faultOf, hexOf } from "./frame-answer.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid, type Problem, problem, waitProblem } from "./problem.ts";
import { withBody } from "./sign-in-routes.ts";
import type { UplinkMessage } from "./uplink-events.ts";
import { UPLINK_EVENTS as EVENTS, uplinkMessage } from "./uplink-message.ts";

const FRAMES = "/api/v1/uplink/frames";
const RETRY_SECONDS = 1;

type Frame = { readonly protocol: string; readonly wireAddress: string } & {
  readonly hex?: string;
  readonly base64?: string;
};
type Frames = { readonly items: readonly Frame[] };

const bytesOf = ({ hex, base64 }: Frame): Buffer =>
  hex === undefined ? Buffer.from(base64 ?? "", "base64") : Buffer.from(hex, "hex");

/** What devices and gateways send over HTTP (设备上行), EF-N.1, EF-N.2, CP-N.1: it is answered when it is durable. */
export const uplinkRoutes = (deps: HttpDeps): readonly Route[] => {
  /** The device whose key it is; null: its record is gone. */
  const senderOf = async ({ caller, source }: Ask): Promise<UplinkSender | null> => {
    const deviceId = caller?.actor.replace(/^device:/, "") ?? "";
    const record = caller === null ? null : await deps.store.record(caller.tenant, "device", deviceId);
    // Evidence has address and port; a request's port says nothing.
    return record === null || record.deleted ? null : { deviceId, remote: `${source}:0` };
  };
  const gone = (): Problem =>
    problem("forbidden", "The device of this key is no longer registered. 该密钥所属设备已不在登记中。");
  /** The confirm is written as its frame was. */
  const resultOf = ({ status, reply, error }: UplinkResult, { hex }: Frame) => ({
    status,
    reply: reply === null ? null : hex === undefined ? Buffer.from(reply).toString("base64") : hexOf(reply),
    error: error === null ? null : faultOf(error),
  });

  return [
    {
      method: "POST",
      path: FRAMES,
      handle: withBody<Frames>("POST", FRAMES, async ({ items }, ask) => {
        const odd = items.findIndex(({ hex, base64 }) => (hex === undefined) === (base64 === undefined));
        if (odd >= 0) return invalid(`/items/${odd}`, "It has either hex or base64.", "应有 hex 或 base64 之一。");
        const sender = await senderOf(ask);
        if (sender === null) return gone();
        const uplink = await deps.uplinkOf(ask.view.tenant);
        if (uplink.isFull()) return waitProblem("busy", RETRY_SECONDS);
        // Taken in their order; what shares a commit is answered together.
        const taken = items.map(async (item) => {
          const { protocol, wireAddress } = item;
          return resultOf(await uplink.frame(sender, { protocol, wireAddress, bytes: bytesOf(item) }), item);
        });
        return json({ results: await Promise.all(taken) });
      }),
    },
    {
      method: "POST",
      path: EVENTS,
      handle: withBody<UplinkMessage>("POST", EVENTS, async (message, ask) => {
        const sender = await senderOf(ask);
        if (sender === null) return gone();
        const uplink = await deps.uplinkOf(ask.view.tenant);
        if (uplink.isFull()) return waitProblem("busy", RETRY_SECONDS);
        const { bytes, serial, events } = uplinkMessage(message);
        const outcome = await uplink.events(sender, bytes, serial, events);
        if (outcome === "no-address")
          return problem(
            "wrong-state",
            `Register the device with the protocol ${JSON_PROTOCOL} and a wireAddress. 请以协议 ${JSON_PROTOCOL} 和通信地址登记该设备。`,
          );
        if (outcome.status === "refused") return waitProblem("busy", RETRY_SECONDS);
        const now = offsetTime(ask.circumstance.now, deps.utcOffsetMinutes);
        const commands = deps.commands.devices.waiting(askerOf(ask));
        return json({ sequence: message.sequence, status: outcome.status, now, commands });
      }),
    },
  ];
};
