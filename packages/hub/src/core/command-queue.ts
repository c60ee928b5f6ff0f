import type { Instant } from "@dianan/model";
import type { Step } from "./step.ts";

/** A command (命令) that has not ended, as its device's queue knows it. */
export type OpenCommand = {
  readonly id: string;
  readonly state: "awaitingApproval" | "queued" | "sent";
  readonly expiresAt: Instant;
  /** Business serial (业务流水号), 0 to 65535, the same in every resend; null before it is first sent. */
  readonly serial: number | null;
  /** How often it was sent. */ readonly transmissions: number;
  /** When its answer is due; null while it was not sent, or the link on which it was sent is gone. */
  readonly dueAt: Instant | null;
};

/** Commands of one device, in the order in which they were asked for. */
export type CommandQueue = {
  readonly commands: readonly OpenCommand[];
  /** The device has a link on which it has spoken. */ readonly isLinked: boolean;
  /** Serial of the next new command. */ readonly nextSerial: number;
};

/** How long and how often an answer is waited for. GB/T 26875.3-2011 §6.5. */
export type ResendRules = {
  /** Wait for an answer, 10 s by the standard. Milliseconds. */ readonly answerMs: number;
  /** Resends after the first transmission, 3 by the standard. */ readonly resends: number;
};

/** As the standard has it: at most 10 s, which a clock that ticks each second may be late for, and 3 resends. */
export const standardResends: ResendRules = { answerMs: 9_000, resends: 3 };

/** What happens to a queue. */
export type CommandInput = { readonly at: Instant } & (
  | {
      readonly kind: "asked";
      readonly id: string;
      readonly expiresAt: Instant;
      readonly needsApproval: boolean;
    }
  | { readonly kind: "approved"; readonly id: string }
  | { readonly kind: "cancelled"; readonly id: string }
  /** It is no longer allowed: the tenant took its word back. */
  | { readonly kind: "forbidden"; readonly id: string }
  | { readonly kind: "answer"; readonly serial: number; readonly says: "done" | "deny" | "refused" | "undone" }
  /** The device asks for its commands itself (领取): it is given the one under way once more, or the next. */
  | { readonly kind: "fetched" }
  | { readonly kind: "linked" }
  | { readonly kind: "unlinked" }
  | { readonly kind: "tick" }
);

/**
 * How a command ends: the device did it, would not, did not answer, tried and could not (`undone`); it was too late, called back, or no
 * longer allowed.
 */
export type CommandEnd = "done" | "refused" | "failed" | "undone" | "expired" | "cancelled" | "forbidden";

/** What a step asks for: bytes on the link (`transmit`) or to who has asked (`give`), or that a command has ended, once. */
export type CommandEffect =
  | { readonly kind: "transmit" | "give"; readonly id: string; readonly serial: number }
  | { readonly kind: "ended"; readonly id: string; readonly as: CommandEnd };

/** A device that nobody has asked for anything. */
export const newQueue = (nextSerial: number): CommandQueue => ({ commands: [], isLinked: false, nextSerial });

/** Serials are 16 bits; the standard does not say what follows the last, so it begins again. */
export const SERIALS = 65_536;

/**
 * One step of a device's commands: one in flight at a time, in the order in which they were asked for, at most 1 + `resends`
 * transmissions with one serial, a resend on timeout and on deny (否认), none on a refusal for good; nothing is sent at or after its expiry. An approval that is
 * waited for holds back nothing behind it. What was sent and has no answer when its time is over has failed: nobody knows what the
 * device did. A device that asks by itself is given what is under way as often as it asks, until it has said what became of it.
 *
 * @see GB/T 26875.3-2011 §6.2, §6.5
 */
export const stepCommands = (
  queue: CommandQueue,
  input: CommandInput,
  rules: ResendRules,
): Step<CommandQueue, CommandEffect> => {
  const effects: CommandEffect[] = [];
  const end = (id: string, as: CommandEnd): readonly OpenCommand[] => {
    effects.push({ kind: "ended", id, as });
    return [];
  };
  const transmit = (one: OpenCommand, serial: number): OpenCommand => {
    effects.push({ kind: "transmit", id: one.id, serial });
    const dueAt = (input.at + rules.answerMs) as Instant;
    return { ...one, state: "sent", serial, transmissions: one.transmissions + 1, dueAt };
  };
  /** Sends again, or ends as `otherwise` once all resends are spent or its time is over. */
  const again = (one: OpenCommand, otherwise: "refused" | "failed"): readonly OpenCommand[] =>
    one.serial !== null && one.transmissions <= rules.resends && input.at < one.expiresAt
      ? [transmit(one, one.serial)]
      : end(one.id, otherwise);
  const next = afterInput(queue, input, again, end);
  const kept = next.commands.flatMap((one) => afterTime(one, input.at, next.isLinked, again, end));
  const state = sendNext({ ...next, commands: kept }, input.at, transmit);
  if (input.kind !== "fetched") return { state, effects };
  const give = (id: string, serial: number): void => void effects.push({ kind: "give", id, serial });
  return { state: giveNext(state, input.at, give), effects };
};

type Again = (one: OpenCommand, otherwise: "refused" | "failed") => readonly OpenCommand[];
type End = (id: string, as: CommandEnd) => readonly OpenCommand[];

const afterInput = (queue: CommandQueue, input: CommandInput, again: Again, end: End): CommandQueue => {
  const each = (change: (one: OpenCommand) => readonly OpenCommand[]): CommandQueue => ({
    ...queue,
    commands: queue.commands.flatMap(change),
  });
  switch (input.kind) {
    case "asked": {
      const { id, expiresAt, needsApproval } = input;
      const state = needsApproval ? "awaitingApproval" : "queued";
      const fresh: OpenCommand = { id, state, expiresAt, serial: null, transmissions: 0, dueAt: null };
      return { ...queue, commands: [...queue.commands, fresh] };
    }
    case "approved":
      return each((one) =>
        one.id === input.id && one.state === "awaitingApproval" && input.at < one.expiresAt
          ? [{ ...one, state: "queued" }]
          : [one],
      );
    case "cancelled":
    case "forbidden":
      return each((one) => (one.id === input.id && one.state !== "sent" ? end(one.id, input.kind) : [one]));
    case "answer":
      return each((one) => {
        if (one.state !== "sent" || one.serial !== input.serial) return [one];
        if (input.says !== "deny") return end(one.id, input.says);
        return queue.isLinked ? again(one, "refused") : [one];
      });
    case "linked":
      return { ...queue, isLinked: true };
    case "unlinked":
      return { ...each((one) => [{ ...one, dueAt: null }]), isLinked: false };
    case "fetched":
    case "tick":
      return queue;
  }
};

/** What the clock does to one command. */
const afterTime = (
  one: OpenCommand,
  at: Instant,
  isLinked: boolean,
  again: Again,
  end: End,
): readonly OpenCommand[] => {
  if (one.state !== "sent") return at >= one.expiresAt ? end(one.id, "expired") : [one];
  if (one.dueAt !== null) return at >= one.dueAt ? again(one, "failed") : [one];
  if (isLinked) return again(one, "failed");
  return at >= one.expiresAt ? end(one.id, "failed") : [one];
};

const sendNext = (
  queue: CommandQueue,
  at: Instant,
  transmit: (one: OpenCommand, serial: number) => OpenCommand,
): CommandQueue => {
  const { commands, isLinked, nextSerial } = queue;
  if (!isLinked || commands.some(({ state }) => state === "sent")) return queue;
  const first = commands.find(({ state, expiresAt }) => state === "queued" && at < expiresAt);
  if (first === undefined) return queue;
  const sent = transmit(first, nextSerial);
  return {
    ...queue,
    commands: commands.map((one) => (one === first ? sent : one)),
    nextSerial: (nextSerial + 1) % SERIALS,
  };
};

const giveNext = (queue: CommandQueue, at: Instant, give: (id: string, serial: number) => void): CommandQueue => {
  const { commands, nextSerial } = queue;
  const flying = commands.find(({ state }) => state === "sent");
  if (flying !== undefined) {
    if (flying.serial !== null && at < flying.expiresAt) give(flying.id, flying.serial);
    return queue;
  }
  const first = commands.find(({ state, expiresAt }) => state === "queued" && at < expiresAt);
  if (first === undefined) return queue;
  give(first.id, nextSerial);
  const given: OpenCommand = { ...first, state: "sent", serial: nextSerial, transmissions: 1, dueAt: null };
  return {
    ...queue,
    commands: commands.map((one) => (one === first ? given : one)),
    nextSerial: (nextSerial + 1) % SERIALS,
  };
};

/** The first instant at which a tick changes anything; null when none can. */
export const commandsDueAt = ({ commands }: CommandQueue): number | null => {
  const due = commands.map(({ state, dueAt, expiresAt }) => (state === "sent" ? (dueAt ?? expiresAt) : expiresAt));
  return due.length === 0 ? null : Math.min(...due);
};
