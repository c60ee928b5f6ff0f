import { fromScaled, type SessionEnd, sessionEnds, toScaled } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { SessionRow } from "../ports/charging.ts";
import { schemaFindings } from "./document-schemas.ts";
import type { Finding } from "./problem.ts";
import { parseTime } from "./query.ts";
import type { TenantView } from "./tenant-view.ts";

/** Whether a caller may see a site: a unit within its scope. */
export const seesSite = async (view: TenantView, unitId: string): Promise<boolean> =>
  view.isWhole || (await view.record("unit", unitId)) !== null;

/** Those of items whose site a caller may see; each site is looked at once. */
export const ofSeenSites = async <T extends { readonly unitId: string }>(
  view: TenantView,
  items: readonly T[],
): Promise<readonly T[]> => {
  if (view.isWhole) return items;
  const units = [...new Set(items.map(({ unitId }) => unitId))];
  const seen = new Set<string>();
  for (const unit of units) if (await seesSite(view, unit)) seen.add(unit);
  return items.filter(({ unitId }) => seen.has(unitId));
};

const inUnit = (quantity: "energyImport" | "activePower", value: number | null): number | null =>
  value === null ? null : fromScaled(quantity, value);

/** A session as the open API has it. */
export const sessionView = (row: SessionRow, zone: number) => ({
  id: row.id,
  deviceId: row.deviceId,
  componentId: row.componentId,
  unitId: row.unitId,
  order: row.order,
  state: row.endedAt === null ? "charging" : "ended",
  startedAt: offsetTime(row.startedAt, zone),
  endedAt: row.endedAt === null ? null : offsetTime(row.endedAt, zone),
  energyKwh: inUnit("energyImport", row.energy),
  amountFen: row.amount,
  maxPowerW: inUnit("activePower", row.maxPower),
  end: row.end,
  isAbnormal: row.isAbnormal,
  rawCode: row.rawCode,
});

type Sent = Omit<ReturnType<typeof sessionView>, "end"> & { readonly end: string | null };

const finding = (path: string, en: string, zh: string): Finding => ({ path, clause: "CP-3.2", message: { en, zh } });

const isKnownEnd = (end: string): end is SessionEnd => Object.hasOwn(sessionEnds, end);

/** What of a session that fits its schema does not fit together. */
const oddities = ({ state, startedAt, endedAt, end, isAbnormal }: Sent): readonly Finding[] => {
  const started = parseTime(startedAt);
  const ended = endedAt === null ? null : parseTime(endedAt);
  const found: Finding[] = [];
  if (started === null) found.push(finding("/startedAt", "startedAt is no time.", "startedAt 不是时间。"));
  if ((state === "ended") !== (endedAt !== null))
    found.push(
      finding(
        "/endedAt",
        "endedAt is there when state is ended, and only then.",
        "endedAt 应当且仅当 state 为 ended 时给出。",
      ),
    );
  if (ended !== null && started !== null && ended < started)
    found.push(finding("/endedAt", "It ended before it began.", "结束时间早于开始时间。"));
  if (end !== null && state !== "ended")
    found.push(finding("/end", "What is still charging has no end.", "充电中的会话没有结束原因。"));
  if (end !== null && isKnownEnd(end) && sessionEnds[end].isAbnormal !== isAbnormal)
    found.push(
      finding(
        "/isAbnormal",
        `For the end ${end} it is ${sessionEnds[end].isAbnormal}.`,
        `结束原因 ${end} 对应的 isAbnormal 应为 ${sessionEnds[end].isAbnormal}。`,
      ),
    );
  return found;
};

/** A session that was sent, as it is stored; or what is wrong with it. */
export const sessionOf = (item: unknown): { readonly row: SessionRow } | { readonly findings: readonly Finding[] } => {
  const misfits = schemaFindings("ChargingSession", item);
  if (misfits.length > 0) return { findings: misfits };
  const sent = item as Sent;
  const odd = oddities(sent);
  if (odd.length > 0) return { findings: odd };
  const { id, deviceId, componentId, unitId, order, end, isAbnormal, rawCode, amountFen } = sent;
  try {
    return {
      row: {
        ...{ id, deviceId, componentId, unitId, order, isAbnormal, rawCode, amount: amountFen },
        // An end that this release does not know is kept as it is.
        end: end as SessionEnd | null,
        startedAt: parseTime(sent.startedAt) ?? 0,
        endedAt: sent.endedAt === null ? null : parseTime(sent.endedAt),
        energy: sent.energyKwh === null ? null : toScaled("energyImport", sent.energyKwh),
        maxPower: sent.maxPowerW === null ? null : toScaled("activePower", sent.maxPowerW),
      },
    };
  } catch {
    return { findings: [finding("/energyKwh", "A number is too large.", "数值过大。")] };
  }
};
