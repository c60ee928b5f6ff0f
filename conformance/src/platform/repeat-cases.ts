import { randomUUID } from "node:crypto";
import { Unmet } from "../case.ts";
import { first, itemsOf, judgeRefused, judgeStatus, judgeTaken, wrong } from "./answers.ts";
import { type PlatformCase, refuses, takes } from "./platform-case.ts";
import type { Answer, PlatformSeat } from "./platform-seat.ts";

const alarmOf = async (seat: PlatformSeat): Promise<string> => {
  const alarm = await seat.record("alarm", { componentId: undefined, occurredAt: new Date().toISOString() });
  await seat.need("alarm", alarm);
  return String(alarm.id);
};
const comment = (seat: PlatformSeat, id: string, text: string, key: string): Promise<Answer> =>
  seat.ask("POST", `/api/v1/alarms/${id}/comments`, { body: { text }, headers: { "idempotency-key": key } });
const commentsOf = async (seat: PlatformSeat, id: string): Promise<Answer> =>
  seat.get(`/api/v1/alarms/${id}/timeline?limit=500`);
const count = (answer: Answer, text: string): number =>
  itemsOf(answer).filter((entry) => JSON.stringify(entry).includes(text)).length;

/** Cases of requests that come twice (SEC-API-12). */
export const repeatCases: readonly PlatformCase[] = [
  takes(
    "idempotency/repeat",
    "API-IDEM-01",
    ["重复请求得到首次应答", "a repeat gets the first answer and nothing is done twice"],
    async (seat) => {
      const [id, key, text] = [await alarmOf(seat), randomUUID(), `备注 ${seat.id()}`];
      const one = await comment(seat, id, text, key);
      const two = await comment(seat, id, text, key);
      const bad = first(judgeStatus(one, 200, 201), judgeStatus(two, one.status));
      if (bad !== null) return bad;
      if (one.text !== two.text) return wrong("wrong-value", `the first answer: ${one.text.slice(0, 300)}`, two);
      const list = await commentsOf(seat, id);
      return count(list, text) === 1 ? null : wrong("broken-rule", "one comment", list, [one.asked, two.asked]);
    },
  ),
  takes(
    "idempotency/another-key",
    "API-IDEM-01",
    ["不同的键是不同的操作", "another key is another act"],
    async (seat) => {
      const [id, text] = [await alarmOf(seat), `备注 ${seat.id()}`];
      const bad = first(
        judgeStatus(await comment(seat, id, text, randomUUID()), 200, 201),
        judgeStatus(await comment(seat, id, text, randomUUID()), 200, 201),
      );
      const list = await commentsOf(seat, id);
      return bad ?? (count(list, text) === 2 ? null : wrong("broken-rule", "two comments", list));
    },
    { asks: "full" },
  ),
  refuses(
    "idempotency/other-body",
    "API-IDEM-02",
    ["同键不同内容被拒绝", "the same key with another body is refused"],
    async (seat) => {
      const [id, key, text] = [await alarmOf(seat), randomUUID(), `备注 ${seat.id()}`];
      const bad = first(
        judgeStatus(await comment(seat, id, text, key), 200, 201),
        judgeStatus(await comment(seat, id, `别的 ${text}`, key), 409, 422),
      );
      const list = await commentsOf(seat, id);
      return bad ?? (count(list, text) === 1 ? null : wrong("accepted", "one comment", list));
    },
  ),
  refuses(
    "idempotency/other-target",
    "API-IDEM-02",
    ["同键不同对象被拒绝", "the same key for another thing is refused"],
    async (seat) => {
      const [a, b, key, text] = [await alarmOf(seat), await seat.town(), randomUUID(), `备注 ${seat.id()}`];
      return first(
        judgeStatus(await comment(seat, a, text, key), 200, 201),
        judgeStatus(await comment(seat, b.alarm, text, key), 409, 422),
      );
    },
    { asks: "full" },
  ),
  refuses(
    "idempotency/at-once",
    "API-IDEM-01",
    ["同时重复只做一次", "of several repeats at once one is done"],
    async (seat) => {
      const [id, key, text] = [await alarmOf(seat), randomUUID(), `备注 ${seat.id()}`];
      const answers = await Promise.all(Array.from({ length: 6 }, () => comment(seat, id, text, key)));
      const bad = answers.map((one) => judgeStatus(one, 200, 201, 409)).find((one) => one !== null) ?? null;
      const list = await commentsOf(seat, id);
      return (
        bad ??
        (count(list, text) === 1
          ? null
          : wrong(
              "accepted",
              "one comment",
              list,
              answers.map(({ asked }) => asked),
            ))
      );
    },
    { asks: "full" },
  ),
  refuses(
    "idempotency/other-organisation",
    "API-IDEM-01",
    ["另一机构用同一个键,得不到首次应答", "the same key of another organisation does not get the first answer"],
    async (seat) => {
      const { otherKey } = seat.options;
      if (otherKey === null) throw new Unmet("没有第二个机构 / there is no other organisation");
      const headers = { "idempotency-key": randomUUID() };
      const [mine, theirs] = [await seat.record("operator"), await seat.record("operator")];
      const one = await seat.put("operator", [mine], { headers });
      const two = await seat.put("operator", [theirs], { headers, key: otherKey });
      const bad = first(judgeTaken(one), judgeTaken(two));
      if (bad !== null) return bad;
      if (two.text.includes(String(mine.id)))
        return wrong("accepted", `a result of ${String(theirs.id)}`, two, [one.asked]);
      return judgeStatus(await seat.get(`/api/v1/operators/${String(theirs.id)}`, { key: otherKey }), 200);
    },
    { asks: "robust", needs: ["two-tenants"] },
  ),
  ...["short", "x".repeat(129), "a key with spaces", ""].map((key, i) =>
    refuses(
      `idempotency/bad-key-${i}`,
      "API-IDEM-02",
      ["幂等键不成形", "what is no key is refused"],
      async (seat) => {
        const id = await alarmOf(seat);
        const answer = await comment(seat, id, "备注", key);
        // An empty header is none.
        return key === "" ? judgeStatus(answer, 200, 201, 400, 422) : judgeRefused(answer);
      },
      { asks: "full" },
    ),
  ),
];
