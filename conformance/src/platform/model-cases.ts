import { pluralOf, type RecordKind } from "@dianan/sharing";
import fc from "fast-check";
import type { Finding, Shown } from "../case.ts";
import { onInputs } from "../codec/generated.ts";
import type { SharedRecord } from "../share/delivery.ts";
import { itemsOf, judgeStatus, judgeTaken, membersOf, wrong } from "./answers.ts";
import { live, type PlatformCase, takes } from "./platform-case.ts";
import type { PlatformSeat } from "./platform-seat.ts";
import { NEW, patch, pathOf } from "./record-changes.ts";

/** What a caller does to three records of a kind; a model says what must be there. */
type Act =
  | { readonly do: "put" | "bulk" | "patch"; readonly at: number; readonly name: string }
  | { readonly do: "drop" | "get"; readonly at: number };
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constantFrom("put", "bulk", "patch"),
      at: fc.nat(2),
      name: fc.constantFrom("甲", "乙", "丙 & <丁>"),
    }),
    fc.record({ do: fc.constantFrom("drop", "get"), at: fc.nat(2) }),
  ),
  { minLength: 1, maxLength: 12 },
) as fc.Arbitrary<readonly Act[]>;

const parentOf: Readonly<Record<string, readonly [RecordKind, string]>> = {
  unit: ["operator", "operatorId"],
  device: ["unit", "unitId"],
  component: ["device", "deviceId"],
};

const sequence = (kind: "unit" | "device" | "component"): PlatformCase =>
  takes(
    `model/${kind}`,
    ["API-CRUD-01", "API-LIST-01"],
    [`${kind} 的增改删读与模型一致`, `making, changing, removing and reading ${kind}s agrees with a model`],
    async (seat, context) =>
      onInputs(live(context), acts, async (made) => {
        const [parentKind, member] = parentOf[kind] as readonly [RecordKind, string];
        const parent = await seat.record(parentKind);
        await seat.need(parentKind, parent);
        const ids = [seat.id(), seat.id(), seat.id()];
        const names = new Map<string, string>();
        const did: Shown[] = made.map((act) => ({ ...act }));
        for (const act of made) {
          const id = ids[act.at] as string;
          const path = pathOf(kind, id);
          const found = await step(
            seat,
            kind,
            { ...(await seat.record(kind, { [member]: parent.id })), id },
            act,
            names,
          );
          if (found !== null) return { ...found, input: [...did, ...found.input] };
          const read = await seat.get(path);
          const name = names.get(id);
          const isRight =
            name === undefined
              ? read.status === 404 || read.status === 410
              : read.status === 200 && membersOf(read).name === name;
          if (!isRight)
            return wrong("wrong-value", name === undefined ? `${id} is gone` : `${id} has the name ${name}`, read, did);
        }
        const page = await seat.get(`/api/v1/${pluralOf(kind)}?${member}=${String(parent.id)}`);
        const got = itemsOf(page)
          .map((one) => `${String(one.id)} ${String(one.name)}`)
          .sort();
        const expected = [...names].map(([id, name]) => `${id} ${name}`).sort();
        return got.join() === expected.join()
          ? null
          : wrong("lost-or-invented", `in the list: ${expected.join(", ")}`, page, did);
      }),
    { kind: "generated", asks: "full" },
  );

const step = async (
  seat: PlatformSeat,
  kind: RecordKind,
  record: SharedRecord,
  act: Act,
  names: Map<string, string>,
): Promise<Finding | null> => {
  const id = String(record.id);
  const path = pathOf(kind, id);
  switch (act.do) {
    case "get":
      return null;
    case "drop": {
      const was = names.delete(id);
      return judgeStatus(await seat.ask("DELETE", path), ...(was ? [200, 202, 204] : [404]));
    }
    case "patch": {
      const tag = (await seat.get(path)).headers.get("etag") ?? '"1"';
      const answer = await patch(seat, path, { name: act.name }, tag);
      if (!names.has(id)) return judgeStatus(answer, 404, 412);
      names.set(id, act.name);
      return judgeStatus(answer, 200);
    }
    default: {
      const named = { ...record, name: act.name };
      const isNew = !names.has(id);
      names.set(id, act.name);
      if (act.do === "bulk") return judgeTaken(await seat.put(kind, [named]));
      seat.remember(kind, id);
      const headers = isNew ? NEW : { "if-match": (await seat.get(path)).headers.get("etag") ?? "" };
      return judgeStatus(await seat.ask("PUT", path, { body: named, headers }), isNew ? 201 : 200);
    }
  }
};

/** Cases of whole sequences, held against a model. */
export const modelCases: readonly PlatformCase[] = (["unit", "device", "component"] as const).map(sequence);
