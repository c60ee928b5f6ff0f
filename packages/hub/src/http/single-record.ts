import { isRecordId } from "@dianan/model";
import { pluralOf, type RecordKind, type Result, validate } from "@dianan/sharing";
import { sharedRecord } from "../core/shared-record.ts";
import type { CurrentRecord, JsonObject, StoredRecord } from "../ports/records.ts";
import { BODY_MAX, findingOf, isObject, readJson } from "./body.ts";
import { type Ask, type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { withoutMasks } from "./masks.ts";
import { mergePatch } from "./merge-patch.ts";
import { changedSince, readPrecondition, tagOf, versionNeeded } from "./precondition.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { actorOf } from "./record-actor.ts";

type SingleKind = Exclude<RecordKind, "alarm">;
const singleKinds: readonly SingleKind[] = ["operator", "unit", "device", "component"];

/** Members of one merge patch, as the document has it. */
const PATCH_MEMBERS_MAX = 200;
/** A change of any version meets another change this often, then gives up. */
const ATTEMPTS_MAX = 5;

const notFound = (): Problem => problem("not-found", "There is no record with this id. 没有此 id 的记录。");
export const outOfScope = (): Problem =>
  problem("forbidden", "It would be outside of what you may see. 修改后的记录将超出您的数据范围。");

/** What the intake's refusals are as answers to one record. */
export const refusalOf = (code: string): Problem => {
  switch (code) {
    case "changed":
      return changedSince();
    case "address-taken":
      return problem(
        "address-taken",
        "Each address belongs to one device or component. 一个地址只能属于一个设备或部件。",
      );
    case "unknown-operator":
      return invalid("/operatorId", "There is no such operator: register it first.", "没有此运维机构,请先登记。");
    case "unknown-unit":
      return invalid("/unitId", "There is no such unit: register it first.", "没有此单位,请先登记。");
    case "unknown-device":
      return invalid("/deviceId", "There is no such device: register it first.", "没有此设备,请先登记。");
    case "wrong-component":
      return invalid("/deviceId", "A component stays with its device.", "部件不能改属其他设备。");
    case "bad-text":
      return invalid("", "A text cannot be stored.", "文字无法保存。");
    default:
      return problem("invalid", `Refused: ${code}. 拒收:${code}。`);
  }
};

/** The whole record that is to be, or why it is none; `before` is the record as it is, null for a new one. */
type Wanted = (before: StoredRecord | null) => Promise<Result<JsonObject, Problem>>;

const checked = async (
  kind: SingleKind,
  id: string,
  sent: unknown,
  before: StoredRecord | null,
): Promise<Result<JsonObject, Problem>> => {
  const whole = await withoutMasks(kind, sent, async () => before?.body ?? null);
  if (!whole.ok)
    return {
      ok: false,
      error: problem("invalid", "Masked values are not stored. 脱敏后的内容不予保存。", { errors: whole.error }),
    };
  const record = whole.value;
  if (isObject(record) && record.deleted === true)
    return { ok: false, error: invalid("/deleted", "Use DELETE to delete it.", "删除请用 DELETE。") };
  const valid = validate(kind, record);
  if (!valid.ok)
    return {
      ok: false,
      error: problem("invalid", "The record does not fit its schema. 记录不符合格式。", {
        errors: valid.error.map(findingOf),
      }),
    };
  if (valid.value.id !== id)
    return { ok: false, error: problem("id-mismatch", "The id is that of the address. id 应与地址中的一致。") };
  // Meta members are the hub's: what a sender says of them is not believed.
  const { version: _version, updatedAt: _updatedAt, deleted: _deleted, ...body } = valid.value;
  return { ok: true, value: body };
};

/** True when nobody but the hub, which keeps presence, status and counts in it, has changed it since this version. */
const isAsRead = (found: CurrentRecord | null, version: number): boolean =>
  found !== null && found.editedVersion <= version && version <= found.version;

/** Makes one change to one record, at the version that the caller means. */
const change = async (
  deps: HttpDeps,
  kind: SingleKind,
  { request, id, view, caller }: Ask,
  read: (request: Request, before: StoredRecord | null) => Promise<Result<Wanted, Problem>>,
  mayCreate: boolean,
): Promise<Response | Problem> => {
  if (!isRecordId(id)) return notFound();
  const precondition = readPrecondition(request.headers);
  const isNew = mayCreate && precondition.ok && precondition.value.kind === "absent";
  // Before anything is said of headers or body: whoever may not see it learns nothing of it.
  let found = await view.stored(kind, id);
  if (found === "foreign" || (found === null && !isNew)) return notFound();
  if (!precondition.ok) return precondition.error;
  const condition = precondition.value;
  if (condition.kind === "none") return versionNeeded();
  if (condition.kind === "absent" && !mayCreate)
    return invalid("/header/If-None-Match", "A patch changes what is there.", "补丁只能修改已有记录。");
  const wanted = await read(request, found);
  if (!wanted.ok) return wanted.error;

  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    if (found === "foreign") return notFound();
    if (condition.kind === "absent" ? found !== null : found === null)
      return condition.kind === "absent" ? changedSince() : notFound();
    if (condition.kind === "version" && !isAsRead(found, condition.version)) return changedSince();
    const body = await wanted.value(found);
    if (!body.ok) return body.error;
    if (!(await view.sees({ kind, id, body: body.value }))) return outOfScope();
    const intake = await deps.intakeOf(view.tenant);
    const ifVersion = condition.kind === "version" ? condition.version : (found?.version ?? 0);
    const [result] = await intake.apply([
      { kind: "upsert", record: kind, id, body: body.value, ifVersion, by: actorOf(caller) },
    ]);
    if (result === undefined) throw new Error("intake gave no result");
    if (result.status !== "refused") return answerRecord(deps, kind, id, view, result.status === "created");
    // Any version will do: then that of the moment.
    if (result.code !== "changed" || condition.kind !== "present") return refusalOf(result.code ?? "refused");
    found = await view.stored(kind, id);
  }
  return changedSince();
};

/** One record as it is stored. */
export const answerRecord = async (
  deps: HttpDeps,
  kind: SingleKind,
  id: string,
  view: Ask["view"],
  isNew: boolean,
): Promise<Response | Problem> => {
  // As it is stored: the hub adds what it derives.
  const record = await view.record(kind, id);
  if (record === null || record.deleted) return notFound();
  const place: Record<string, string> = isNew
    ? { Location: `/api/v1/${pluralOf(kind)}/${encodeURIComponent(id)}` }
    : {};
  return json(sharedRecord(record, deps.utcOffsetMinutes), isNew ? 201 : 200, {
    ETag: tagOf(record.version),
    ...place,
  });
};

const put =
  (deps: HttpDeps, kind: SingleKind): Handler =>
  (ask) =>
    change(
      deps,
      kind,
      ask,
      async (request, found) => {
        const body = await readJson(request, BODY_MAX);
        if (!body.ok) return body;
        const whole = await checked(kind, ask.id, body.value, found);
        return whole.ok ? { ok: true, value: (before) => checked(kind, ask.id, body.value, before) } : whole;
      },
      true,
    );

const patch =
  (deps: HttpDeps, kind: SingleKind): Handler =>
  (ask) =>
    change(
      deps,
      kind,
      ask,
      async (request) => {
        const body = await readJson(request, BODY_MAX, "application/merge-patch+json");
        if (!body.ok) return body;
        const members = isObject(body.value) ? Object.keys(body.value).length : 0;
        if (members === 0 || members > PATCH_MEMBERS_MAX)
          return {
            ok: false,
            error: invalid("", "Send an object with 1 to 200 members.", "请发送含 1 到 200 个成员的对象。"),
          };
        return {
          ok: true,
          value: (before) => checked(kind, ask.id, mergePatch({ ...before?.body, id: ask.id }, body.value), before),
        };
      },
      false,
    );

/** One record whole or in part (单条写入), SH-1 to SH-4: through the same intake as a bulk upsert, at a version that the caller names. */
export const singleRecordRoutes = (deps: HttpDeps): readonly Route[] =>
  singleKinds.flatMap((kind): readonly Route[] => {
    const path = `/api/v1/${pluralOf(kind)}/{id}`;
    return [
      { method: "PUT", path, handle: put(deps, kind) },
      { method: "PATCH", path, handle: patch(deps, kind) },
    ];
  });
