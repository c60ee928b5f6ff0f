import type { Finding } from "../case.ts";
import { judgeStatus, membersOf, wrong } from "./answers.ts";
import { type PlatformCase, refuses, takes } from "./platform-case.ts";
import type { Answer, PlatformSeat } from "./platform-seat.ts";
import { about, CHANGED, type Hook, isSigned, RAISED, raise, subscribe } from "./webhook-hook.ts";

const WEBHOOKS = "/api/v1/webhooks";
const NEEDS = { needs: ["webhooks", "ear"], asks: "full" } as const;
/** Retries come after seconds. */
const RETRY_MS = 20_000;

const heard = (hook: Hook): Answer => ({
  ...{ status: 200, headers: new Headers(), body: null, asked: { webhook: hook.path } },
  text: hook
    .all()
    .map(
      ({ headers, event, status }) =>
        `${String(headers["webhook-id"])} ${String(event.type)} ${String(event.subject)} -> ${status}`,
    )
    .join("\n"),
});

const arrived = async (seat: PlatformSeat, hook: Hook, id: string, count = 1, ms = RETRY_MS): Promise<boolean> =>
  (await seat.until(() => (about(hook, id).length >= count ? true : null), ms)) === true;

const change = async (seat: PlatformSeat, { id }: Hook, body: object): Promise<Answer> => {
  const tag = (await seat.get(`${WEBHOOKS}/${id}`)).headers.get("etag") ?? "";
  return seat.ask("PATCH", `${WEBHOOKS}/${id}`, {
    body,
    headers: { "if-match": tag },
  });
};

/** Cases of webhooks: the kit is the receiver, well and unwell (SEC-OUT-01 to SEC-OUT-05). */
export const webhookCases: readonly PlatformCase[] = [
  takes(
    "webhooks/test",
    "API-HOOK-01",
    ["登记后收到签名的测试事件", "a signed test event comes first"],
    async (seat) => {
      const hook = await subscribe(seat);
      const [one] = hook.all();
      if (one?.event.type !== "com.dianan.webhook.test") return wrong("missing", "a test event", heard(hook));
      return (await isSigned(one, hook.secret))
        ? null
        : wrong("broken-rule", "signed with the secret over its bytes", heard(hook));
    },
    NEEDS,
  ),
  takes(
    "webhooks/alarm",
    ["API-HOOK-01", "API-HOOK-06"],
    ["告警推送为签名的 CloudEvent", "an alarm comes as a signed CloudEvent"],
    async (seat) => {
      const hook = await subscribe(seat);
      const id = await raise(seat);
      if (!(await arrived(seat, hook, id))) return wrong("missing", `an event of ${id}`, heard(hook));
      const one = about(hook, id)[0] as ReturnType<typeof about>[number];
      const { specversion, type, source, id: eventId, data } = one.event;
      if (specversion !== "1.0" || type !== RAISED || typeof source !== "string" || typeof eventId !== "string")
        return wrong("malformed-reply", `a CloudEvent of ${RAISED}`, heard(hook));
      const { kind, id: recordId } = data as { readonly kind?: unknown; readonly id?: unknown };
      if (kind !== "alarm" || recordId !== id) return wrong("wrong-value", `data of the alarm ${id}`, heard(hook));
      return (await isSigned(one, hook.secret))
        ? null
        : wrong("broken-rule", "signed with the secret over its bytes", heard(hook));
    },
    NEEDS,
  ),
  refuses(
    "webhooks/each-signed",
    "API-HOOK-01",
    ["没有未签名的推送", "no delivery is unsigned, and none verifies with another secret"],
    async (seat) => {
      const hook = await subscribe(seat, [RAISED, CHANGED]);
      const id = await raise(seat);
      await seat.need("operator", await seat.record("operator", { name: "签名 & <检查>" }));
      await arrived(seat, hook, id);
      for (const one of hook.all()) {
        if (!(await isSigned(one, hook.secret)))
          return wrong("broken-rule", "every delivery signed over its bytes", heard(hook));
        if (await isSigned(one, "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"))
          return wrong("accepted", "no other secret fits", heard(hook));
      }
      return about(hook, id).length > 0 ? null : wrong("missing", `an event of ${id}`, heard(hook));
    },
    NEEDS,
  ),
  takes(
    "webhooks/rotation",
    "API-HOOK-01",
    ["轮换期双签", "during rotation both secrets sign"],
    async (seat) => {
      const hook = await subscribe(seat);
      const answer = await seat.ask("POST", `${WEBHOOKS}/${hook.id}/secrets`);
      const fresh = membersOf(answer).secret;
      if (answer.status !== 201 || typeof fresh !== "string")
        return wrong("refused", "201 with a secret", { ...answer, text: "…" });
      const id = await raise(seat);
      if (!(await arrived(seat, hook, id))) return wrong("missing", `an event of ${id}`, heard(hook));
      const one = about(hook, id)[0] as ReturnType<typeof about>[number];
      return (await isSigned(one, hook.secret)) && (await isSigned(one, fresh))
        ? null
        : wrong("broken-rule", "signatures of both secrets", heard(hook));
    },
    NEEDS,
  ),
  ...([500, 404, 429] as const).map((status) =>
    refuses(
      `webhooks/retry-${status}`,
      "API-HOOK-02",
      [`应答 ${status} 后以同一 id 再推送`, `after ${status} it comes again with the same id`],
      async (seat) => {
        const hook = await subscribe(seat);
        hook.ear.answer(hook.path, ({ tries }) => ({ status: tries === 0 ? status : 204 }));
        const id = await raise(seat);
        if (!(await arrived(seat, hook, id, 2))) return wrong("missing", `${id} once more`, heard(hook));
        const ids = new Set(
          about(hook, id).flatMap(({ headers, event }) => [String(headers["webhook-id"]), String(event.id)]),
        );
        const signed = await Promise.all(about(hook, id).map((one) => isSigned(one, hook.secret)));
        if (!signed.every(Boolean)) return wrong("broken-rule", "each attempt signed", heard(hook));
        return new Set(about(hook, id).map(({ headers }) => headers["webhook-id"])).size === 1 && ids.size <= 2
          ? null
          : wrong("broken-rule", "one webhook-id", heard(hook));
      },
      { ...NEEDS, asks: status === 500 ? "full" : "robust" },
    ),
  ),
  refuses(
    "webhooks/goes-on",
    "API-HOOK-02",
    ["一次失败之后继续推送", "after a failure what follows comes too"],
    async (seat) => {
      const hook = await subscribe(seat);
      hook.ear.answer(hook.path, ({ tries }) => ({ status: tries === 0 ? 500 : 204 }));
      const ids = [await raise(seat), await raise(seat), await raise(seat)];
      for (const id of ids) {
        const taken = await seat.until(
          () => (about(hook, id).some(({ status }) => status === 204) ? true : null),
          RETRY_MS,
        );
        if (taken === null) return wrong("missing", `${id} after all`, heard(hook));
      }
      return null;
    },
    NEEDS,
  ),
  ...([301, 302, 303, 307, 308] as const).map((status) =>
    refuses(
      `webhooks/redirect-${status}`,
      "API-HOOK-03",
      [`不跟随 ${status}`, `a redirect (${status}) is not followed`],
      async (seat) => {
        const hook = await subscribe(seat);
        const trap = `${hook.path}-trap`;
        hook.ear.answer(hook.path, ({ tries }) =>
          tries === 0 ? { status, headers: { location: hook.ear.urlOf(trap) } } : { status: 204 },
        );
        const id = await raise(seat);
        const isAgain = await arrived(seat, hook, id, 2);
        if (hook.ear.heard(trap).length > 0) return wrong("accepted", "nothing at the other address", heard(hook));
        return isAgain ? null : wrong("missing", `${id} once more`, heard(hook));
      },
      { ...NEEDS, asks: status === 302 || status === 307 ? "full" : "robust" },
    ),
  ),
  refuses(
    "webhooks/silent-neighbour",
    "API-HOOK-04",
    ["不应答的接收方不影响其他", "one that never answers delays no other"],
    async (seat) => {
      const silent = await subscribe(seat);
      const good = await subscribe(seat);
      silent.ear.answer(silent.path, () => "silence");
      const ids = [await raise(seat), await raise(seat)];
      for (const id of ids)
        if (!(await arrived(seat, good, id, 1, seat.options.alarmMs)))
          return wrong("missing", `${id} at the other within ${seat.options.alarmMs} ms`, heard(good));
      return null;
    },
    { ...NEEDS, asks: "robust" },
  ),
  refuses(
    "webhooks/unverified",
    "API-HOOK-06",
    ["未通过测试的地址收不到事件", "an address that does not take its test gets no event"],
    async (seat) => {
      const hook = await subscribe(seat, [RAISED], { say: () => ({ status: 500 }), isAwaited: false });
      const good = await subscribe(seat);
      const id = await raise(seat);
      if (!(await arrived(seat, good, id))) return wrong("missing", `an event of ${id} at the other`, heard(good));
      return about(hook, id).length === 0 ? null : wrong("accepted", "tests alone", heard(hook));
    },
    NEEDS,
  ),
  refuses(
    "webhooks/other-types",
    "API-HOOK-06",
    ["未订阅的事件不推送", "what was not asked for does not come"],
    async (seat) => {
      const [other, good] = [await subscribe(seat, [CHANGED]), await subscribe(seat)];
      const id = await raise(seat);
      if (!(await arrived(seat, good, id))) return wrong("missing", `an event of ${id}`, heard(good));
      return about(other, id).length === 0 ? null : wrong("accepted", "no alarm", heard(other));
    },
    NEEDS,
  ),
  ...(["deleted", "disabled"] as const).map((how) =>
    refuses(
      `webhooks/${how}`,
      "API-HOOK-06",
      [how === "deleted" ? "删除后不再推送" : "停用后不再推送", `one that was ${how} is told nothing`],
      async (seat): Promise<Finding | null> => {
        const [gone, good] = [await subscribe(seat), await subscribe(seat)];
        const bad =
          how === "deleted"
            ? judgeStatus(await seat.ask("DELETE", `${WEBHOOKS}/${gone.id}`), 204)
            : judgeStatus(await change(seat, gone, { isDisabled: true }), 200);
        if (bad !== null) return bad;
        const id = await raise(seat);
        if (!(await arrived(seat, good, id))) return wrong("missing", `an event of ${id}`, heard(good));
        return about(gone, id).length === 0 ? null : wrong("accepted", "nothing", heard(gone));
      },
      NEEDS,
    ),
  ),
  refuses(
    "webhooks/gone",
    "API-HOOK-06",
    ["应答 410 后停止", "410 ends the subscription"],
    async (seat) => {
      const hook = await subscribe(seat);
      hook.ear.answer(hook.path, () => ({ status: 410 }));
      await raise(seat);
      const ended = await seat.until(async () =>
        membersOf(await seat.get(`${WEBHOOKS}/${hook.id}`)).state === "disabled" ? true : null,
      );
      return ended === true ? null : wrong("accepted", "state disabled", await seat.get(`${WEBHOOKS}/${hook.id}`));
    },
    { ...NEEDS, asks: "robust" },
  ),
  refuses(
    "webhooks/secret-once",
    "API-HOOK-01",
    ["签名密钥只显示一次", "the secret is shown once"],
    async (seat) => {
      const hook = await subscribe(seat);
      const answers = [await seat.get(`${WEBHOOKS}/${hook.id}`), await seat.get(`${WEBHOOKS}?limit=500`)];
      const shown = answers.find(({ text }) => text.includes(hook.secret) || text.includes("whsec_"));
      return shown === undefined ? null : wrong("accepted", "no secret", { ...shown, text: "whsec_…" });
    },
    NEEDS,
  ),
  refuses(
    "webhooks/persons",
    "API-PERSON-01",
    ["推送中的电话脱敏", "phones are masked on their way to a receiver"],
    async (seat) => {
      const hook = await subscribe(seat, [CHANGED]);
      const phone = "0595-85601234";
      const record = await seat.record("operator", { contactPhone: phone });
      await seat.need("operator", record);
      if (!(await arrived(seat, hook, String(record.id))))
        return wrong("missing", `an event of ${String(record.id)}`, heard(hook));
      return about(hook, String(record.id)).some(({ body }) => body.toString("utf8").includes(phone))
        ? wrong("accepted", "the phone masked", heard(hook))
        : null;
    },
    NEEDS,
  ),
];
