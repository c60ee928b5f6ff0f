import type { TenantId } from "@dianan/model";
import { told } from "../ports/act.ts";
import type { CommandReport, DeviceCommands, FetchedCommand } from "../ports/commands.ts";
import { bodyOf, commandWrites } from "./command-book.ts";
import type { Dispatcher, DispatcherDeps } from "./dispatcher.ts";

export type CommandDeps = DispatcherDeps & {
  /** When it is aborted nobody is kept waiting for a command any more. */ readonly ending?: AbortSignal;
};

/** As many as one answer holds. */
const FETCHED_MAX = 100;
/** Askers that are kept waiting at once; above it an answer says at once that there is none. */
const WAITING_MAX = 128;
/** By what a device says the queue ends a command. */
const endOf = { done: "done", refused: "refused", failed: "undone" } as const;

/** The side of the devices, and a bell for those that wait: a command of this device may be there. */
export type DeviceCommandDesk = DeviceCommands & { ring(deviceId: string): void };

/** Commands for devices that ask for them (命令领取): HTTP, CoAP, gateways. @see specs/openapi/uplink.yaml */
export const createDeviceCommands = (
  { tenant: home, store, access, downlink, clock, ending }: CommandDeps,
  dispatcher: Dispatcher,
): DeviceCommandDesk => {
  const bells = new Set<{ readonly deviceId: string; ring(): void }>();

  const carries: DeviceCommands["carries"] = ({ deviceId }, of) =>
    of === deviceId || downlink.addressOf(of)?.gatewayId === deviceId;
  const carried = (tenant: TenantId, asker: { readonly deviceId: string }): readonly string[] =>
    tenant === home ? dispatcher.waiting().filter((one) => carries(asker, one)) : [];

  const fetchOf = async (deviceId: string, remote: string): Promise<readonly FetchedCommand[]> => {
    const address = downlink.addressOf(deviceId);
    if (address === null) return [];
    const { protocol, wireAddress } = address;
    const fetched: FetchedCommand[] = [];
    await dispatcher.act(deviceId, "", {
      input: () => ({ kind: "fetched", at: clock() }),
      given: (id, body, serial) => {
        const bytes = dispatcher.encoded(id, body, serial, { protocol, wireAddress, remote });
        if (bytes === null) return;
        const { action, parameters, expiresAt, componentKey = null } = body;
        fetched.push({
          ...{ id, deviceId, protocol, wireAddress, action, component: componentKey, parameters, bytes, expiresAt },
        });
      },
    });
    return fetched;
  };

  const now: DeviceCommands["fetch"] = async ({ tenant, deviceId, remote }) => {
    const of = carried(tenant, { deviceId }).slice(0, FETCHED_MAX);
    return (await Promise.all(of.map((one) => fetchOf(one, remote)))).flat();
  };

  /** Resolves when something may have come for it, it has waited long enough, or it has gone. */
  const untilRung = (deviceId: string, ms: number, signal: AbortSignal | undefined) => {
    let ring = (): void => {};
    const rung = new Promise<void>((resolve) => {
      ring = resolve;
    });
    const bell = { deviceId, ring };
    const timer = setTimeout(ring, ms);
    const signals = [signal, ending].filter((one) => one !== undefined);
    for (const one of signals) one.addEventListener("abort", ring, { once: true });
    bells.add(bell);
    const off = (): void => {
      clearTimeout(timer);
      bells.delete(bell);
      for (const one of signals) one.removeEventListener("abort", ring);
    };
    return { rung, off };
  };

  const fetch: DeviceCommands["fetch"] = async (asker, waitMs = 0, signal) => {
    const until = performance.now() + waitMs;
    for (;;) {
      const left = until - performance.now();
      const isOver = left <= 0 || bells.size >= WAITING_MAX || signal?.aborted === true || ending?.aborted === true;
      if (isOver) return now(asker);
      // Before it is looked: what comes in between has rung.
      const { rung, off } = untilRung(asker.deviceId, left, signal);
      try {
        const found = await now(asker);
        if (found.length > 0) return found;
        await rung;
      } finally {
        off();
      }
    }
  };

  /** What ended without a word of the device, and now has one after all. */
  const late = async (
    id: string,
    { outcome, text }: CommandReport,
    writes: Parameters<typeof store.commit>[0]["writes"],
  ): Promise<"done" | "wrong-state"> => {
    const item = await access.item(home, "command", id);
    if (item === null) return "wrong-state";
    const body = bodyOf(item);
    if (body.state === outcome) return "done";
    if (body.state !== "failed") return "wrong-state";
    const result = `${text} (逾期上报 reported late)`.trim();
    await store.commit({
      tenant: home,
      writes: [...commandWrites(id, { ...body, state: outcome, result }, item.version), ...writes],
    });
    return "done";
  };

  const report: DeviceCommands["report"] = async (asker, id, said, at) => {
    const item = asker.tenant === home ? await access.item(home, "command", id) : null;
    const deviceId = item === null ? "" : bodyOf(item).deviceId;
    if (item === null || !carries(asker, deviceId)) return "absent";
    const who = { actor: `device:${asker.deviceId}`, role: "device" };
    const also = [
      told(who, "command.report", `command:${id}`, "done", at, `${said.outcome} device:${deviceId}`),
    ] as const;
    const done = await dispatcher.act(deviceId, id, {
      input: ({ queue }) => {
        const open = queue.commands.find((one) => one.id === id);
        if (open?.state !== "sent" || open.serial === null) return null;
        return { kind: "answer", serial: open.serial, says: endOf[said.outcome], at: clock() };
      },
      edit: { id, set: () => ({ result: said.text }) },
      also,
    });
    if (done === null) return late(id, said, also);
    // The next one, for an asker that waits on another connection.
    ring(deviceId);
    return "done";
  };

  const ring = (deviceId: string): void => {
    for (const bell of bells) if (carries(bell, deviceId)) bell.ring();
  };

  return {
    carries,
    waiting: ({ tenant, deviceId }) =>
      carried(tenant, { deviceId })
        .flatMap((one) => dispatcher.openOf(one))
        .filter(({ state, expiresAt }) => state !== "awaitingApproval" && expiresAt > clock()).length,
    fetch,
    fetchOf: async ({ tenant, deviceId, remote }, of) =>
      carried(tenant, { deviceId }).includes(of) ? fetchOf(of, remote) : [],
    report,
    ring,
  };
};
