import { randomBytes } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import {
  type CommandEffect,
  type CommandInput,
  commandsDueAt,
  newQueue,
  type OpenCommand,
  type ResendRules,
  SERIALS,
  standardResends,
  stepCommands,
} from "../core/command-queue.ts";
import { isCommandAllowed } from "../core/command-rules.ts";
import type { AccessStore } from "../ports/access-store.ts";
import type { CommandPolicies, CommandRecord } from "../ports/commands.ts";
import type { DeviceLine, Downlink } from "../ports/downlink.ts";
import type { FrameTap } from "../ports/frame-tap.ts";
import type { ProtocolDriver } from "../ports/protocol.ts";
import type { Store } from "../ports/store.ts";
import type { Write } from "../ports/write.ts";
import {
  type CommandBody,
  commandIdPrefix,
  commandWrites,
  loadSlots,
  recordOf,
  type Slot,
  serialAt,
} from "./command-book.ts";
import { bodyAfter, heard } from "./command-progress.ts";

export type DispatcherDeps = {
  /** Whose devices come to the door. */ readonly tenant: TenantId;
  readonly store: Pick<Store, "commit">;
  readonly access: AccessStore;
  readonly drivers: ReadonlyMap<string, Pick<ProtocolDriver, "id" | "commands" | "trust">>;
  readonly downlink: Downlink;
  readonly tap: FrameTap;
  /** How long an answer is waited for, milliseconds; null: as the standard has it. */ readonly answerMs: number | null;
  readonly clock: () => Instant;
  readonly nextId: () => string;
  readonly log: (line: string) => void;
};

/** One thing that happens to a device's commands, and what is written with it. */
type Act = {
  /** Made once it is this act's turn; null: the world has changed, nothing happens. */
  readonly input: (slot: Slot) => CommandInput | null;
  /** A new command of `input`. */ readonly fresh?: CommandBody;
  /** What it changes in the command of this id. */ readonly edit?: {
    readonly id: string;
    readonly set: (body: CommandBody) => Partial<CommandBody>;
  };
  readonly also?: readonly Write[];
  /** Told, once it is durable, what a device that asks is given. */ readonly given?: (
    id: string,
    body: CommandBody,
    serial: number,
  ) => void;
};

/** Where a command goes. */
export type Destination = Pick<DeviceLine, "protocol" | "wireAddress"> & { readonly remote: string };

export type Dispatcher = {
  /** An id, and the time that it stands for: both grow. */ newId(): { readonly id: string; readonly at: Instant };
  /** Resolves when it is durable and what it sends is on its way. Null: it did not happen. */
  act(deviceId: string, id: string, act: Act): Promise<CommandRecord | null>;
  /** The commands of a device that have not ended. */ openOf(deviceId: string): readonly OpenCommand[];
  /** Devices that have some. */ waiting(): readonly string[];
  /** Bytes of a command for this address, told to whoever watches; null: it is none of its protocol, or its time is over. */
  encoded(id: string, body: CommandBody, serial: number, to: Destination): Uint8Array | null;
  /** What became of time. Once a second. */ tick(): void;
  idle(): Promise<void>;
};

/** Frames that a command lists. */
const FRAMES_MAX = 20;
const RESULT_MAX = 500;
/** Of commands that do not name theirs. */
const FORMER_PROTOCOL = "gb26875";

/** Sends commands: one act of a device after the other, each durable before anything of it goes on the wire. */
export const openDispatcher = async (deps: DispatcherDeps, policies: CommandPolicies): Promise<Dispatcher> => {
  const { tenant, store, drivers, downlink, clock } = deps;
  const slots = await loadSlots(deps.access, tenant, clock());
  /** Devices of which a commit failed: it may have been written all the same, and the store says what is true. */
  const doubtful = new Set<string>();
  const tails = new Map<string, Promise<unknown>>();
  let lastMs = 0;
  /** A device speaks one protocol, so that one of its commands says how long all are waited for. */
  const rulesOf = (kept: Slot["kept"], fresh: CommandBody | undefined): ResendRules => {
    const { answerMs } = driverOf(fresh ?? kept.values().next().value?.body)?.commands ?? {};
    return { ...standardResends, answerMs: deps.answerMs ?? answerMs ?? standardResends.answerMs };
  };
  const driverOf = (body: CommandBody | undefined) => drivers.get(body?.protocol ?? FORMER_PROTOCOL);

  const inTurn = <T>(deviceId: string, work: () => Promise<T>): Promise<T> => {
    const result = (tails.get(deviceId) ?? Promise.resolve()).then(work, work);
    const tail = result.catch(() => {});
    tails.set(deviceId, tail);
    void tail.then(() => tails.get(deviceId) === tail && tails.delete(deviceId));
    return result;
  };

  /** Commands that wait and that the organisation no longer allows. */
  const forbidden = async (kept: Slot["kept"], waiting: readonly OpenCommand[]): Promise<readonly string[]> => {
    const ids = waiting.filter(({ state }) => state !== "sent").map(({ id }) => id);
    const isAllowed = (id: string, isT0Allowed: boolean): boolean => {
      const body = kept.get(id)?.body;
      return isCommandAllowed(body?.action ?? "", driverOf(body)?.trust ?? "T0", isT0Allowed);
    };
    if (ids.every((id) => isAllowed(id, false))) return [];
    const { isT0Allowed } = await policies.find(tenant);
    return ids.filter((id) => !isAllowed(id, isT0Allowed));
  };

  const commit = async (deviceId: string, writes: readonly Write[]): Promise<void> => {
    try {
      await store.commit({ tenant, writes });
    } catch (error) {
      doubtful.add(deviceId);
      throw error;
    }
  };
  const readAgain = async (deviceId: string): Promise<void> => {
    const stored = (await loadSlots(deps.access, tenant, clock())).get(deviceId);
    const known = slots.get(deviceId);
    doubtful.delete(deviceId);
    if (stored === undefined) slots.delete(deviceId);
    else if (known === undefined) slots.set(deviceId, stored);
    else {
      const { nextSerial } = known.queue;
      // What was written but never left has no due time: it is sent again with the serial that it has.
      const commands = stored.queue.commands.map(
        (one) =>
          known.queue.commands.find(
            ({ id, state, transmissions }) =>
              id === one.id && state === one.state && transmissions === one.transmissions,
          ) ?? one,
      );
      const isTaken = commands.some(({ serial }) => serial === nextSerial);
      const queue = { ...known.queue, commands, nextSerial: (nextSerial + Number(isTaken)) % SERIALS };
      slots.set(deviceId, { ...stored, link: known.link, queue });
    }
  };

  const run = async (deviceId: string, id: string, act: Act): Promise<CommandRecord | null> => {
    if (doubtful.has(deviceId)) await readAgain(deviceId);
    const slot = slots.get(deviceId) ?? { queue: newQueue(serialAt(clock())), kept: new Map(), link: null };
    const line = downlink.lineOf(deviceId);
    const link = line?.link ?? null;
    const effects: CommandEffect[] = [];
    const rules = rulesOf(slot.kept, act.fresh);
    let { queue } = slot;
    const step = (input: CommandInput): void => {
      const done = stepCommands(queue, input, rules);
      queue = done.state;
      effects.push(...done.effects);
    };
    const at = clock();
    for (const one of await forbidden(slot.kept, queue.commands)) step({ kind: "forbidden", id: one, at });
    if (link !== slot.link) {
      if (slot.link !== null) step({ kind: "unlinked", at });
      if (link !== null) step({ kind: "linked", at });
    }
    const input = act.input({ ...slot, queue });
    if (input !== null) step(input);
    const kept = new Map(slot.kept);
    if (act.fresh !== undefined && input !== null) kept.set(id, { body: act.fresh, version: 0 });

    const writes: Write[] = input === null ? [] : [...(act.also ?? [])];
    const ended = new Map(effects.flatMap((one) => (one.kind === "ended" ? [[one.id, one.as] as const] : [])));
    for (const [one, { body, version }] of kept) {
      const now = queue.commands.find((open) => open.id === one);
      const edit = input === null || act.edit === undefined || act.edit.id !== one ? null : act.edit.set(body);
      const edited = edit === null ? body : { ...body, ...edit };
      const next = bodyAfter(edited, now, ended.get(one), at);
      if (next === body && version > 0) continue;
      writes.push(...commandWrites(one, next, version), ...heard(one, body, next, at));
      kept.set(one, { body: next, version: version + 1 });
    }
    if (writes.length > 0) await commit(deviceId, writes);
    const record = kept.get(id)?.body;
    for (const one of ended.keys()) kept.delete(one);
    slots.set(deviceId, { queue, kept, link });
    for (const effect of effects)
      if (effect.kind !== "ended" && !ended.has(effect.id)) {
        const command = kept.get(effect.id)?.body;
        if (command === undefined) continue;
        if (effect.kind === "give") act.given?.(effect.id, command, effect.serial);
        else if (line !== null) send(effect.id, command, effect.serial, line);
      }
    return record === undefined || input === null ? null : recordOf(id, record);
  };

  const encoded: Dispatcher["encoded"] = (id, body, serial, { protocol, wireAddress, remote }) => {
    const driver = driverOf(body);
    // It was asked of a device of another protocol, at another address: nobody can answer it.
    if (driver?.id !== protocol) return null;
    const now = clock();
    // The commit may have taken until its time was over.
    if (now >= body.expiresAt) return null;
    // A resend keeps its serial; its time is that of its sending, or a clock would be set late.
    const { question, askedAt, expiresAt, deviceId } = body;
    const bytes = driver.commands.encode(question, { wireAddress, serial, now, askedAt, id, expiresAt });
    if (deps.tap.isWatched())
      deps.tap.passed({
        ...{ tenant, protocol, wireAddress, deviceId, remote, bytes, receivedAt: now },
        ...{ id: deps.nextId(), direction: "down", verdict: "good", events: [], ackMs: null },
      });
    return bytes;
  };
  const send = (id: string, body: CommandBody, serial: number, { link, ...line }: DeviceLine): void => {
    const bytes = encoded(id, body, serial, { ...line, remote: link.remote });
    if (bytes !== null) link.send(bytes);
  };

  const act: Dispatcher["act"] = (deviceId, id, one) => inTurn(deviceId, () => run(deviceId, id, one));
  /** What nobody waits for; what could not be written is tried again when it is due. */
  const later = (deviceId: string, id: string, one: Act): void =>
    void act(deviceId, id, one).catch((error: unknown) =>
      deps.log(
        `command ${id} of ${deviceId}: ${error instanceof Error ? error.message : String(error)} 命令状态未能写入,将重试`,
      ),
    );
  const openOf: Dispatcher["openOf"] = (deviceId) => slots.get(deviceId)?.queue.commands ?? [];
  const has = (deviceId: string): boolean => openOf(deviceId).length > 0;
  /** That time has passed, or its link has changed. */
  const look = (deviceId: string): void => later(deviceId, "", { input: () => ({ kind: "tick", at: clock() }) });

  downlink.listen({
    spoke: (deviceId) => {
      const isWaiting = has(deviceId) && slots.get(deviceId)?.link !== downlink.lineOf(deviceId)?.link;
      // A command that is being written has looked for the link already.
      if (isWaiting || tails.has(deviceId)) look(deviceId);
    },
    lost: (deviceId) => {
      if (has(deviceId)) look(deviceId);
    },
    answered: (deviceId, { wireAddress, bytes, evidence, remote }) => {
      const slot = slots.get(deviceId);
      const sent = slot?.queue.commands.find(({ state }) => state === "sent");
      const command = sent && slot?.kept.get(sent.id);
      const driver = driverOf(command?.body);
      if (!command || !driver || sent.serial === null) return;
      const { askedAt } = command.body;
      const envelope = { wireAddress, serial: sent.serial, now: clock(), askedAt };
      const answer = driver.commands.answerOf(command.body.question, envelope, bytes);
      if (answer === null) return;
      const frame = { id: evidence ?? deps.nextId(), protocol: driver.id, wireAddress, deviceId, remote, bytes };
      later(deviceId, sent.id, {
        input: () => ({ kind: "answer", at: clock(), serial: answer.serial, says: answer.says }),
        edit: {
          id: sent.id,
          set: ({ frames }) => ({
            result: `${answer.words.zh} ${answer.words.en}`.slice(0, RESULT_MAX),
            frames: [...frames, frame.id].slice(-FRAMES_MAX),
          }),
        },
        also: evidence === null ? [{ kind: "frame", frame: { ...frame, receivedAt: envelope.now } }] : [],
      });
    },
  });

  return {
    newId: () => {
      lastMs = Math.max(clock(), lastMs + 1);
      return { id: `${commandIdPrefix(lastMs)}-${randomBytes(4).toString("hex")}`, at: lastMs as Instant };
    },
    act,
    openOf,
    waiting: () => [...slots.keys()].filter((deviceId) => openOf(deviceId).length > 0),
    encoded,
    tick: () => {
      const now = clock();
      for (const deviceId of doubtful) look(deviceId);
      for (const [deviceId, { queue }] of slots) {
        const due = commandsDueAt(queue);
        if (due !== null && due <= now) look(deviceId);
      }
    },
    idle: async () => {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
};
