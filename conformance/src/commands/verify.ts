import { readFileSync } from "node:fs";
import { verifyReport } from "../report/report-folder.ts";
import { type Options, type Terminal, UsageError } from "./options.ts";

/** `verify <folder>`: whether a report is as it was written, and who signed it. Without network. */
export const verifyCommand = ({ positionals, key, language }: Options, { out }: Terminal): number => {
  const [, folder] = positionals;
  if (folder === undefined) throw new UsageError("verify <report folder>");
  const { wrong, publicKey, algorithm } = verifyReport(
    folder,
    key === undefined ? undefined : readFileSync(key, "utf8"),
  );
  for (const name of wrong) out(language === "zh" ? `不符:${name}` : `does not fit: ${name}`);
  const signer = publicKey === null ? (language === "zh" ? "未签名" : "not signed") : `${algorithm} ${publicKey}`;
  if (wrong.length === 0) out(language === "zh" ? `报告完整,${signer}` : `the report is whole, ${signer}`);
  return wrong.length === 0 ? 0 : 1;
};
