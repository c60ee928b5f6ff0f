import type { JsonObject } from "../ports/records.ts";
import type { EngineDeps } from "./deps.ts";

/** Bytes kept of a run that was no frame: enough to see what somebody sends. */
const SAMPLE_BYTES = 256;
/** Rows per peer and minute; the rest is only counted. A peer is an address without its port. */
const PER_PEER_AND_MINUTE = 10;
/** Peers watched at once; beyond it all share one allowance. */
const PEERS_MAX = 1_000;
/** Different diagnostics remembered, so that each is kept once. */
const DIAGNOSTICS_MAX = 10_000;

/** Where refused bytes came from: the protocol of the door, address and port of the peer. */
export type Origin = { readonly protocol: string; readonly remote: string };

/** Keeps what was refused with its reason, bounded and sampled (SEC-DEV-12, "nothing is dropped silently"). */
export type RefusedFrames = {
  /** A frame that did not decode; returns the id under which it is kept, null when it is only counted. */
  broken(from: Origin, bytes: Uint8Array, error: JsonObject): string | null;
  /** Bytes between frames. */ skipped(from: Origin, bytes: Uint8Array): void;
  /** A frame that was taken, with something its integrator should know. Once per address and finding. */
  diagnostic(from: Origin, wireAddress: string, bytes: Uint8Array, code: string, text: string): void;
};

export const createRefusedFrames = ({ tenant, store, figures, clock, nextId, log }: EngineDeps): RefusedFrames => {
  let minute = 0;
  let allowances = new Map<string, number>();
  const told = new Set<string>();

  const isAllowed = (remote: string): boolean => {
    const now = Math.floor(clock() / 60_000);
    if (now !== minute) {
      minute = now;
      allowances = new Map();
    }
    const peer = remote.slice(0, remote.lastIndexOf(":"));
    const known = allowances.has(peer) || allowances.size < PEERS_MAX ? peer : "others";
    const used = allowances.get(known) ?? 0;
    allowances.set(known, used + 1);
    return used < PER_PEER_AND_MINUTE;
  };

  const keep = ({ protocol, remote }: Origin, bytes: Uint8Array, error: JsonObject): string | null => {
    if (!isAllowed(remote)) {
      figures.add("refusedOnlyCountedTotal");
      return null;
    }
    const row = { id: nextId(), protocol, receivedAt: clock(), remote, bytes: bytes.slice(0, 2_048), error };
    store
      .commit({ tenant, writes: [{ kind: "undecodable", row }] })
      .catch((cause: unknown) => log(`refused frame not kept: ${cause instanceof Error ? cause.message : "?"}`));
    return row.id;
  };

  return {
    broken: (from, bytes, error) => {
      figures.add("framesBrokenTotal");
      return keep(from, bytes, error);
    },
    skipped: (from, bytes) => {
      figures.add("bytesSkippedTotal", bytes.length);
      const message = {
        zh: `跳过 ${bytes.length} 字节:此处没有帧开始`,
        en: `${bytes.length} bytes skipped: no frame begins there`,
      };
      keep(from, bytes.subarray(0, SAMPLE_BYTES), { code: "skipped", offset: 0, path: "", clause: "", message });
    },
    diagnostic: (from, wireAddress, bytes, code, text) => {
      figures.add("diagnosticsTotal");
      const finding = `${from.protocol} ${wireAddress} ${code} ${text}`;
      if (told.has(finding) || told.size >= DIAGNOSTICS_MAX) return;
      told.add(finding);
      keep(from, bytes, { code, offset: 0, path: "", clause: "", message: { zh: text, en: text } });
    },
  };
};
