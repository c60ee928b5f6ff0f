import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { type AuditCheckpoint, parseAuditLine } from "../core/audit-lines.ts";
import { type AuditVerdict, createAuditVerifier } from "../core/audit-verifier.ts";
import { createSignatureCheck, sha256Hex } from "./signing.ts";

/** What became of one export (审计导出文件的校验结果). */
export type AuditFileReport = {
  readonly path: string;
  /** Base64 of the key that the export names; empty when it names none. Compare it with the hub's. */ readonly publicKey: string;
  readonly verdict: AuditVerdict;
};

const linesOf = (path: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 20 }), crlfDelay: 0 });

/** The checkpoints of a file that holds nothing else; null when it begins as an export does, or as nothing that we know. */
const checkpointsIn = async (path: string): Promise<readonly AuditCheckpoint[] | null> => {
  const found: AuditCheckpoint[] = [];
  for await (const text of linesOf(path)) {
    const line = parseAuditLine(text);
    if (line?.kind === "checkpoint") found.push(line);
    else if (found.length === 0) return null;
  }
  return found.length === 0 ? null : found;
};

/**
 * Verifies exports of the audit log without the hub and without its secret key (SEC-AUD-05). Files of checkpoints among them are held
 * against every export.
 *
 * @param trusted - base64 of the hub's public key; null: each export's own, which proves only that it is of one piece
 * @throws the file system's error for a file that cannot be read
 */
export const verifyAuditFiles = async (
  paths: readonly string[],
  trusted: string | null,
): Promise<readonly AuditFileReport[]> => {
  const known: AuditCheckpoint[] = [];
  const exports: string[] = [];
  for (const path of paths) {
    const points = await checkpointsIn(path);
    if (points === null) exports.push(path);
    else known.push(...points);
  }
  const isSigned = createSignatureCheck();
  const reports: AuditFileReport[] = [];
  for (const path of exports) {
    const verifier = createAuditVerifier({ digestOf: sha256Hex, isSigned, trusted, known });
    let publicKey = "";
    for await (const text of linesOf(path)) {
      if (publicKey === "") {
        const head = parseAuditLine(text);
        publicKey = head?.kind === "head" ? head.publicKey : "?";
      }
      if (verifier.take(text) !== null) break;
    }
    reports.push({ path, publicKey: publicKey === "?" ? "" : publicKey, verdict: verifier.end() });
  }
  return reports;
};
