import { digestText, type Point, type RecordKind } from "@dianan/sharing";
import { first, isTomb, keyOf, latest, live, ofKind, type Sent, type Wrong } from "./sender-rule.ts";

/** The place that a record has or null. */
export const pointOf = ({ record }: Sent): Point | null =>
  typeof record.latitude === "number" && typeof record.longitude === "number"
    ? { latitude: record.latitude, longitude: record.longitude }
    : null;

/** What a record refers to, by kind. */
const references = { unitId: "unit", deviceId: "device", operatorId: "operator" } as const;
export const danglingOf = (sent: readonly Sent[]): Wrong | null => {
  const known = latest(sent);
  return first(live(sent), "what it refers to is shared too, and there", (one) => {
    for (const [member, kind] of Object.entries(references)) {
      const id = one.record[member];
      if (typeof id !== "string") continue;
      const other = known.get(`${kind} ${id}`);
      if (other === undefined) return `${keyOf(one)}: ${member} ${id} was never shared`;
      // What happened stays when its device is gone.
      if (isTomb(other) && one.kind !== "alarm") return `${keyOf(one)}: ${member} ${id} was deleted`;
    }
    return null;
  });
};

export const strayComponent = (sent: readonly Sent[]): Wrong | null => {
  const known = latest(sent);
  return first(ofKind(live(sent), "alarm"), "a component of its device, a device of its unit", ({ record }) => {
    const component = known.get(`component ${String(record.componentId)}`)?.record;
    const device = known.get(`device ${String(record.deviceId)}`)?.record;
    if (component !== undefined && component.deviceId !== record.deviceId)
      return `component ${String(record.componentId)} is of device ${String(component.deviceId)}, the alarm of ${String(record.deviceId)}`;
    return device !== undefined && device.unitId !== record.unitId
      ? `device ${String(record.deviceId)} is in unit ${String(device.unitId)}, the alarm in ${String(record.unitId)}`
      : null;
  });
};

/** Two records that are one thing under two ids. */
export const twice = (
  sent: readonly Sent[],
  expected: string,
  likeness: (one: Sent) => string | null,
): Wrong | null => {
  const seen = new Map<string, Sent>();
  for (const one of sent) {
    const like = likeness(one);
    const other = like === null ? undefined : seen.get(like);
    if (other !== undefined && other.record.id !== one.record.id)
      return {
        expected,
        got: `${String(other.record.id)} and ${String(one.record.id)}`,
        shown: [other.record, one.record],
      };
    if (like !== null) seen.set(like, one);
  }
  return null;
};

export const miscounted = (sent: readonly Sent[]): Wrong | null => {
  const there = live(sent);
  const count = (kind: RecordKind, member: string, id: unknown): number =>
    ofKind(there, kind).filter(({ record }) => record[member] === id).length;
  return first(there, "the number of records shared", ({ kind, record }) => {
    const [member, real] =
      kind === "unit"
        ? (["deviceCount", count("device", "unitId", record.id)] as const)
        : kind === "device"
          ? (["componentCount", count("component", "deviceId", record.id)] as const)
          : (["", 0] as const);
    return member === "" || record[member] === undefined || record[member] === real
      ? null
      : `${kind} ${String(record.id)}: ${member} ${String(record[member])}, shared ${real}`;
  });
};

export const fallen = (sent: readonly Sent[]): Wrong | null => {
  const seen = new Map<string, number>();
  return first(
    sent.filter(({ push }) => !push.isFull),
    "a version that grows",
    (one) => {
      const { version } = one.record;
      if (typeof version !== "number") return null;
      const before = seen.get(keyOf(one)) ?? 0;
      seen.set(keyOf(one), Math.max(before, version));
      return version < before ? `${keyOf(one)}: version ${version} after ${before}` : null;
    },
  );
};

export const tooEarly = (sent: readonly Sent[]): Wrong | null => {
  const seen = new Set<string>();
  return first(sent, "what it refers to comes first", (one) => {
    seen.add(keyOf(one));
    if (one.kind === "alarm") return null;
    for (const [member, kind] of Object.entries(references)) {
      const id = one.record[member];
      if (typeof id === "string" && !seen.has(`${kind} ${id}`)) return `${keyOf(one)} before ${kind} ${id}`;
    }
    return null;
  });
};

export const disagreement = (sent: readonly Sent[]): Wrong | null => {
  const changes = latest(sent.filter(({ push }) => !push.isFull));
  const full = latest(sent.filter(({ push }) => push.isFull));
  const digest = ({ record }: Sent): string => digestText({ ...record, id: String(record.id) });
  for (const [key, one] of full) {
    const other = changes.get(key);
    if (isTomb(one)) continue;
    if (other === undefined || isTomb(other))
      return { expected: `${key} in the changes too`, got: "only in the full export", shown: [one.record] };
    if (digest(other) !== digest(one))
      return { expected: `${key} the same in both`, got: "another content", shown: [other.record, one.record] };
  }
  return null;
};

export const unsharedDeletion = (sent: readonly Sent[]): Wrong | null => {
  const full = latest(sent.filter(({ push }) => push.isFull));
  return first(live(sent.filter(({ push }) => !push.isFull)), "a mark that it is deleted", (one) => {
    const there = full.get(keyOf(one));
    return there === undefined ? `${keyOf(one)} is gone from the full export, and no mark was shared` : null;
  });
};
