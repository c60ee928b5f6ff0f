import type { Instant } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import { type Dataset, type ExpiringDataset, isExpiring } from "../core/retention.ts";
import type { Caller } from "../ports/caller.ts";
import type { Retention, RetentionChange } from "../ports/retention.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { changedSince, tagged, tagOf } from "./precondition.ts";
import { invalid, type Problem } from "./problem.ts";
import { readQuery } from "./query.ts";
import { sheetVersion } from "./sheet-answers.ts";
import { withBody } from "./sign-in-routes.ts";

const PATH = "/api/v1/retention";

type Upload = { readonly items: readonly UploadItem[] };
type UploadItem = {
  readonly dataset: Dataset;
  readonly days: number;
  readonly hold?: { readonly since: string; readonly reason: string } | null;
};

const changeOf = ({ days, hold }: UploadItem): RetentionChange => ({
  days,
  ...(hold ? { hold: { since: Date.parse(hold.since) as Instant, reason: hold.reason } } : {}),
  ...(hold === null ? { hold } : {}),
});

/** How long data are kept (保存期限), EF-4.4.3, CP-3.4.3. */
export const retentionRoutes = (deps: HttpDeps): readonly Route[] => {
  const { retention } = deps.upkeep;
  const time = (at: Instant | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
  const view = ({ items, version }: Retention) => ({
    items: items.map(({ dataset, days, hold, oldestAt, rows, bytes, nextExpiryAt }) => ({
      ...{ dataset, days, hotDays: days, rows, bytes },
      hold: hold && { ...hold, since: time(hold.since) },
      oldestAt: time(oldestAt),
      nextExpiryAt: time(nextExpiryAt),
    })),
    ...(version === 0 ? {} : { version }),
  });

  const put = async ({ items }: Upload, ask: Ask): Promise<Response | Problem> => {
    const changes = new Map<ExpiringDataset, RetentionChange>();
    for (const [index, item] of items.entries()) {
      const { dataset } = item;
      const path = `/items/${index}/dataset`;
      if (!isExpiring(dataset))
        return invalid(path, "It is kept without end: nothing of it expires.", "该类数据长期保存,不会到期删除。");
      if (changes.has(dataset)) return invalid(path, "It is named twice.", "重复出现。");
      changes.set(dataset, changeOf(item));
    }
    const caller = ask.caller as Caller;
    const before = await retention.find(caller.tenant);
    const version = sheetVersion(ask, before.version === 0 ? null : before);
    if (typeof version !== "number") return version;
    const outcome = await retention.put(caller, version, changes, ask.circumstance);
    return outcome === "conflict" ? changedSince() : json(view(outcome), 200, { ETag: tagOf(outcome.version) });
  };

  return [
    {
      method: "GET",
      path: PATH,
      handle: async ({ url, request, view: { tenant } }) => {
        const query = readQuery(url, []);
        if (!query.ok) return query.error;
        const found = await retention.find(tenant);
        return tagged(request, tagOf(found.version), () => view(found));
      },
    },
    { method: "PUT", path: PATH, handle: withBody<Upload>("PUT", PATH, put) },
  ];
};
