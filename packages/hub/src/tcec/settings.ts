import { standardTcecProfile, tcecKeys } from "@dianan/sharing";
import { fault, type SettingFault, sourceFault } from "../core/setting-fault.ts";
import type { TcecDraft, TcecSecretSets, TcecSettings, TcecSwitches } from "../ports/tcec.ts";
import { gives, takes } from "./partner-item.ts";

/** As the standard has it; the window is what is usual. */
const standardSwitches: TcecSwitches = {
  ...standardTcecProfile,
  ...{ seq: "strict", service: "Sevice", elec: "Elec", statusShape: "object", numbers: "number", windowSeconds: 300 },
};

/** Settings with what was left out. */
export const settingsOf = (draft: Omit<TcecDraft, "secrets">): TcecSettings => ({
  name: draft.name,
  role: draft.role,
  operatorId: draft.operatorId,
  ownOperatorId: draft.ownOperatorId,
  url: draft.url?.replace(/\/+$/, "") ?? null,
  sources: draft.sources ?? [],
  isEnabled: draft.isEnabled ?? true,
  switches: { ...standardSwitches, ...draft.switches },
  coordinateSystem: draft.coordinateSystem ?? "GCJ02",
  unitIds: draft.unitIds ?? [],
  serviceTel: draft.serviceTel ?? "",
  callsPerMinute: draft.callsPerMinute ?? 600,
  pullMinutes: draft.pullMinutes ?? 15,
  records: draft.records ?? null,
});

const secretFault = (settings: TcecSettings, secrets: TcecSecretSets): SettingFault | null => {
  for (const direction of ["incoming", "outgoing"] as const) {
    const set = secrets[direction];
    if (set === undefined) continue;
    const keys = tcecKeys(set, settings.switches);
    const [first] = keys.ok ? [] : keys.error;
    if (first !== undefined) return { path: `/secrets/${direction}${first.path}`, words: first.message };
  }
  // Whoever has the one direction's could answer for the other.
  const [one, other] = [secrets.incoming, secrets.outgoing];
  if (one !== undefined && other !== undefined && one.operatorSecret === other.operatorSecret)
    return fault(
      "/secrets/outgoing/operatorSecret",
      "Each direction has secrets of its own: agree on another one.",
      "两个方向的密钥应各自独立。",
    );
  if (settings.url !== null && other === undefined)
    return fault(
      "/secrets/outgoing",
      "To call the partner they are needed, as it gave them.",
      "调用对接方须有 outgoing 密钥。",
    );
  if (settings.url === null && other !== undefined)
    return fault("/url", "Secrets to call the partner need its address.", "有 outgoing 密钥时须填写 url。");
  return one === undefined && other === undefined
    ? fault("/secrets", "At least one direction has secrets.", "至少应有一个方向的密钥。")
    : null;
};

/**
 * Checks what a person sets up, beyond its schema.
 *
 * @param platformCode - this hub's
 * @returns the first fault, which repeats no secret; null: it is good
 */
export const settingFault = (
  settings: TcecSettings,
  secrets: TcecSecretSets,
  platformCode: string,
  isRange: (text: string) => boolean,
): SettingFault | null => {
  const bad = sourceFault(settings.sources, isRange);
  if (bad !== null) return bad;
  const url = settings.url === null ? null : URL.parse(settings.url);
  if (settings.url !== null && (url === null || url.search + url.hash + url.username + url.password !== ""))
    return fault("/url", "An address without query, fragment and credentials.", "应为不含查询串、片段和凭证的网址。");
  if (settings.operatorId === settings.ownOperatorId)
    return fault("/ownOperatorId", "It is the partner's own.", "与对接方的 OperatorID 相同。");
  if (takes(settings) && settings.records === null)
    return fault("/records", "Whose records they become is needed.", "须填写 records。");
  if (settings.records?.platformCode === platformCode)
    return fault("/records/platformCode", "It is this hub's own.", "与本平台代码相同。");
  if (gives(settings) && !takes(settings) && secrets.incoming === undefined)
    return fault("/secrets/incoming", "The partner calls with them.", "对接方来访须有 incoming 密钥。");
  return secretFault(settings, secrets);
};
