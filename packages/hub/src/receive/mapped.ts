import { createHash } from "node:crypto";
import type { Instant, ModelEvent, TenantId } from "@dianan/model";
import { conditionEvent, readingEvent } from "../core/said-event.ts";
import { MapperError, type MappingOwner } from "../ports/mapper.ts";
import { chosenFault, expressionOf } from "../ports/mapping-presets.ts";
import type { MappedFacts, PushFault, PushTrial, PushTrialResult, ReceiverFault } from "../ports/receivers.ts";
import type { UplinkRelay } from "../ports/uplink.ts";
import { factsOf, type PlacedFacts } from "./mapped-facts.ts";
import type { ReceiveDeps } from "./receive-deps.ts";

const TRIAL_FAULTS_MAX = 100;

/** A push on which a mapping works. */
type Mapped = {
  readonly owner: MappingOwner;
  readonly mapping: Pick<PushTrial, "preset" | "expression" | "parameters">;
  /** JSON. */ readonly text: string;
  readonly headers: { readonly [name: string]: string };
  readonly receivedAt: Instant;
};
type Worked = {
  readonly result: unknown;
  readonly placed: readonly PlacedFacts[];
  readonly faults: readonly PushFault[];
};

/** What a mapping makes of a push. Rejects with MapperError when it cannot be worked out now. */
export const worked = async (
  { mapper, findings }: Pick<ReceiveDeps, "mapper" | "findings">,
  { owner, mapping, text, headers, receivedAt }: Mapped,
): Promise<Worked> => {
  const bindings = { params: mapping.parameters ?? {}, headers, receivedAt: new Date(receivedAt).toISOString() };
  const outcome = await mapper.run({ owner, expression: expressionOf(mapping, "in"), input: text, bindings });
  if (outcome.ok) return { result: outcome.value, ...factsOf(outcome.value, findings) };
  const { code, position, message } = outcome.error;
  return { result: null, placed: [], faults: [{ code, path: "", message, position }] };
};

const timeOf = (text: string | undefined, fallback: Instant): Instant =>
  text === undefined ? fallback : (Date.parse(text) as Instant);

/** Facts in the words of the model. What has no time is of the push's: read once more it is the same. */
const eventsOf = ({ readings, conditions }: MappedFacts, receivedAt: Instant): readonly ModelEvent[] => [
  ...conditions.map(({ component, type, present, value, threshold, at }) =>
    conditionEvent({ component, type, present, value, threshold, at: timeOf(at, receivedAt) }),
  ),
  ...readings.map(({ component, quantity, value, at }) =>
    readingEvent({ component, quantity, value, at: timeOf(at, receivedAt) }),
  ),
];

/** One thing that goes the way of frames and events over HTTP. */
export type MappedItem =
  | { readonly kind: "frame"; readonly path: string; readonly protocol: string; readonly bytes: Uint8Array }
  | {
      readonly kind: "events";
      readonly path: string;
      readonly device: string;
      readonly bytes: Uint8Array;
      readonly events: readonly ModelEvent[];
    };

/** What of a push is left to be taken. */
export type FactsLeft = { readonly placed: PlacedFacts /** Of what is left. */; readonly keys: readonly string[] };

const keyOf = (device: string | null, kind: "reading" | "condition", fact: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify([device, kind, fact]))
    .digest("hex")
    .slice(0, 16);

/**
 * The values and conditions that were not taken when the push was read before; null: none is left. A frame is told by its bytes, as
 * everywhere.
 *
 * @param said - keys of what was taken
 */
export const factsLeft = (placed: PlacedFacts, said: ReadonlySet<string>): FactsLeft | null => {
  const { facts } = placed;
  const { device } = facts;
  const readings = facts.readings.filter((one) => !said.has(keyOf(device, "reading", one)));
  const conditions = facts.conditions.filter((one) => !said.has(keyOf(device, "condition", one)));
  const [was, is] = [facts.readings.length + facts.conditions.length, readings.length + conditions.length];
  if (was > 0 && is === 0 && facts.frames.length === 0) return null;
  const keys = [
    ...readings.map((one) => keyOf(device, "reading", one)),
    ...conditions.map((one) => keyOf(device, "condition", one)),
  ];
  return { placed: { ...placed, facts: { ...facts, readings, conditions } }, keys };
};

/** @param pushId - by which the same facts in two pushes are two */
export const itemsOf = (
  { path, facts, framePlaces }: PlacedFacts,
  pushId: string,
  receivedAt: Instant,
): readonly MappedItem[] => {
  const { device, readings, conditions, frames } = facts;
  const items: MappedItem[] = frames.map(({ protocol, hex, base64 }, n) => ({
    ...{ kind: "frame", path: `${path}/frames/${framePlaces[n] ?? n}`, protocol },
    bytes: hex === undefined ? Buffer.from(base64 ?? "", "base64") : Buffer.from(hex.replace(/\s+/g, ""), "hex"),
  }));
  // A device that is only named was heard.
  const isSaid = device !== null && (frames.length === 0 || readings.length + conditions.length > 0);
  if (isSaid)
    items.push({
      ...{ kind: "events", path, device, events: eventsOf(facts, receivedAt) },
      bytes: Buffer.from(JSON.stringify({ push: pushId, device, readings, conditions })),
    });
  return items;
};

/** Whether a push that names this IMEI may speak for a device. */
export const speaksBy =
  (store: ReceiveDeps["store"], tenant: TenantId, said: string): UplinkRelay["speaksFor"] =>
  async (deviceId) => {
    const imei = String((await store.record(tenant, "device", deviceId))?.body.imei ?? "");
    return imei === "" || !/^[0-9]{15}$/.test(said) || said === imei;
  };

/** Tries a mapping with a sample (试算); nothing is stored. */
export const tryMapping = async (
  deps: Pick<ReceiveDeps, "mapper" | "findings" | "clock">,
  tenant: TenantId,
  { body, headers = {}, ...mapping }: PushTrial,
): Promise<PushTrialResult | ReceiverFault> => {
  const wrong = chosenFault(mapping, "in");
  if (wrong !== null) return { fault: "invalid", ...wrong };
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const mapped = { owner: { tenant, name: "trial" }, mapping, text: JSON.stringify(body), headers: named };
  try {
    const { result, placed, faults } = await worked(deps, { ...mapped, receivedAt: deps.clock() });
    return { result, facts: placed.map(({ facts }) => facts), faults: faults.slice(0, TRIAL_FAULTS_MAX) };
  } catch (error) {
    if (error instanceof MapperError) return { fault: "busy" };
    throw error;
  }
};
