import type { Instant } from "@dianan/model";
import type { Result } from "@dianan/sharing";
import type { AuditQuery } from "../ports/access-store.ts";
import type { RecordKind } from "../ports/records.ts";
import type { Dataset, ExportSource } from "../ports/transfer.ts";
import type { Problem } from "./problem.ts";
import { invalid } from "./problem.ts";
import { LIMIT_MAX, type Query, readFilter, readQuery, readTime } from "./query.ts";
import { readPageQuery } from "./record-filters.ts";

/** The operation whose list a dataset is: who may read the list may export it, and its filters are the export's. */
export const listOf: { readonly [D in Dataset]: { readonly path: string; readonly kind?: RecordKind } } = {
  operators: { path: "/api/v1/operators", kind: "operator" },
  units: { path: "/api/v1/units", kind: "unit" },
  devices: { path: "/api/v1/devices", kind: "device" },
  components: { path: "/api/v1/components", kind: "component" },
  alarms: { path: "/api/v1/alarms", kind: "alarm" },
  readings: { path: "/api/v1/readings" },
  presence: { path: "/api/v1/presence-changes" },
  audit: { path: "/api/v1/audit" },
  notifications: { path: "/api/v1/notifications" },
};

type Filter = { readonly [name: string]: string | number | boolean };
type Read<T> = Result<T, Problem>;

const times = (query: Query): Read<Pick<AuditQuery, "from" | "to">> => {
  const from = readTime(query, "from");
  if (!from.ok) return from;
  const to = readTime(query, "to");
  return to.ok ? { ok: true, value: { from: from.value, to: to.value } } : to;
};

const codes = <N extends string>(query: Query, names: readonly N[]): Read<{ readonly [K in N]: string | null }> => {
  const read: Record<string, string | null> = {};
  for (const name of names) {
    const filter = readFilter(query, name);
    if (!filter.ok) return filter;
    read[name] = filter.value;
  }
  return { ok: true, value: read as { readonly [K in N]: string | null } };
};

const WORD_MAX = 200;

const auditSource = (url: URL): Read<ExportSource> => {
  const query = readQuery(url, ["from", "to", "actor", "act", "result", "object"]);
  if (!query.ok) return query;
  const range = times(query.value);
  if (!range.ok) return range;
  const { actor = null, act = null, result = null, object = null } = query.value;
  for (const [name, word] of Object.entries({ actor, act, result, object }))
    if (word !== null && (word === "" || word.length > WORD_MAX))
      return { ok: false, error: invalid(`/query/${name}`, "It is empty or too long.", "为空或太长。") };
  const audit = { ...range.value, ...{ actor, act, result, object }, after: null, limit: LIMIT_MAX };
  return { ok: true, value: { kind: "audit", query: { first: "newest", ...audit } } };
};

const noticeSource = (url: URL): Read<ExportSource> => {
  const query = readQuery(url, ["from", "to", "alarmId", "unitId", "channel"]);
  if (!query.ok) return query;
  const range = times(query.value);
  if (!range.ok) return range;
  const found = codes(query.value, ["alarmId", "unitId", "channel"]);
  return found.ok ? { ok: true, value: { kind: "notices", query: { ...found.value, ...range.value } } } : found;
};

const sourceAt = (url: URL, dataset: Dataset, now: Instant): Read<ExportSource> => {
  const { kind } = listOf[dataset];
  if (kind !== undefined) {
    const query = readPageQuery(url, kind, now);
    return query.ok ? { ok: true, value: { kind: "records", query: query.value } } : query;
  }
  if (dataset === "audit") return auditSource(url);
  if (dataset === "notifications") return noticeSource(url);
  const names = ["deviceId", "unitId", dataset === "readings" ? "quantity" : "presence"] as const;
  const query = readQuery(url, ["from", "to", ...names]);
  if (!query.ok) return query;
  const range = times(query.value);
  if (!range.ok) return range;
  const found = codes(query.value, ["deviceId", "unitId", "quantity", "presence"]);
  if (!found.ok) return found;
  const { deviceId, unitId, quantity, presence } = found.value;
  return dataset === "readings"
    ? { ok: true, value: { kind: "readings", deviceId, unitId, quantity, ...range.value } }
    : {
        ok: true,
        value: {
          kind: "presence",
          query: { deviceId, unitId, presence, ...range.value, after: null, limit: LIMIT_MAX },
        },
      };
};

const inFilter = (path: string): string => path.replace(/^\/query/, "/filter");

/** What an export is to read, by the rules of the list of the same name. Findings point into `filter`. */
export const sourceOf = (dataset: Dataset, filter: Filter, now: Instant): Read<ExportSource> => {
  for (const name of ["limit", "cursor"])
    if (Object.hasOwn(filter, name))
      return { ok: false, error: invalid(`/filter/${name}`, "An export has no pages.", "导出不分页。") };
  const url = new URL("http://hub.invalid/");
  for (const [name, value] of Object.entries(filter)) url.searchParams.set(name, String(value));
  const source = sourceAt(url, dataset, now);
  if (source.ok) return source;
  const errors = source.error.errors.map((finding) => ({ ...finding, path: inFilter(finding.path) }));
  return { ok: false, error: { ...source.error, errors } };
};
