import { isRecordId } from "@dianan/model";
import { masked, type RecordKind } from "@dianan/sharing";
import { sharedRecord } from "../core/shared-record.ts";
import type { Caller } from "../ports/caller.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Entry, EntryChange, EntryKind, EntryResult } from "../ports/registry.ts";
import { isObject, readItems } from "./body.ts";
import { pageCursorText } from "./cursor.ts";
import { schemaFindings } from "./document-schemas.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { type ItemProblem, itemProblem } from "./item-problem.ts";
import { withoutMasks } from "./masks.ts";
import { tagged, tagOf } from "./precondition.ts";
import { type Finding, type Problem, problem } from "./problem.ts";
import { linkTo, readCursor, readLimit, readQuery, readTime, readWords } from "./query.ts";

type Paths = {
  readonly kind: EntryKind;
  readonly path: string;
  readonly schema: string;
  /** Whose persons are masked as its own are: a vendor has a contact as an operator has. */ readonly personsAs: RecordKind;
};
const lists: readonly Paths[] = [
  { kind: "vendor", path: "/api/v1/vendors", schema: "Vendor", personsAs: "operator" },
  { kind: "deviceModel", path: "/api/v1/device-models", schema: "DeviceModel", personsAs: "device" },
];

const notFound = (): Problem => problem("not-found", "There is nothing with this id. 没有此 id 的内容。");
/** The registry is the whole tenant's: who sees a part of it only reads. */
const notWhole = (): Problem =>
  problem("forbidden", "Only who sees the whole tenant may change this. 仅数据范围为整个租户者可修改。");

type Refused = { readonly refused: ItemProblem; readonly id: string | null };

const noTombstone: Finding = {
  path: "/deleted",
  message: { en: "Use DELETE to delete it.", zh: "删除请用 DELETE。" },
};

const noVendor: Finding = {
  path: "/vendorId",
  message: { en: "There is no such vendor: register it first.", zh: "没有此厂商,请先登记厂商。" },
};

const refused = (id: string | null, findings: readonly Finding[]): Refused => ({
  refused: itemProblem("invalid", findings),
  id: id?.slice(0, 64) ?? null,
});

/** The change that an item asks for, or its refusal. To delete takes another right than to write. */
const changeOf = async (
  { schema, personsAs }: Paths,
  sent: unknown,
  storedOf: (id: string) => Promise<JsonObject | null>,
): Promise<EntryChange | Refused> => {
  const id = isObject(sent) && typeof sent.id === "string" ? sent.id : null;
  const whole = await withoutMasks(personsAs, sent, async () => (id === null ? null : storedOf(id)));
  if (!whole.ok) return refused(id, whole.error);
  const item = whole.value;
  if (isObject(item) && item.deleted === true) return refused(id, [noTombstone]);
  const findings = schemaFindings(schema, item);
  if (findings.length > 0 || !isObject(item) || id === null) return refused(id, findings);
  const { version: _version, updatedAt: _updatedAt, deleted: _deleted, ...body } = item;
  return { id, body };
};

/** Vendors (厂商) and device models with their certificates (设备型号及准入证书), EF-1.1, CP-1.1. */
export const vendorRoutes = (deps: HttpDeps): readonly Route[] => {
  const { entries } = deps.registry;
  const shown = ({ view }: Ask, { personsAs }: Paths, entry: Entry) =>
    sharedRecord({ ...entry, body: view.person(entry.body, masked(personsAs, entry.body)) }, deps.utcOffsetMinutes);

  const list = async (ask: Ask, paths: Paths): Promise<Response | Problem> => {
    const { url, view } = ask;
    const { kind } = paths;
    const query = readQuery(url, ["limit", "cursor", "updatedFrom", "updatedTo", "q"]);
    if (!query.ok) return query.error;
    const limit = readLimit(query.value);
    if (!limit.ok) return limit.error;
    const after = readCursor(query.value, kind);
    if (!after.ok) return after.error;
    const updatedFrom = readTime(query.value, "updatedFrom");
    if (!updatedFrom.ok) return updatedFrom.error;
    const updatedTo = readTime(query.value, "updatedTo");
    if (!updatedTo.ok) return updatedTo.error;
    const words = readWords(query.value);
    if (!words.ok) return words.error;
    const [from, to] = [updatedFrom.value, updatedTo.value];
    const page = await entries.list(view.tenant, kind, {
      after: after.value,
      limit: limit.value,
      updatedFrom: from,
      updatedTo: to,
      words: words.value,
      withDeleted: from !== null || to !== null,
    });
    const next = page.next === null ? null : pageCursorText(kind, page.next);
    const items = page.items.map((entry) => shown(ask, paths, entry));
    return json({ items, next }, 200, next === null ? {} : { Link: linkTo(url, next) });
  };

  const put = async ({ request, view, caller, circumstance }: Ask, paths: Paths) => {
    const { kind } = paths;
    const items = await readItems(request);
    if (!items.ok) return items.error;
    if (!view.isWhole) return notWhole();
    const storedOf = async (id: string): Promise<JsonObject | null> => {
      const entry = isRecordId(id) ? await entries.find(view.tenant, kind, id) : null;
      return entry === null || entry.deleted ? null : entry.body;
    };
    const asked = await Promise.all(items.value.map((item) => changeOf(paths, item, storedOf)));
    const changes = asked.filter((one): one is EntryChange => "body" in one);
    const applied = changes.length === 0 ? [] : await entries.apply(caller as Caller, kind, changes, circumstance);
    let next = 0;
    const results = asked.map((one) => {
      if ("refused" in one) return { id: one.id, status: "refused", problem: one.refused };
      const result = applied[next++] as EntryResult;
      return result.status === "refused"
        ? {
            id: result.id,
            status: result.status,
            problem: itemProblem(result.code, result.code === "unknown-vendor" ? [noVendor] : []),
          }
        : result;
    });
    return json({ results });
  };

  const remove = async ({ id, view, caller, circumstance }: Ask, { kind }: Paths): Promise<Response | Problem> => {
    const entry = isRecordId(id) ? await entries.find(view.tenant, kind, id) : null;
    if (entry === null || entry.deleted) return notFound();
    if (!view.isWhole) return notWhole();
    const [result] = await entries.apply(caller as Caller, kind, [{ id, body: null }], circumstance);
    if (result?.status !== "refused") return new Response(null, { status: 204 });
    if (result.code === "not-found") return notFound();
    return kind === "vendor"
      ? problem("in-use", "Device models are of this vendor: delete them first. 仍有该厂商的型号,请先删除型号。")
      : problem("in-use", "Devices are of this model: change them first. 仍有该型号的设备,请先修改设备。");
  };

  return lists.flatMap((paths): readonly Route[] => [
    { method: "GET", path: paths.path, handle: (ask) => list(ask, paths) },
    { method: "POST", path: paths.path, handle: (ask) => put(ask, paths) },
    {
      method: "GET",
      path: `${paths.path}/{id}`,
      handle: async (ask) => {
        const { request, id, view } = ask;
        const entry = isRecordId(id) ? await entries.find(view.tenant, paths.kind, id) : null;
        if (entry === null || entry.deleted) return notFound();
        const cache = view.isPersonal ? "no-store" : "no-cache";
        return tagged(request, tagOf(entry.version), () => shown(ask, paths, entry), cache);
      },
    },
    { method: "DELETE", path: `${paths.path}/{id}`, handle: (ask) => remove(ask, paths) },
  ]);
};
