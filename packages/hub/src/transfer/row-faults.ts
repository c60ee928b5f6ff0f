import type { RecordKind, SharingError, SharingWarning } from "@dianan/sharing";
import type { RowError } from "@dianan/sharing/table";
import { recordRefusal } from "../core/record-refusal.ts";
import type { RecordChangeResult } from "../ports/live.ts";
import type { Fault } from "../ports/transfer.ts";

/** What the intake refuses, as a fault of a row: where, and what to do. */
export const refusalFault = (code: string, kind: RecordKind): Fault =>
  recordRefusal(code, kind) ?? { path: "", code, message: { zh: `拒收:${code}。`, en: `Refused: ${code}.` } };

/** What the intake says against a row; an alarm that would wait for its device is a typing error in a table. */
export const resultFault = ({ status, code }: RecordChangeResult, kind: RecordKind): Fault | null => {
  if (status === "parked") return refusalFault("unknown-device", kind);
  return status === "refused" ? refusalFault(code ?? "refused", kind) : null;
};

export const sharingFault = (found: SharingError | RowError | SharingWarning): Fault => ({
  path: found.path,
  code: found.code,
  ...("clause" in found ? { clause: found.clause } : {}),
  message: found.message,
});

/** A mask that is not that of what is stored. */
export const maskFault = (member: string): Fault => ({
  path: `/${member}`,
  code: "masked",
  message: {
    zh: "此处是脱敏后的内容且与已保存的不符,请填写完整内容。",
    en: "It is a mask, and not that of what is stored: write the full value.",
  },
});
