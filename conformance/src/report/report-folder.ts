import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { badgeOf, badgeSvg } from "./badge.ts";
import { htmlOf } from "./html.ts";
import { junitOf } from "./junit.ts";
import type { Report } from "./report-json.ts";
import { isSignedBy, type SignatureAlgorithm, signText } from "./report-signature.ts";
import { requirementsCsv } from "./requirements-csv.ts";

const MANIFEST = "manifest.json";

const digest = (algorithm: "sha256" | "sm3", data: string | Uint8Array): string =>
  createHash(algorithm).update(data).digest("hex");

type Manifest = {
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly sm3: string }>>;
  /** Over the text of `files`, and the key that made it, base64. */
  readonly signature?: string;
  readonly publicKey?: string;
  /** Ed25519 when it is left out. */ readonly algorithm?: SignatureAlgorithm;
};

/** What is signed: names and digests, in the order of the names. */
const signedText = (files: Manifest["files"]): string =>
  Object.keys(files)
    .sort()
    .map((name) => `${name} ${files[name]?.sha256} ${files[name]?.sm3}\n`)
    .join("");

/**
 * Writes every form of a report into a folder, and a manifest with the digests of all (SHA-256 and SM3).
 *
 * @param keyPem - private key in PEM, Ed25519 or SM2; with it the manifest is signed
 * @throws Error for a key that is none
 */
export const writeReport = (folder: string, report: Report, keyPem?: string): void => {
  const text = `${JSON.stringify(report, null, 1)}\n`;
  const files: Readonly<Record<string, string>> = {
    "report.json": text,
    "report.html": htmlOf(report),
    "junit.xml": junitOf(report),
    "requirements.csv": requirementsCsv(report),
    "badge.json": `${JSON.stringify(badgeOf(report))}\n`,
    "badge.svg": badgeSvg(report, text),
  };
  mkdirSync(folder, { recursive: true });
  const digests = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, { sha256: digest("sha256", text), sm3: digest("sm3", text) }]),
  );
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const manifest: Manifest = { files: digests, ...(keyPem === undefined ? {} : signText(signedText(digests), keyPem)) };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
};

export type Verified = {
  /** What does not fit: a file's name, or `signature`. */ readonly wrong: readonly string[];
  /** Base64 of the key that signed; null: not signed. */ readonly publicKey: string | null;
  readonly algorithm: SignatureAlgorithm;
};

/**
 * Holds a report's folder against its manifest, without network.
 *
 * @param trusted - PEM of the public key that must have signed; absent: whoever signed is named and nothing more
 * @throws Error when the manifest is missing or is none
 */
export const verifyReport = (folder: string, trusted?: string): Verified => {
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")) as Manifest;
  const wrong = Object.entries(manifest.files).flatMap(([name, { sha256, sm3 }]) => {
    if (!readdirSync(folder).includes(name)) return [name];
    const data = readFileSync(join(folder, name));
    return digest("sha256", data) === sha256 && digest("sm3", data) === sm3 ? [] : [name];
  });
  const { signature, publicKey, algorithm = "Ed25519" } = manifest;
  if (signature === undefined || publicKey === undefined)
    return { wrong: trusted === undefined ? wrong : [...wrong, "signature"], publicKey: null, algorithm };
  const isGood = isSignedBy(signedText(manifest.files), { signature, publicKey, algorithm }, trusted);
  return { wrong: isGood ? wrong : [...wrong, "signature"], publicKey, algorithm };
};
