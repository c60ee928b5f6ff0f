import { randomUUID } from "node:crypto";
import type { Instant } from "@dianan/model";
import type { Notice, NotifyAddress } from "../ports/notify-courier.ts";

/** A notice that says that it is a test (测试通知). */
export const testNotice = (address: NotifyAddress, at: Instant): Notice => {
  const id = randomUUID().replaceAll("-", "");
  return {
    ...{ attemptId: id, alarmId: `test-${id}`, alarm: { class: "event", type: "test" }, address, language: "zh" },
    facts: {
      ...{ type: "测试通知", class: "测试", unit: "电安 DianAn", device: "-", value: "" },
      ...{ time: new Date(at + 480 * 60_000).toISOString().slice(5, 16).replace("T", " "), count: 1, code: "AL-TEST" },
    },
    ...{ isFallback: false, link: null, at },
  };
};
