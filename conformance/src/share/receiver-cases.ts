import { createHash } from "node:crypto";
import { digestText } from "@dianan/sharing";
import type { SharedRecord } from "./delivery.ts";
import { doorCases } from "./door-cases.ts";
import { clientErrors, findingOf, judgeStatus, judgeTaken, resultsOf } from "./judge-answer.ts";
import { first, keeps, make, many, mixed, nested, refusedUnit, unitOf, versions } from "./receiver-case.ts";
import { type ReceiverCase, recordCases, settle } from "./record-cases.ts";
import { exampleOf } from "./records.ts";

const ruleCases: readonly ReceiverCase[] = [
  make(
    "unknown-members",
    "CS-6-01",
    "positive",
    "core",
    [],
    "接受未知成员",
    "unknown members cause no refusal",
    async (seat) => {
      const { wrong, record } = await unitOf(seat, { futureMember: { a: [1, null, "二"] }, "x-vendor": "甲" });
      return wrong ?? judgeTaken(await seat.post("unit", [record]));
    },
  ),
  make(
    "unknown-members-kept",
    "CS-6-01",
    "positive",
    "full",
    ["read"],
    "保留未知成员",
    "unknown members are kept",
    (seat) => keeps(seat, { futureMember: { a: [1, null, "二"] } }, ["futureMember"]),
  ),
  make("unknown-code", "CS-6-02", "positive", "core", [], "接受未知代码", "an unknown code is taken", async (seat) => {
    const { wrong, record } = await settle(seat, "alarm", { ...exampleOf("alarm", "least"), type: "futureAlarmType" });
    return wrong ?? judgeTaken(await seat.post("alarm", [record]));
  }),
  make("depth-32", "CS-6-01", "positive", "robust", [], "接受嵌套 30 层", "30 deep is taken", async (seat) => {
    const { wrong, record } = await unitOf(seat, { extra: nested(29) });
    return wrong ?? judgeTaken(await seat.post("unit", [record]));
  }),
  make("depth-40", "CS-DEPTH-01", "negative", "robust", [], "拒收嵌套 40 层", "40 deep is refused", (seat) =>
    refusedUnit(seat, { extra: nested(40) }),
  ),
  make(
    "lone-surrogate",
    "CS-TEXT-01",
    "negative",
    "robust",
    [],
    "拒收不成对的代理码元",
    "a lone surrogate is refused",
    (seat) => refusedUnit(seat, { name: "单位\ud800" }),
  ),
  make(
    "repeat",
    "CS-REPEAT-02",
    "positive",
    "core",
    [],
    "重复的记录不出错",
    "the same record twice is no error",
    async (seat) => {
      const { wrong, record } = await settle(seat, "alarm", exampleOf("alarm", "least"));
      return (
        wrong ?? first(judgeTaken(await seat.post("alarm", [record])), judgeTaken(await seat.post("alarm", [record])))
      );
    },
  ),
  make(
    "alarm-first",
    "CS-ORDER-01",
    "positive",
    "core",
    [],
    "先于设备到达的告警不拒收",
    "an alarm before its device is not refused",
    async (seat) => {
      const { wrong, record } = await settle(seat, "alarm", exampleOf("alarm", "least"));
      return wrong ?? judgeTaken(await seat.post("alarm", [{ ...record, deviceId: seat.id(), id: seat.id() }]));
    },
  ),
  make(
    "higher-version",
    "CS-ORDER-02",
    "positive",
    "full",
    ["read"],
    "较高版本覆盖",
    "a higher version overwrites",
    (seat) => versions(seat, 3),
  ),
  make(
    "lower-version",
    "CS-ORDER-02",
    "negative",
    "full",
    ["read"],
    "较低版本不覆盖",
    "a lower version does not",
    (seat) => versions(seat, 1),
  ),
  make(
    "tombstone",
    "CS-DELETE-01",
    "positive",
    "full",
    ["read"],
    "按删除标记删除",
    "a mark of deletion deletes",
    async (seat) => {
      const { wrong, record } = await unitOf(seat);
      const sent =
        wrong ??
        first(
          judgeTaken(await seat.post("unit", [{ ...record, version: 1 }])),
          judgeTaken(await seat.post("unit", [{ ...record, version: 2, deleted: true }])),
        );
      return sent ?? judgeStatus(await seat.get(`units/${String(record.id)}`), [404, 410]);
    },
  ),
  make(
    "phone",
    "CS-PERSON-01",
    "positive",
    "full",
    ["read"],
    "联系人电话原样保存",
    "the contact's phone is kept as it is",
    (seat) => keeps(seat, { contactPhone: "0595-85601234" }, ["contactPhone", "contactName"]),
  ),
  make(
    "batch-good",
    "CS-BATCH-01",
    "positive",
    "core",
    [],
    "一批中好的记录被接受",
    "the good of a batch are taken",
    (seat) =>
      mixed(seat, ([a, , c], answer) =>
        a?.status !== "refused" && c?.status !== "refused"
          ? null
          : findingOf("refused", "first and third taken", answer),
      ),
  ),
  make(
    "batch-bad",
    "CS-BATCH-01",
    "negative",
    "core",
    [],
    "一批中坏的记录被拒收",
    "the bad of a batch is refused",
    (seat) =>
      mixed(seat, ([, b], answer) =>
        b?.status === "refused" ? null : findingOf("accepted", "the second refused", answer),
      ),
  ),
  make(
    "batch-order",
    "CS-BATCH-01",
    "negative",
    "core",
    [],
    "结果的顺序与记录相同",
    "results are in the order of the records",
    async (seat) => {
      const [bad, good] = [
        { ...exampleOf("operator", "least"), id: seat.id(), name: 7 },
        { ...exampleOf("operator", "least"), id: seat.id() },
      ];
      const answer = await seat.post("operator", [bad, good]);
      const results = resultsOf(answer);
      return results?.length === 2 && results[0]?.status === "refused" && results[1]?.status !== "refused"
        ? null
        : findingOf("wrong-value", "the first refused, the second taken", answer);
    },
  ),
  make("500", "CS-BATCH-02", "positive", "robust", [], "接受 500 条", "500 at once are taken", async (seat) => {
    const { wrong, answer } = await many(seat, 500);
    return wrong ?? judgeTaken(answer, 500);
  }),
  make("501", "CS-BATCH-02", "negative", "robust", [], "拒绝 501 条", "501 at once are refused", async (seat) => {
    const { wrong, answer } = await many(seat, 501);
    return wrong ?? judgeStatus(answer, clientErrors);
  }),
  make("digest", "CS-DIGEST-01", "positive", "full", ["digests"], "摘要相等", "digests are equal", async (seat) => {
    const { wrong, record } = await unitOf(seat);
    const sent = wrong ?? judgeTaken(await seat.post("unit", [record]));
    if (sent !== null) return sent;
    const expected = createHash("sha256")
      .update(digestText({ ...record, id: String(record.id) }), "utf8")
      .digest("hex");
    let cursor = "";
    for (;;) {
      const answer = await seat.get(`sharing-digests?kind=unit&limit=500${cursor}`);
      const { items = [], next = null } = (answer.body ?? {}) as {
        items?: readonly SharedRecord[];
        next?: string | null;
      };
      const own = items.find(({ id }) => id === record.id);
      if (own !== undefined)
        return own.digest === expected ? null : findingOf("wrong-value", `digest ${expected}`, answer);
      if (next === null) return findingOf("missing", `a digest of ${String(record.id)}`, answer);
      cursor = `&cursor=${encodeURIComponent(next)}`;
    }
  }),
];

/** Cases of who receives shares (接收方): right and wrong records, and how they are taken. */
export const receiverCases = (): readonly ReceiverCase[] => [...recordCases(), ...ruleCases, ...doorCases];
