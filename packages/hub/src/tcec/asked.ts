import type { Instant } from "@dianan/model";
import { type TcecFault, type TcecMembers, tcecRets } from "@dianan/sharing";
import type { PartnerItem } from "./partner-item.ts";

/** A call whose envelope and token are good. */
export type Asked = { readonly item: PartnerItem; readonly data: TcecMembers; readonly now: Instant };

/** What it is answered: data, or a `Ret` other than 0 and why. */
export type Told =
  | { readonly ret: 0; readonly data: TcecMembers }
  | { readonly ret: number; readonly faults: readonly TcecFault[] };

export const given = (data: TcecMembers): Told => ({ ret: 0, data });
/** Business parameters that are wrong (业务参数错误). */
export const wrong = (faults: readonly TcecFault[]): Told => ({ ret: tcecRets.business, faults });
export const refusedWith = (ret: number, path: string, en: string, zh: string): Told => ({
  ret,
  faults: [{ path, clause: "T/CEC 102-2016", message: { en, zh } }],
});
