import { isRecordId } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { Caller } from "../ports/caller.ts";
import {
  type DeliveryRefusal,
  type DeliveryView,
  type ReminderSettings,
  type ReportRecipients,
  reportFormats,
} from "../ports/reports.ts";
import { doorPage, escaped, linkGone } from "./door-page.ts";
import { fileAnswer } from "./file-answer.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { newestFirst } from "./newest-first.ts";
import { changedSince, tagOf } from "./precondition.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { readQuery } from "./query.ts";
import { strangerIn } from "./recipients.ts";
import { sheetVersion } from "./sheet-answers.ts";
import { withBody } from "./sign-in-routes.ts";

const DELIVERIES = "/api/v1/reports/{id}/deliveries";
const LINKS = "/api/v1/report-links/{token}";
const REMINDERS = "/api/v1/report-reminders";

const notFound = (): Problem => problem("not-found", "There is no report with this id. 没有此 id 的报告。");

const refusal = (why: DeliveryRefusal): Problem => {
  if (typeof why === "object")
    switch (why.why) {
      case "absent":
        return invalid(why.at, "There is no such person.", "没有此收件人。");
      case "no-mail":
        return invalid(why.at, "They have no mail address.", "该收件人没有邮箱地址。");
      case "may-not-see":
        return invalid(why.at, "The account may not read this report.", "该账号无权查看此报告。");
    }
  switch (why) {
    case "absent":
      return notFound();
    case "not-ready":
      return problem("not-ready", "Wait until it is made. 请等待报告生成。");
    case "unmasked":
      return problem(
        "wrong-state",
        "It has contacts in full: it goes to nobody by mail. Make a masked one. 含未脱敏联系人的报表不得邮寄,请另行生成脱敏报表。",
      );
    case "nobody":
      return invalid("/contactIds", "Name at least one account or contact.", "请至少指定一个账号或联系人。");
  }
};

/** Reports on their way to people (报告送达), links that download without an account, and who is reminded (EF-4.3, PL-1). */
export const reportDeliveryRoutes = (deps: HttpDeps): readonly Route[] => {
  const { deliveries, reminders } = deps.reportDesk;
  const who = ({ caller }: Ask): Caller => caller as Caller;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
  const shown = ({ queuedAt, sentAt, nextAt, downloadedAt, ...rest }: DeliveryView) => ({
    ...{ ...rest, queuedAt: time(queuedAt), sentAt: time(sentAt), nextAt: time(nextAt) },
    downloadedAt: time(downloadedAt),
  });

  const send = withBody<Partial<ReportRecipients>>(
    "POST",
    DELIVERIES,
    async ({ accountIds = [], contactIds = [] }, ask) => {
      const outcome = await deliveries.send(who(ask), ask.id, { accountIds, contactIds }, ask.circumstance);
      return Array.isArray(outcome)
        ? json({ items: outcome.map(shown), next: null }, 202)
        : refusal(outcome as DeliveryRefusal);
    },
  );
  const read = async (ask: Ask) => {
    const { settings, version } = await reminders.find(ask.view.tenant);
    const told = (await reminders.told(ask.view.tenant)).map(({ kind, month, ...rest }) => ({
      ...shown(rest),
      ...{ kind, month },
    }));
    return { version, body: { ...settings, told, ...(version === 0 ? {} : { version }) } };
  };
  const forAll = (ask: Ask): Problem | null =>
    ask.view.isWhole
      ? null
      : problem(
          "forbidden",
          "Reminders are for who sees the whole organisation. 仅全机构范围的账号可查看、设置报送提醒。",
        );
  const put = withBody<ReminderSettings>(
    "PUT",
    REMINDERS,
    async ({ isEnabled, daysBefore, kinds, accountIds, contactIds }, ask) => {
      const stranger = await strangerIn(deps, ask, { accountIds, contactIds });
      if (stranger !== null) return stranger;
      if (isEnabled && accountIds.length + contactIds.length === 0)
        return invalid("/contactIds", "Name somebody to be reminded.", "请指定被提醒人。");
      const before = await reminders.find(ask.view.tenant);
      const version = sheetVersion(ask, before.version === 0 ? null : before);
      if (typeof version !== "number") return version;
      const settings = { isEnabled, daysBefore, kinds, accountIds, contactIds };
      const outcome = await reminders.put(who(ask), version, settings, ask.circumstance);
      if (outcome === "conflict") return changedSince();
      return json((await read(ask)).body, 200, { ETag: tagOf(outcome.version) });
    },
  );

  return [
    {
      method: "GET",
      path: DELIVERIES,
      handle: async (ask) => {
        const all = isRecordId(ask.id) ? await deliveries.list(who(ask), ask.id) : "absent";
        return all === "absent"
          ? notFound()
          : newestFirst(
              ask,
              "report-delivery",
              all.map((one) => [one.id, shown(one)]),
            );
      },
    },
    {
      method: "POST",
      path: DELIVERIES,
      handle: async (ask) =>
        isRecordId(ask.id) && (await deps.reportDesk.reports.find(who(ask), ask.id)) !== null ? send(ask) : notFound(),
    },
    {
      method: "GET",
      path: LINKS,
      open: true,
      handle: async ({ params }) => {
        const found = await deliveries.linkPage(params.token ?? "");
        if (found === null) return linkGone();
        const buttons = found.formats
          .map((format) => `<button formaction="?format=${format}">${format.toUpperCase()}</button>`)
          .join(" ");
        const until = offsetTime(found.expiresAt, deps.utcOffsetMinutes).slice(0, 16).replace("T", " ");
        return doorPage(
          `<h1>${escaped(found.title)}</h1><p>${escaped(found.number)}</p><form method="post">${buttons}</form><p>${until} 前有效,还可下载 ${found.left} 次,每次均有记录。 Until then, ${found.left} more times; each is recorded.</p>`,
        );
      },
    },
    {
      method: "POST",
      path: LINKS,
      open: true,
      handle: async ({ params, request, url, circumstance }) => {
        const query = readQuery(url, ["format"]);
        if (!query.ok) return query.error;
        const format = reportFormats.find((one) => one === (url.searchParams.get("format") ?? "pdf"));
        if (format === undefined) return invalid("/query/format", "It is pdf or xlsx.", "应为 pdf 或 xlsx。");
        const file = await deliveries.take(params.token ?? "", format, circumstance);
        return file === null ? linkGone() : fileAnswer(file, request);
      },
    },
    {
      method: "GET",
      path: REMINDERS,
      handle: async (ask) => {
        const refused = forAll(ask);
        if (refused !== null) return refused;
        const { body, version } = await read(ask);
        return json(body, 200, { ETag: tagOf(version), "Cache-Control": "no-store" });
      },
    },
    {
      method: "PUT",
      path: REMINDERS,
      handle: async (ask) => forAll(ask) ?? put(ask),
    },
  ];
};
