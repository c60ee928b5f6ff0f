import type { DatabaseSync } from "node:sqlite";
import { StoreError } from "../ports/store-error.ts";
import type { PackedWrite } from "./message.ts";
import { shardOf } from "./shard.ts";

type Of<K extends PackedWrite[0]> = Extract<PackedWrite, readonly [K, ...unknown[]]>;

/** Frames, device states, refused frames and strangers: what is no shared record and in no feed. */
export type EvidenceWriter = {
  frame(tenant: string, write: Of<"frame">, bytes: Uint8Array): void;
  state(tenant: string, write: Of<"state">): void;
  dropState(tenant: string, write: Of<"dropState">): void;
  undecodable(tenant: string, write: Of<"undecodable">, bytes: Uint8Array): void;
  stranger(tenant: string, write: Of<"stranger">): void;
  /** @throws StoreError conflict when the address is not on the list */
  dismiss(tenant: string, write: Of<"dismiss">): void;
  /** Forgets an address; returns the bodies of its alarms. */
  claimed(
    tenant: string,
    protocol: string,
    wireAddress: string,
  ): readonly { readonly id: string; readonly body: string }[];
  /** Keeps bounds; part of the transaction. */ trim(): void;
  /** Counts again, after a rollback. */ reset(): void;
};

/** @param undecodableMax - refused frames kept per tenant */
export const createEvidenceWriter = (database: DatabaseSync, undecodableMax: number): EvidenceWriter => {
  const frame = database.prepare("INSERT INTO frame VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
  const state = database.prepare(
    "INSERT INTO device_state VALUES (?, ?, ?, ?) ON CONFLICT (shard, tenant, key) DO UPDATE SET state = excluded.state",
  );
  const dropState = database.prepare("DELETE FROM device_state WHERE shard = ? AND tenant = ? AND key = ?");
  const undecodable = database.prepare(
    "INSERT INTO undecodable VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
  );
  const undecodableCount = database.prepare("SELECT count(*) AS n FROM undecodable");
  const undecodableTrim = database.prepare(
    "DELETE FROM undecodable WHERE id IN (SELECT id FROM undecodable ORDER BY id LIMIT ?)",
  );
  const stranger = database.prepare(
    `INSERT INTO stranger VALUES (?, ?, ?, ?, ?, ?, NULL) ON CONFLICT (tenant, protocol, wire_address)
     DO UPDATE SET last_seen_at = excluded.last_seen_at, frames = excluded.frames`,
  );
  const dismiss = database.prepare(
    `UPDATE stranger SET dismissed_at = ?
     WHERE tenant = ? AND protocol = ? AND wire_address = ? AND dismissed_at IS NULL`,
  );
  const listAgain = database.prepare(
    "UPDATE stranger SET dismissed_at = NULL WHERE tenant = ? AND protocol = ? AND wire_address = ?",
  );
  const alarm = database.prepare(
    `INSERT INTO unclaimed_alarm VALUES (?, ?, ?, ?, ?) ON CONFLICT (tenant, protocol, wire_address, id)
     DO UPDATE SET body = excluded.body`,
  );
  const where = "WHERE tenant = ? AND protocol = ? AND wire_address = ?";
  const alarms = database.prepare(`SELECT id, body FROM unclaimed_alarm ${where} ORDER BY id`);
  const dropAlarms = database.prepare(`DELETE FROM unclaimed_alarm ${where}`);
  const dropStranger = database.prepare(`DELETE FROM stranger ${where}`);
  let refused: number | null = null;

  return {
    frame: (tenant, [, id, protocol, address, deviceId, receivedAt, remote], bytes) =>
      void frame.run(
        idBytes(id),
        tenant,
        shardOf(deviceId ?? address),
        protocol,
        address,
        deviceId,
        receivedAt,
        remote,
        bytes,
      ),
    state: (tenant, [, key, text]) => void state.run(shardOf(key), tenant, key, text),
    dropState: (tenant, [, key]) => void dropState.run(shardOf(key), tenant, key),
    undecodable: (tenant, [, id, protocol, receivedAt, remote, , error], bytes) => {
      refused ??= (undecodableCount.get() as { n: number }).n;
      refused += Number(undecodable.run(idBytes(id), tenant, protocol, receivedAt, remote, bytes, error).changes);
    },
    stranger: (tenant, [, protocol, address, seenAt, frames, bodies]) => {
      stranger.run(tenant, protocol, address, seenAt, seenAt, frames);
      for (const [id, body] of bodies) alarm.run(tenant, protocol, address, id, body);
      // Who took it off the list has not seen this alarm.
      if (bodies.length > 0) listAgain.run(tenant, protocol, address);
    },
    dismiss: (tenant, [, protocol, address, at]) => {
      if (dismiss.run(at, tenant, protocol, address).changes === 0)
        throw new StoreError("conflict", `${protocol} ${address} is not on the list`);
    },
    claimed: (tenant, protocol, address) => {
      const rows = alarms.all(tenant, protocol, address) as { id: string; body: string }[];
      dropAlarms.run(tenant, protocol, address);
      dropStranger.run(tenant, protocol, address);
      return rows;
    },
    trim: () => {
      if (refused === null || refused <= undecodableMax) return;
      undecodableTrim.run(refused - undecodableMax);
      refused = undecodableMax;
    },
    reset: () => {
      refused = null;
    },
  };
};

/** A UUID's 16 bytes. */
export const idBytes = (uuid: string): Uint8Array => Buffer.from(uuid.replaceAll("-", ""), "hex");

/** A UUID's text. */
export const idText = (bytes: Uint8Array): string => {
  const hex = Buffer.from(bytes).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
