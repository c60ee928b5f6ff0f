import { alarmText, type ModelEvent, quantityText } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { PassingFrame } from "../ports/frame-tap.ts";
import { type EventStream, eventStreamAnswer, openEventStream } from "./event-stream.ts";
import type { EventLimits } from "./events.ts";
import { hexOf } from "./frame-answer.ts";
import type { Ask, HttpDeps, Route } from "./http-deps.ts";
import { type Problem, waitProblem } from "./problem.ts";
import { readFilter, readQuery } from "./query.ts";
import { createTenantView } from "./tenant-view.ts";

/** Frames that one looker is shown in a second, and that wait for it; what is more is counted. */
const PER_SECOND = 50;
const WAITING_MAX = 200;
/** Open traces in all: each costs a little of every frame. */
const TRACES_MAX = 50;
const TEXT_MAX = 500;
/** What a looker may see is asked again after this. Milliseconds. */
const SEEN_FOR_MS = 5_000;

const eventText = (event: ModelEvent): string | null => {
  switch (event.kind) {
    case "condition":
      return `${alarmText(event.type, event.value, event.threshold).zh}${event.present ? "" : "(恢复)"}`;
    case "reading":
      return event.quality === "missing" || event.quality === "sentinel"
        ? null
        : quantityText(event.quantity, event.value);
    case "diagnostic":
      return event.text;
    case "componentState":
    case "session":
    case "commandResult":
    case "identity":
    case "deviceClock":
      return null;
  }
};

/** A frame in one line (一行说明). */
const lineOf = ({ direction, verdict, events }: PassingFrame): string => {
  if (direction === "down") return "平台应答 answer";
  if (verdict === "refused") return "无法解析 does not decode";
  const words = events.map(eventText).filter((text) => text !== null);
  return (words.length === 0 ? "无告警和测量值 neither alarm nor value" : words.join(";")).slice(0, TEXT_MAX);
};

/** Frames as they pass (实时报文) as server-sent events: a sample, because no looker may hold up a frame. */
export const traceRoutes = (
  deps: HttpDeps,
  limits: EventLimits,
  isStillGood: (ask: Ask) => Promise<boolean>,
): { readonly routes: readonly Route[]; close(): void } => {
  const streams = new Set<EventStream>();
  let isClosed = false;

  const textOf = (frame: PassingFrame): string => {
    const { id, protocol, wireAddress, deviceId, receivedAt, remote, bytes, direction, verdict, ackMs } = frame;
    const shown = {
      id,
      protocol,
      wireAddress,
      deviceId,
      receivedAt: offsetTime(receivedAt, deps.utcOffsetMinutes),
      remote,
    };
    const data = { frame: { ...shown, hex: hexOf(bytes) }, direction, verdict, text: lineOf(frame), ackMs };
    return `event: frame\ndata: ${JSON.stringify(data)}\n\n`;
  };

  const open = (ask: Ask): Response | Problem => {
    const { url, view, caller } = ask;
    const query = readQuery(url, ["deviceId", "protocol"]);
    if (!query.ok) return query.error;
    const deviceId = readFilter(query.value, "deviceId");
    if (!deviceId.ok) return deviceId.error;
    const protocol = readFilter(query.value, "protocol");
    if (!protocol.ok) return protocol.error;
    if (isClosed || streams.size >= TRACES_MAX) return waitProblem("busy", 5);

    let waiting: PassingFrame[] = [];
    let leftOut = 0;
    let second = 0;
    let inSecond = 0;
    let seen = new Map<string, boolean>();
    let seenUntil = 0;
    /** Whether the looker may see it; undefined: to be asked. */
    const isSeen = (frame: PassingFrame): boolean | undefined =>
      view.isWhole || (frame.deviceId === null ? false : seen.get(frame.deviceId));
    const look = async ({ deviceId: id }: PassingFrame): Promise<void> => {
      if (id === null || caller === null || seen.has(id)) return;
      seen.set(id, (await createTenantView(deps.store, caller).record("device", id)) !== null);
    };

    const take = (frame: PassingFrame): void => {
      if (frame.tenant !== view.tenant || isSeen(frame) === false) return;
      if (deviceId.value !== null && frame.deviceId !== deviceId.value) return;
      if (protocol.value !== null && frame.protocol !== protocol.value) return;
      // Not the frame's own time: an answer of this second follows a frame of the last one.
      const now = Math.floor(deps.clock() / 1_000);
      if (now !== second) {
        second = now;
        inSecond = 0;
      }
      if (inSecond >= PER_SECOND || waiting.length >= WAITING_MAX) {
        // Of what is foreign not even the number is told.
        if (isSeen(frame) === true) leftOut += 1;
      } else {
        inSecond += 1;
        waiting.push(frame);
      }
      stream.wake();
    };
    const after = async (
      position: number,
    ): Promise<readonly { readonly position: number; readonly text: string }[]> => {
      const now = performance.now();
      if (now > seenUntil) {
        seen = new Map();
        seenUntil = now + SEEN_FOR_MS;
      }
      const taken = waiting;
      const more = leftOut;
      waiting = [];
      leftOut = 0;
      for (const frame of taken) if (isSeen(frame) === undefined) await look(frame);
      const texts = taken.map((frame) => (isSeen(frame) === true ? textOf(frame) : ""));
      if (more > 0) texts.push(`event: left-out\ndata: ${JSON.stringify({ leftOut: more })}\n\n`);
      return texts.map((text, n) => ({ position: position + 1 + n, text }));
    };
    const stop = deps.tap.onFrame(take);
    const stream = openEventStream({
      position: 0,
      after,
      beat: () => `event: beat\ndata: ${JSON.stringify({ now: offsetTime(deps.clock(), deps.utcOffsetMinutes) })}\n\n`,
      beatMs: limits.beatMs,
      stallMs: limits.stallMs,
      isStillAllowed: () => isStillGood(ask),
      onEnd: () => {
        stop();
        streams.delete(stream);
      },
    });
    streams.add(stream);
    return eventStreamAnswer(stream.body);
  };

  return {
    routes: [{ method: "GET", path: "/api/v1/trace", handle: open }],
    close: () => {
      isClosed = true;
      for (const stream of [...streams]) stream.end();
    },
  };
};
