import { type AuditFault, type AuditFileReport, verifyAuditFiles } from "@dianan/hub";
import type { Values } from "../options/option.ts";
import { both, type ExitCode, type Terminal } from "../terminal.ts";
import type { auditOptions } from "./audit-options.ts";

const words: { readonly [F in AuditFault]: { readonly zh: string; readonly en: string } } = {
  format: { zh: "有一行不是平台所写", en: "a line is not as the hub writes it" },
  hash: { zh: "记录被改动", en: "an entry was changed" },
  gap: { zh: "缺少记录", en: "entries are missing" },
  order: { zh: "记录顺序不对", en: "entries are not in their order" },
  checkpoint: { zh: "与已签名的检查点不符", en: "the hub signed something else" },
  signature: { zh: "签名无效", en: "a signature does not hold" },
  cut: { zh: "文件被截断", en: "it ends before its end" },
  key: { zh: "不是所信任的公钥,或属于其他组织", en: "it is of another key or tenant" },
};

const printed = ({ path, verdict, publicKey }: AuditFileReport, isTrusted: boolean): string => {
  if (verdict.ok) {
    const { firstSequence, lastSequence, entries, checkpoints } = verdict;
    const fine = both(
      `${path}:完整,第 ${firstSequence} 至 ${lastSequence} 条,共 ${entries} 条,核对检查点 ${checkpoints} 个。`,
      `${path}: intact, entries ${firstSequence} to ${lastSequence}, ${entries} in all, ${checkpoints} checkpoints met.`,
    );
    if (isTrusted) return fine;
    return (
      fine +
      both(
        `公钥 ${publicKey},请与平台的核对,或用 --public-key 给出。`,
        `Key ${publicKey}: compare it with the hub's, or give that with --public-key.`,
      )
    );
  }
  const { why, sequence, line } = verdict;
  const place = {
    zh: sequence === null ? `第 ${line} 行` : `第 ${line} 行,首个异常序号 ${sequence}`,
    en: sequence === null ? `line ${line}` : `line ${line}, first bad sequence ${sequence}`,
  };
  return both(`${path}:校验不通过,${place.zh}:${words[why].zh}。`, `${path}: broken at ${place.en}: ${words[why].en}.`);
};

/** `dianan audit verify`: 0 when every export holds, 1 when one does not or there is none, 2 for a wrong use. */
export const auditCommand = async (
  { "public-key": key, json }: Values<typeof auditOptions>,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  const [what, ...paths] = operands;
  if (what !== "verify" || paths.length === 0) {
    terminal.err(both("用法:dianan audit verify <文件 …>", "Use: dianan audit verify <file …>"));
    return 2;
  }
  let reports: readonly AuditFileReport[];
  try {
    reports = await verifyAuditFiles(paths, key);
  } catch (error) {
    const { path = "", code = "" } = error as { path?: string; code?: string };
    terminal.err(both(`${path} 无法读取(${code})。`, `${path} cannot be read (${code}).`));
    return 1;
  }
  if (reports.length === 0) {
    terminal.err(both("其中没有审计导出文件。", "There is no export of the audit log among them."));
    return 1;
  }
  for (const report of reports) terminal.out(json ? `${JSON.stringify(report)}\n` : printed(report, key !== null));
  return reports.every(({ verdict }) => verdict.ok) ? 0 : 1;
};
