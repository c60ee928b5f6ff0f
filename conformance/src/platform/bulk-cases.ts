import { first, judgeRefused, judgeStatus, judgeTaken, resultsOf, wrong } from "./answers.ts";
import { type PlatformCase, refuses, takes } from "./platform-case.ts";
import { pathOf } from "./record-changes.ts";

/** Cases of many records at once. */
export const bulkCases: readonly PlatformCase[] = [
  takes("bulk/good-beside-bad", "API-BULK-01", ["一批中好的被接受", "the good of a batch are taken"], async (seat) => {
    const [a, b] = [await seat.record("unit"), await seat.record("unit")];
    const answer = await seat.put("unit", [a, { ...a, id: seat.id(), name: 7 }, b]);
    const results = resultsOf(answer);
    if (results?.length !== 3) return wrong("refused", "three results, one an item, in their order", answer);
    if (results[0]?.status === "refused" || results[2]?.status === "refused")
      return wrong("refused", "first and third taken", answer);
    return results[0]?.id === a.id && results[2]?.id === b.id
      ? null
      : wrong("wrong-value", "results in the order of the items", answer);
  }),
  refuses(
    "bulk/bad-beside-good",
    "API-BULK-01",
    ["一批中坏的被拒收且不保存", "the bad of a batch is refused and not kept"],
    async (seat) => {
      const good = await seat.record("unit");
      const bad = { ...good, id: seat.id(), name: 7 };
      const answer = await seat.put("unit", [good, bad]);
      if (resultsOf(answer)?.[1]?.status !== "refused") return wrong("accepted", "the second refused", answer);
      return judgeStatus(await seat.get(pathOf("unit", bad.id)), 404);
    },
  ),
  takes(
    "bulk/500",
    "API-BULK-02",
    ["一次 500 条", "500 at once are taken"],
    async (seat) => {
      const one = await seat.record("operator");
      return judgeTaken(
        await seat.put(
          "operator",
          Array.from({ length: 500 }, () => ({ ...one, id: seat.id() })),
        ),
        500,
      );
    },
    { asks: "robust" },
  ),
  refuses("bulk/501", "API-BULK-02", ["一次 501 条整体拒绝", "501 at once are refused whole"], async (seat) => {
    const one = await seat.record("operator");
    const items = Array.from({ length: 501 }, () => ({ ...one, id: seat.id() }));
    return first(
      judgeRefused(await seat.put("operator", items)),
      judgeStatus(await seat.get(pathOf("operator", items[0]?.id)), 404),
    );
  }),
  takes(
    "bulk/alarm-first",
    "API-RECORD-04",
    ["先于设备到达的告警不丢", "an alarm before its device is kept"],
    async (seat) => {
      const [device, id] = [await seat.record("device"), seat.id()];
      const alarm = await seat.record("alarm", { id, deviceId: device.id });
      const bad = first(judgeTaken(await seat.put("alarm", [alarm])), judgeTaken(await seat.put("device", [device])));
      if (bad !== null) return bad;
      const answer = await seat.until(async () => {
        const got = await seat.get(pathOf("alarm", id));
        return got.status === 200 ? got : null;
      });
      return answer === null
        ? wrong("missing", "the alarm, when its device is known", await seat.get(pathOf("alarm", id)))
        : null;
    },
    { asks: "full" },
  ),
  ...(
    [
      ["not-json", '{"items":['],
      ["empty", ""],
      ["no-items", "{}"],
      ["items-object", '{"items":{}}'],
      ["list", "[]"],
      ["null", "null"],
      ["text", '"units"'],
      ["items-null", '{"items":[null]}'],
      ["items-number", '{"items":[7]}'],
      ["items-list", '{"items":[[]]}'],
    ] as const
  ).map(([name, text]) =>
    refuses(
      `bulk/${name}`,
      ["API-BULK-01", "API-INPUT-01"],
      [`拒绝请求体:${name}`, `a body is refused: ${name}`],
      async (seat) => {
        const answer = await seat.ask("POST", "/api/v1/units", { text });
        return resultsOf(answer)?.every(({ status }) => status === "refused") === true ? null : judgeRefused(answer);
      },
    ),
  ),
];
