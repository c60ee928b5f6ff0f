import { existsSync } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { type AuditCheckpoint, parseAuditLine } from "../core/audit-lines.ts";
import type { CheckpointSink } from "../ports/audit.ts";

/** Bytes at the end of the file in which the newest checkpoints are looked for: some hundred lines. */
const TAIL_BYTES = 256 * 1024;

/** A file of lines that only grows, for its owner only; put it on another disk, or have it collected. */
export const createCheckpointFile = (path: string): CheckpointSink => {
  let last: Promise<void> = Promise.resolve();
  const write = async (line: string): Promise<void> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, "a", 0o600);
    try {
      await file.write(`${line}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  };
  return {
    append: (line) => {
      last = last.catch(() => {}).then(() => write(line));
      return last;
    },
    newest: async () => {
      const found = new Map<string, AuditCheckpoint>();
      if (!existsSync(path)) return found;
      const file = await open(path, "r");
      try {
        const { size } = await file.stat();
        const from = Math.max(0, size - TAIL_BYTES);
        const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
        for (const text of buffer.subarray(0, bytesRead).toString("utf8").split("\n")) {
          // A line that was cut, by us or by a power cut, is none.
          const line = parseAuditLine(text);
          if (line?.kind === "checkpoint") found.set(line.tenant, line);
        }
      } finally {
        await file.close();
      }
      return found;
    },
  };
};
