import type { EngineDeps } from "./deps.ts";
import type { Entry } from "./device-book.ts";
import type { IngestDownlink } from "./downlink.ts";
import type { PendingFrame } from "./pending-frame.ts";

/** What became of a frame. `unlisted`: there is no room for what nobody has registered. */
export type FrameOutcome = "stored" | "denied" | "unlisted";

/** Tells the device what became of its frames, and whoever watches. Never throws. */
export const createFrameAnswers = (
  deps: EngineDeps,
  downlink: IngestDownlink,
): ((entry: Entry, frames: readonly PendingFrame[], outcome: FrameOutcome) => void) => {
  const { tenant, figures, clock } = deps;

  const answer = (entry: Entry, frame: PendingFrame, outcome: FrameOutcome): void => {
    reply(entry, frame, outcome === "stored");
    frame.answered?.(outcome === "stored" && frame.isRepeat === true ? "repeat" : outcome);
  };

  const reply = (entry: Entry, frame: PendingFrame, isStored: boolean): void => {
    const { link, message } = frame;
    const verdict = isStored ? message.answer : "deny";
    let sent: Uint8Array | null = null;
    if (verdict !== "none") {
      figures.add(verdict === "confirm" ? "framesConfirmedTotal" : "framesDeniedTotal");
      sent = verdict === "confirm" ? message.confirm(clock()) : message.deny(clock());
      if (sent !== null) link.send(sent);
    }
    if (deps.tap?.isWatched()) tell(entry, frame, sent);
    if (!isStored) return;
    downlink.tell(entry, (listener, id) => {
      const { wireAddress } = entry;
      if (message.isReply)
        listener.answered(id, {
          wireAddress,
          bytes: frame.bytes,
          evidence: frame.evidence ?? null,
          remote: link.remote,
        });
      listener.spoke(id);
    });
  };

  const tell = (entry: Entry, frame: PendingFrame, sent: Uint8Array | null): void => {
    const { receivedAt, link, bytes, message } = frame;
    const now = clock();
    const common = {
      tenant,
      protocol: entry.protocol,
      wireAddress: entry.wireAddress,
      deviceId: entry.device?.deviceId ?? null,
      remote: link.remote,
      verdict: "good",
    } as const;
    const ackMs = sent === null ? null : Math.max(0, now - receivedAt);
    const id = frame.evidence ?? deps.nextId();
    deps.tap?.passed({ ...common, id, receivedAt, bytes, direction: "up", events: message.events, ackMs });
    if (sent === null) return;
    const down = {
      id: deps.nextId(),
      receivedAt: now,
      bytes: sent,
      direction: "down",
      events: [],
      ackMs: null,
    } as const;
    deps.tap?.passed({ ...common, ...down });
  };

  return (entry, frames, outcome) => {
    for (const frame of frames) {
      frame.done();
      try {
        answer(entry, frame, outcome);
      } catch (error) {
        deps.log(`${entry.key}: ${String(error)}`);
      }
    }
  };
};
