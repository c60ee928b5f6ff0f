import { setTimeout as sleep } from "node:timers/promises";
import { Unmet } from "../case.ts";
import { judgeProblem, judgeStatus, wrong } from "./answers.ts";
import { type PlatformCase, refuses, takes } from "./platform-case.ts";
import { type Answer, type PlatformSeat, waitMs } from "./platform-seat.ts";

/** More than this is no budget that a client could test. */
const BUDGET_MAX = 5_000;
const AT_ONCE = 100;
/** What costs a platform least. */
const CHEAP = "/healthz";

const budgetOf = (answer: Answer): number | null => {
  const found = /q=(\d+)/.exec(answer.headers.get("ratelimit-policy") ?? "")?.[1];
  return found === undefined ? null : Number(found);
};

/** Asks faster than the budget until it is refused. Null: it never was. */
const exceed = async (seat: PlatformSeat): Promise<Answer | null> => {
  const one = await seat.get(CHEAP, { key: null });
  const budget = budgetOf(one) ?? 0;
  if (budget > BUDGET_MAX) throw new Unmet(`额度 ${budget} 过大 / a budget of ${budget} is more than the kit asks`);
  for (let sent = 0; sent < budget * 3 + AT_ONCE; sent += AT_ONCE) {
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, () => seat.get(CHEAP, { key: null, once: true })),
    );
    const refused = answers.find(({ status }) => status === 429);
    if (refused !== undefined) return refused;
  }
  return null;
};

/** Cases of budgets (SEC-API-08). They come last: what they use up, others would wait for. */
export const rateCases: readonly PlatformCase[] = [
  takes(
    "rate/told",
    "API-RATE-01",
    ["应答说明额度", "answers tell the budget and what is left of it"],
    async (seat) => {
      const answer = await seat.get("/api/v1/units?limit=1");
      if (budgetOf(answer) === null) return wrong("missing", "RateLimit-Policy with q", answer);
      return /r=\d+/.test(answer.headers.get("ratelimit") ?? "") ? null : wrong("missing", "RateLimit with r", answer);
    },
    { asks: "full" },
  ),
  refuses(
    "rate/exceeded",
    "API-RATE-01",
    ["超出额度应答 429", "more than the budget is refused with 429 and Retry-After"],
    async (seat) => {
      const refused = await exceed(seat);
      if (refused === null)
        return wrong("accepted", "429 beyond the budget", await seat.get(CHEAP, { key: null, once: true }));
      if (!/^\d+$/.test(refused.headers.get("retry-after") ?? ""))
        return wrong("missing", "Retry-After in seconds", refused);
      return judgeProblem(refused);
    },
    { asks: "robust" },
  ),
  takes(
    "rate/again",
    "API-RATE-01",
    ["等待之后恢复", "after Retry-After it is served again"],
    async (seat) => {
      const refused = await exceed(seat);
      if (refused === null)
        return wrong("accepted", "429 beyond the budget", await seat.get(CHEAP, { key: null, once: true }));
      await sleep(waitMs(refused.headers.get("retry-after")));
      return judgeStatus(await seat.get(CHEAP, { key: null, once: true }), 200);
    },
    { asks: "robust" },
  ),
];
