import { offsetTime } from "../core/offset-time.ts";
import { JSON_PROTOCOL, type UplinkAddress } from "../ports/uplink.ts";
import { busy, faultWords, framesAnswer, jsonAnswer, refusal } from "./answers.ts";
import type { CoapDeps } from "./coap-deps.ts";
import { type CoapAnswer, contentFormats } from "./message.ts";
import type { SignedIn } from "./sign-in.ts";

/** What a device asks for once it is known who it is and its body is whole. */
export type Handle = (
  who: SignedIn,
  body: Buffer,
  ask: { readonly path: readonly string[]; readonly remote: string; readonly requestId: string },
) => Promise<CoapAnswer>;

export type Resource = {
  readonly method: "GET" | "POST";
  /** Content-Format of its body; null: it has none. */ readonly takes: number | null;
  readonly handle: Handle;
};

/** RFC 6690: what there is. `sz`: the longest body. */
export const linkFormat =
  '</up>;ct=42;rt="dianan.frames",</dp>;ct=42;rt="dianan.frames",</events>;ct=50;rt="dianan.events",</down>;ct=50;rt="dianan.commands"';

const ANOTHER_PROTOCOL = "the device is not registered with protocol json and a wireAddress";

/** The resources of devices: frames up, JSON up, commands down, their results. @see docs/coap.md */
export const createResources = (deps: CoapDeps) => {
  const { commands, clock } = deps;

  const frames: Handle = async (who, body, { path, remote }) => {
    const [, protocol = who.protocol, wireAddress = who.wireAddress] = path;
    const uplink = await deps.uplinkOf(who.tenant);
    if (uplink.isFull()) return busy();
    const at: UplinkAddress = { protocol, wireAddress };
    const replies: Uint8Array[] = [];
    const way = {
      ...{ remote, by: "coap" as const, send: (bytes: Uint8Array) => void replies.push(bytes), isOpen: () => true },
      ...{ pause: () => {}, resume: () => {} },
    };
    const connection = uplink.once({ deviceId: who.deviceId, remote });
    const answer = framesAnswer(await connection.frames(at, way, body), replies);
    // A device that sleeps again at once gets its command with the confirm.
    const of = connection.deviceAt(at);
    if (answer.code !== "2.04" || of === null) return answer;
    const waiting = await commands.fetchOf({ ...who, remote }, of);
    const said = [...replies, ...waiting.map(({ bytes }) => bytes)];
    return framesAnswer([{ status: "accepted", reply: null, error: null }], said);
  };

  const events: Handle = async (who, body, { remote }) => {
    const uplink = await deps.uplinkOf(who.tenant);
    if (uplink.isFull()) return busy();
    const message = deps.readMessage(body);
    if (!message.ok) {
      const at = { protocol: JSON_PROTOCOL, wireAddress: who.wireAddress };
      uplink.once({ deviceId: who.deviceId, remote }).broken(at, body, message.error);
      return refusal("4.00", faultWords(message.error));
    }
    const { bytes, serial, events: said } = message.value;
    const outcome = await uplink.events({ deviceId: who.deviceId, remote, by: "coap" }, bytes, serial, said);
    if (outcome === "no-address") return refusal("4.09", ANOTHER_PROTOCOL);
    if (outcome.status === "refused") return busy();
    const now = offsetTime(clock(), deps.utcOffsetMinutes);
    const waiting = commands.waiting({ ...who, remote });
    return jsonAnswer("2.04", { sequence: serial, status: outcome.status, now, commands: waiting });
  };

  const down: Handle = async (who, _, { remote }) =>
    jsonAnswer("2.05", { items: (await commands.fetch({ ...who, remote })).map(deps.viewOf) });

  const result: Handle = async (who, body, { path, remote, requestId }) => {
    const [, id = ""] = path;
    const report = deps.readReport(body, id);
    if (!report.ok) return refusal("4.00", faultWords(report.error));
    const at = { now: clock(), source: remote, requestId };
    const done = await commands.report({ ...who, remote }, id, report.value, at);
    if (done === "absent") return refusal("4.04", "no such command");
    if (done === "wrong-state") return refusal("4.09", "it was not fetched, or has ended otherwise");
    return { code: "2.04" };
  };

  const post = (takes: number, handle: Handle): Resource => ({ method: "POST", takes, handle });
  return {
    /** The resource of a path; null: there is none. */
    at: (path: readonly string[]): readonly Resource[] | null => {
      const [name = "", ...rest] = path;
      if ((name === "up" || name === "dp") && (rest.length === 0 || (rest.length === 2 && name === "up")))
        return [post(contentFormats.bytes, frames)];
      if (name === "events" && rest.length === 0) return [post(contentFormats.json, events)];
      if (name === "down" && rest.length === 0) return [{ method: "GET", takes: null, handle: down }];
      if (name === "down" && rest.length === 1) return [post(contentFormats.json, result)];
      return null;
    },
  };
};
