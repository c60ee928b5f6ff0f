import type { Instant } from "@dianan/model";
import type { CommandEnd, OpenCommand } from "../core/command-queue.ts";
import { told } from "../ports/act.ts";
import type { CommandRecord } from "../ports/commands.ts";
import type { Write } from "../ports/write.ts";
import type { CommandBody } from "./command-book.ts";

/** Ends of which the device itself has said something. */
type Told = "done" | "refused" | "undone";
const endWords: { readonly [E in Exclude<CommandEnd, Told>]: string } = {
  failed: "没有应答,设备可能已执行也可能未执行 No answer: the device may or may not have done it",
  expired: "已过有效期,未下发 Its time was over before it could be sent",
  cancelled: "未下发即取消 Cancelled before it was sent",
  forbidden: "租户不再允许,未下发 The organisation no longer allows it; it was not sent",
};
const isTold = (end: CommandEnd): end is Told => end === "done" || end === "refused" || end === "undone";
const stateOf = (end: CommandEnd): CommandRecord["state"] =>
  end === "forbidden" ? "cancelled" : end === "undone" ? "failed" : end;

/** A command once a step has been taken; the same object when nothing of it changed. */
export const bodyAfter = (
  body: CommandBody,
  now: OpenCommand | undefined,
  end: CommandEnd | undefined,
  at: Instant,
): CommandBody => {
  if (end !== undefined) {
    const result = isTold(end) ? body.result : endWords[end];
    return { ...body, state: stateOf(end), endedAt: at, result };
  }
  if (now === undefined || (now.state === body.state && now.transmissions === body.transmissions)) return body;
  const { state, serial, transmissions } = now;
  return { ...body, state, serial, transmissions, sentAt: body.sentAt ?? (state === "sent" ? at : null) };
};

/** What the hub itself did, for the audit log: sent first, and how it ended. */
export const heard = (id: string, before: CommandBody, next: CommandBody, at: Instant): readonly Write[] => {
  const entry = (act: string, result: "done" | "failed", why: string): Write =>
    told("hub", act, `command:${id}`, result, { now: at, source: "", requestId: "" }, why);
  const where = `${next.action} device:${next.deviceId}`;
  const sent = before.sentAt === null && next.sentAt !== null ? [entry("command.send", "done", where)] : [];
  if (next.endedAt === null) return sent;
  return [...sent, entry("command.end", next.state === "done" ? "done" : "failed", `${next.state} ${where}`)];
};
