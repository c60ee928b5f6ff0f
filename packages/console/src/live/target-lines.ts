import type { components } from "@dianan/open-api";

export type CommunityTarget = components["schemas"]["CommunityTargetDraft"];
export type TargetFault =
  | { readonly kind: "empty" }
  | { readonly kind: "badLine"; readonly line: number }
  | { readonly kind: "twice"; readonly community: string };

const line = /^\s*(.{1,100}?)\s*[,，;\t]\s*(\d{1,9})\s*[,，;\t]\s*(\d{1,9})\s*$/;

/**
 * Targets of communities from pasted lines (导入社区目标): community, target of fire monitoring, target of charging.
 *
 * @param before - bases that were set stay with their community
 */
export const targetsOf = (
  text: string,
  before: readonly Pick<CommunityTarget, "community" | "bases">[],
): { readonly ok: true; readonly value: CommunityTarget[] } | { readonly ok: false; readonly error: TargetFault } => {
  const items: CommunityTarget[] = [];
  for (const [n, one] of text.split(/\r?\n/).entries()) {
    if (one.trim() === "") continue;
    const [, community, fire, charging] = line.exec(one) ?? [];
    if (community === undefined) return { ok: false, error: { kind: "badLine", line: n + 1 } };
    if (items.some((item) => item.community === community)) return { ok: false, error: { kind: "twice", community } };
    const bases = before.find((item) => item.community === community)?.bases;
    items.push({
      ...{ community, electricalFireTarget: Number(fire), chargingTarget: Number(charging) },
      ...(bases === undefined ? {} : { bases }),
    });
  }
  return items.length === 0 ? { ok: false, error: { kind: "empty" } } : { ok: true, value: items };
};
