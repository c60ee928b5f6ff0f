import { isDeepStrictEqual } from "node:util";
import { pluralOf, type RecordKind, recordKinds, validate } from "@dianan/sharing";
import type { Finding } from "../case.ts";
import { onInputs } from "../codec/generated.ts";
import type { SharedRecord } from "../share/delivery.ts";
import { exampleOf, type Member, placed, rightRecords, membersOf as shapeOf, violations } from "../share/records.ts";
import { judgePlace, judgeRefused, judgeStatus, judgeTaken, membersOf, resultsOf, wrong } from "./answers.ts";
import { live, type PlatformCase, refuses, takes } from "./platform-case.ts";
import type { PlatformSeat } from "./platform-seat.ts";

/** The shared kinds and the rows of the plan that they are. */
const rows: Readonly<Record<RecordKind, string>> = {
  unit: "SH-1",
  operator: "SH-2",
  device: "SH-3",
  component: "SH-4",
  alarm: "SH-5",
};
const pathOf = (kind: RecordKind, id: unknown): string => `/api/v1/${pluralOf(kind)}/${encodeURIComponent(String(id))}`;

/** Members that the platform keeps itself, or shows masked, or counts. */
const kept: readonly string[] = [
  ..."version updatedAt deleted presence status statusReason deviceCount componentCount contactName contactPhone state class severity".split(
    " ",
  ),
  ..."receivedAt clearedAt handling evidence occurredAt".split(" "),
];
/** Digits of a phone; of a mask, those that it shows. */
const digitsOf = ({ contactPhone }: SharedRecord): string => String(contactPhone ?? "").replaceAll(/\D/g, "");

/** What was sent is what is read; times are compared as instants, persons may be masked. */
const lost = (sent: SharedRecord, got: SharedRecord): string | null => {
  for (const [name, value] of Object.entries(sent)) {
    if (value === undefined || value === null) continue;
    if (name === "occurredAt") {
      if (Date.parse(String(value)) !== Date.parse(String(got[name]))) return name;
    } else if (!kept.includes(name) && !isDeepStrictEqual(got[name], value)) return name;
  }
  return digitsOf(sent).endsWith(digitsOf(got)) ? null : "contactPhone";
};

const roundTrip = async (seat: PlatformSeat, kind: RecordKind, record: SharedRecord): Promise<Finding | null> => {
  const bad = judgeTaken(await seat.put(kind, [record]));
  if (bad !== null) return bad;
  const answer = await seat.get(pathOf(kind, record.id));
  const unread = judgeStatus(answer, 200);
  if (unread !== null) return unread;
  const name = lost(record, membersOf(answer));
  return name === null ? null : wrong("not-kept", `${name}: ${JSON.stringify(record[name])}`, answer, [record]);
};

const right = recordKinds.flatMap((kind) => [
  ...(["least", "full"] as const).map((which) =>
    takes(
      `records/${kind}/${which}`,
      ["API-RECORD-01"],
      [
        `${kind} 写入后读出一致(${which === "least" ? "必填成员" : "全部成员"})`,
        `a ${kind} is read as it was written (${which})`,
      ],
      async (seat) => roundTrip(seat, kind, await seat.record(kind, {}, which)),
    ),
  ),
  takes(
    `records/${kind}/generated`,
    "API-RECORD-01",
    [`按格式生成的 ${kind} 写入后读出一致`, `a ${kind} made from the schema is read as it was written`],
    async (seat, context) => {
      const town = await seat.town();
      return onInputs(live(context), rightRecords(kind), (made) => {
        const { wireAddress: _, protocol: __, gatewayId: ___, imei: ____, iccid: _____, ...record } = made;
        const { platformCode } = seat.options;
        return roundTrip(
          seat,
          kind,
          placed(
            { ...record, ...(kind === "device" ? { modelId: undefined, profileId: undefined } : {}) },
            seat.id(),
            town,
            platformCode,
          ),
        );
      });
    },
    { kind: "generated", asks: "full" },
  ),
  takes(
    `records/${kind}/unknown-members`,
    "API-RECORD-02",
    [`${kind} 的未知成员保留`, `unknown members of a ${kind} are kept`],
    async (seat) => {
      const record = await seat.record(kind, { futureMember: { a: [1, null, "二"] }, "x-vendor": "甲" });
      return roundTrip(seat, kind, record);
    },
  ),
  takes(
    `records/${kind}/repeat`,
    "API-RECORD-03",
    [`重复写入 ${kind} 不产生变更`, `the same ${kind} again changes nothing`],
    async (seat) => {
      const record = await seat.record(kind);
      const bad = judgeTaken(await seat.put(kind, [record]));
      if (bad !== null) return bad;
      const before = membersOf(await seat.get(pathOf(kind, record.id)));
      const again = judgeTaken(await seat.put(kind, [record]));
      const after = await seat.get(pathOf(kind, record.id));
      return (
        again ??
        (membersOf(after).version === before.version
          ? null
          : wrong("broken-rule", `version ${String(before.version)}`, after))
      );
    },
  ),
  takes(
    `records/${kind}/deleted`,
    "API-DELETE-01",
    [`删除的 ${kind} 不再存在`, `a deleted ${kind} is gone`],
    async (seat) => gone(seat, kind, (path) => seat.ask("DELETE", path)),
  ),
  takes(
    `records/${kind}/tombstone`,
    "API-DELETE-01",
    [`删除标记删除 ${kind}`, `a mark of deletion removes a ${kind}`],
    async (seat) => gone(seat, kind, (_, id) => seat.put(kind, [{ id, deleted: true }])),
  ),
  refuses(
    `records/${kind}/delete-nobody`,
    "API-DELETE-01",
    [`删除不存在的 ${kind}`, `nobody's ${kind} cannot be deleted`],
    async (seat) => judgeStatus(await seat.ask("DELETE", pathOf(kind, seat.id())), 404),
  ),
  refuses(
    `records/${kind}/read-nobody`,
    "API-RECORD-01",
    [`读取不存在的 ${kind}`, `nobody's ${kind} cannot be read`],
    async (seat) => judgeStatus(await seat.get(pathOf(kind, seat.id())), 404),
  ),
  refuses(
    `records/${kind}/place`,
    "API-PROBLEM-02",
    [`拒收 ${kind} 时指出成员`, `the refusal of a ${kind} names the member`],
    async (seat) => {
      const member = kind === "alarm" ? "description" : "name";
      const answer = await seat.put(kind, [await seat.record(kind, { [member]: 7 })]);
      const [result] = resultsOf(answer) ?? [];
      if (result?.status !== "refused") return wrong("accepted", "the item refused", answer);
      return judgePlace({ ...answer, body: result.problem }, `/${member}`);
    },
  ),
]);

/** In lists and by its id. */
const gone = async (
  seat: PlatformSeat,
  kind: RecordKind,
  remove: (path: string, id: unknown) => ReturnType<PlatformSeat["ask"]>,
): Promise<Finding | null> => {
  const record = await seat.record(kind);
  await seat.need(kind, record);
  const bad = judgeStatus(await remove(pathOf(kind, record.id), record.id), 200, 202, 204);
  if (bad !== null) return bad;
  const read = judgeStatus(await seat.get(pathOf(kind, record.id)), 404, 410);
  if (read !== null) return read;
  const found = await everywhere(seat, kind, (item) => item.id === record.id);
  return found === null ? null : wrong("broken-rule", "not in the list", found);
};

/** Looks through a whole list. Null: it is in none of the pages. */
const everywhere = async (seat: PlatformSeat, kind: RecordKind, isIt: (item: SharedRecord) => boolean) => {
  for (let cursor = "", pages = 0; pages < 200; pages += 1) {
    const answer = await seat.get(`/api/v1/${pluralOf(kind)}?limit=500${cursor}`);
    const { items = [], next = null } = membersOf(answer) as { items?: readonly SharedRecord[]; next?: string | null };
    if (items.some(isIt)) return answer;
    if (next === null) return null;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
  return null;
};

/** Each of these is refused by itself, or all at once. */
const refusesEach = async (
  seat: PlatformSeat,
  kind: RecordKind,
  bad: readonly (readonly [rule: string, item: SharedRecord])[],
): Promise<Finding | null> => {
  if (bad.length === 0) return null;
  const answer = await seat.put(
    kind,
    bad.map(([, item]) => item),
  );
  const results = resultsOf(answer);
  if (results === null) return judgeRefused(answer);
  const taken = bad.find((_, i) => results[i]?.status !== "refused");
  return taken === undefined ? null : wrong("accepted", `refused: ${taken[0]}`, answer, [taken[1]]);
};

/** Each rule of a member's shape is broken once; one request tries all of them. */
const refusing = (kind: RecordKind, member: Member): PlatformCase =>
  refuses(
    `records/${kind}/member/${member.name}`,
    ["API-INPUT-01", "API-BULK-01"],
    [`拒收 ${kind}:${member.name}(${rows[kind]})`, `a ${kind} is refused for its ${member.name} (${rows[kind]})`],
    async (seat) => {
      const record = await seat.record(kind, {}, "full");
      const bad: readonly (readonly [string, SharedRecord])[] = [
        ...(member.isRequired
          ? [["missing", Object.fromEntries(Object.entries(record).filter(([name]) => name !== member.name))] as const]
          : []),
        ...violations(member)
          .filter(([, value]) => !validate(kind, { ...exampleOf(kind, "full"), [member.name]: value }).ok)
          .map(([rule, value]) => [rule, { ...record, [member.name]: value }] as const),
      ];
      // A text with U+0000 is no JSON for some, and refuses the whole request.
      return (
        (await refusesEach(
          seat,
          kind,
          bad.filter(([rule]) => rule !== "nul"),
        )) ??
        (await refusesEach(
          seat,
          kind,
          bad.filter(([rule]) => rule === "nul"),
        ))
      );
    },
    { asks: member.isRequired ? "core" : "full" },
  );

const wrongRecords = recordKinds.flatMap((kind) =>
  shapeOf(kind)
    .filter(
      (member) =>
        member.isRequired ||
        violations(member).some(
          ([, value]) => !validate(kind, { ...exampleOf(kind, "full"), [member.name]: value }).ok,
        ),
    )
    .filter(({ name }) => !["version", "updatedAt", "deleted"].includes(name))
    .map((member) => refusing(kind, member)),
);

/** References that lead nowhere. */
const strays = (
  [
    ["component", "deviceId"],
    ["device", "unitId"],
    ["unit", "operatorId"],
  ] as const
).map(([kind, member]) =>
  refuses(
    `records/${kind}/stray-${member}`,
    "API-RECORD-04",
    [`${kind} 的 ${member} 应存在`, `the ${member} of a ${kind} exists`],
    async (seat) => {
      const answer = await seat.put(kind, [await seat.record(kind, { [member]: seat.id() })]);
      const [result] = resultsOf(answer) ?? [];
      return result?.status === "refused" || result?.status === "parked" || answer.status >= 400
        ? null
        : wrong("accepted", "refused, or parked until it comes", answer);
    },
    { asks: "full" },
  ),
);

/** Cases of the five records (SH-1 to SH-6): right ones and wrong ones. */
export const recordCases: readonly PlatformCase[] = [...right, ...wrongRecords, ...strays];
