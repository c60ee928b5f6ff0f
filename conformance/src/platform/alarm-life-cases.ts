import { Unmet } from "../case.ts";
import { itemsOf, judgeRefused, judgeStatus, membersOf, wrong } from "./answers.ts";
import { type PlatformCase, refuses, takes } from "./platform-case.ts";
import type { Answer, PlatformSeat } from "./platform-seat.ts";
import { raise } from "./webhook-hook.ts";

const act = (seat: PlatformSeat, id: unknown, name: string, body: object): Promise<Answer> =>
  seat.ask("POST", `/api/v1/alarms/${String(id)}/${name}`, { body });

/** An alarm by the API, and what is done about it in this order; each must be taken but the last. */
const acts = async (
  seat: PlatformSeat,
  ...steps: readonly (readonly [name: string, body: object])[]
): Promise<{ readonly id: string; readonly last: Answer }> => {
  const id = await raise(seat);
  let last: Answer = await seat.get(`/api/v1/alarms/${id}`);
  for (const [i, [name, body]] of steps.entries()) {
    last = await act(seat, id, name, body);
    if (i < steps.length - 1 && last.status >= 300)
      throw new Unmet(`${name}: ${last.status} ${last.text.slice(0, 200)}`);
  }
  return { id, last };
};

const stageOf = (answer: Answer): unknown =>
  (membersOf(answer).handling as { readonly stage?: unknown } | undefined)?.stage;

/** Cases of what people do about an alarm (EF-4.2). */
export const alarmLifeCases: readonly PlatformCase[] = [
  takes("alarm/acknowledge", "API-ALARM-01", ["确认告警", "an alarm is acknowledged"], async (seat) => {
    const { last } = await acts(seat, ["acknowledge", { note: "已联系现场" }]);
    return (
      judgeStatus(last, 200) ??
      (stageOf(last) === "acknowledged" ? null : wrong("wrong-value", "stage acknowledged", last))
    );
  }),
  takes("alarm/close", "API-ALARM-01", ["关闭告警", "an alarm is closed as a test"], async (seat) => {
    const { last } = await acts(seat, ["acknowledge", {}], ["close", { reason: "test", text: "月度测试" }]);
    return judgeStatus(last, 200) ?? (stageOf(last) === "closed" ? null : wrong("wrong-value", "stage closed", last));
  }),
  takes(
    "alarm/timeline",
    "API-ALARM-01",
    ["处理过程可查", "what was done is in its history"],
    async (seat) => {
      const { id } = await acts(seat, ["acknowledge", {}], ["comments", { text: "现场正常" }]);
      const page = await seat.get(`/api/v1/alarms/${id}/timeline`);
      return itemsOf(page).length >= 3 && page.text.includes("现场正常")
        ? null
        : wrong("missing", "raised, acknowledged, commented", page);
    },
    { asks: "full" },
  ),
  ...(
    [
      [
        "close-without-advice",
        [
          ["acknowledge", {}],
          ["close", { reason: "resolved", text: "正常" }],
        ],
      ],
      [
        "close-twice",
        [
          ["acknowledge", {}],
          ["close", { reason: "test", text: "一" }],
          ["close", { reason: "test", text: "二" }],
        ],
      ],
      ["close-without-reason", [["close", { text: "正常" }]]],
      ["close-unknown-reason", [["close", { reason: "because", text: "正常" }]]],
      ["comment-empty", [["comments", { text: "" }]]],
      ["comment-blank", [["comments", { text: "   " }]]],
      ["comment-long", [["comments", { text: "长".repeat(2_001) }]]],
      ["comment-number", [["comments", { text: 7 }]]],
      ["acknowledge-via", [["acknowledge", { via: "pigeon" }]]],
    ] as readonly (readonly [string, readonly (readonly [string, object])[]])[]
  ).map(([name, steps]) =>
    refuses(
      `alarm/${name}`,
      "API-ALARM-01",
      [`拒绝:${name}`, `refused: ${name}`],
      async (seat) => judgeRefused((await acts(seat, ...steps)).last),
      { asks: "full" },
    ),
  ),
  refuses(
    "alarm/unknown-member",
    "API-INPUT-02",
    ["确认时拒绝未知成员", "an unknown member of an act is refused"],
    async (seat) => judgeStatus((await acts(seat, ["acknowledge", { note: "好", by: "somebody" }])).last, 400, 422),
  ),
  refuses("alarm/nobody", "API-ALARM-01", ["不存在的告警", "nobody's alarm"], async (seat) =>
    judgeStatus(await act(seat, seat.id(), "acknowledge", {}), 404),
  ),
];
