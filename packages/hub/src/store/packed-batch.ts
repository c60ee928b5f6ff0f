import type { ReadingRow, ReadingValue } from "../ports/readings.ts";
import type { RecordActor } from "../ports/records.ts";
import { StoreError } from "../ports/store-error.ts";
import type { Batch, Write } from "../ports/write.ts";
import type { Arena } from "./arena.ts";
import type { Job, PackedWrite } from "./message.ts";
import { packRow } from "./reading-pack.ts";
import type { RowKinds } from "./row-kinds.ts";
import { storedJson, storedText } from "./stored-text.ts";
import { VARINT_MAX } from "./varints.ts";

/**
 * A batch as it travels to the writer.
 *
 * @throws StoreError bad-text: nothing of the batch is written then
 */
export const packBatch = (batch: Batch, arena: Arena, kinds: RowKinds): Job => ({
  kind: "batch",
  tenant: batch.tenant,
  writes: batch.writes.map((write) => packWrite(write, arena, kinds)),
});

const packWrite = (write: Write, arena: Arena, kinds: RowKinds): PackedWrite => {
  switch (write.kind) {
    case "frame": {
      const { id, protocol, wireAddress, deviceId, receivedAt, remote, bytes } = write.frame;
      storedText(wireAddress, "frame.wireAddress");
      return ["frame", id, protocol, wireAddress, deviceId, receivedAt, remote, arena.place(bytes)];
    }
    case "reading": {
      const { deviceId, at, part, receivedAt } = write.row;
      storedText(deviceId, "reading.deviceId");
      const kind = kinds.of(write.row);
      const packed = arena.place(packReading(write.row));
      return ["reading", deviceId, at, part, receivedAt, kind.series, packed, kinds.isLatestDue(kind, write.row)];
    }
    case "latestNotAfter":
      return ["latestNotAfter", write.at];
    case "session":
      storedJson(write.row, "session");
      return ["session", write.row, write.receivedAt];
    case "alarmTimes":
      return ["alarmTimes", write.id, write.times];
    case "deviceState":
      return ["state", storedText(write.row.key, "deviceState.key"), storedJson(write.row.state, "deviceState")];
    case "dropState":
      return ["dropState", write.key];
    case "undecodable": {
      const { id, protocol, receivedAt, remote, bytes, error } = write.row;
      return ["undecodable", id, protocol, receivedAt, remote, arena.place(bytes), storedJson(error, "undecodable")];
    }
    case "stranger": {
      const { protocol, wireAddress, seenAt, frames } = write;
      const alarms = write.alarms.map((alarm) => [String(alarm.id), storedJson(alarm, "stranger.alarms")] as const);
      return ["stranger", protocol, storedText(wireAddress, "stranger.wireAddress"), seenAt, frames, alarms];
    }
    case "dismiss":
      return ["dismiss", write.protocol, write.wireAddress, write.at];
    case "claim":
      return ["claim", write.protocol, write.wireAddress, write.deviceId, write.unitId, write.at];
    case "put": {
      const { record, id, set, at, how, ifVersion = null } = write;
      const body = storedJson(set, `${record} ${id}`);
      const given = write.handling ?? (write.rootId === undefined ? undefined : { rootId: write.rootId });
      const handling = given === undefined ? null : storedJson(given, `${record} ${id}`);
      return ["put", record, storedText(id, `${record}.id`), body, at, how, ifVersion, actorText(write.by), handling];
    }
    case "delete": {
      const { record, id, at, ifVersion = null, by } = write;
      return ["delete", record, storedText(id, `${record}.id`), at, ifVersion, actorText(by)];
    }
    case "sent": {
      const { record, id, sender, sent } = write;
      return ["sent", record, storedText(id, `${record}.id`), sender, sent.version, sent.updatedAt];
    }
    case "erase":
      return ["erase", write.record, write.id, write.at, actorText(write.by)];
    case "eraseActor":
      return ["eraseActor", write.id, storedText(write.name, "eraseActor.name")];
    case "item": {
      const { kind, id, body, lookup, expiresAt } = write.item;
      const text = storedJson(body, `${kind} ${id}`);
      return ["item", kind, storedText(id, `${kind}.id`), text, lookup, expiresAt, write.ifVersion];
    }
    case "dropItem":
      return ["dropItem", write.item, write.id, write.must];
    case "webhook":
      if (write.act.do === "queue") storedJson(write.act.events, "webhook");
      return ["webhook", write.id, write.act];
    case "notice":
      storedJson(write.act, "notice");
      return ["notice", write.act];
    case "outbox":
      storedJson(write.write, "outbox");
      return ["outbox", write.write];
    case "audit":
      storedJson(write.entry, "audit");
      return ["audit", write.entry];
  }
};

/** The values of a row, good until the next call. @throws StoreError for a value that is no scaled integer */
export const packReading = ({ at, part, receivedAt, values }: ReadingRow): Uint8Array =>
  packRow(at, part, receivedAt, values.map(storedValue));

const storedValue = ({ value }: ReadingValue): number => {
  if (Number.isInteger(value) && Math.abs(value) <= VARINT_MAX) return value;
  throw new StoreError("failed", `reading: ${value} is no scaled integer up to 2^50`);
};

const actorText = (by: RecordActor | undefined): string | null => (by === undefined ? null : storedJson(by, "by"));
