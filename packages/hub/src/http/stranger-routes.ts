import { type Result, validate } from "@dianan/sharing";
import { told } from "../ports/act.ts";
import type { Caller } from "../ports/caller.ts";
import type { JsonObject } from "../ports/records.ts";
import { StoreError } from "../ports/store-error.ts";
import { findingOf } from "./body.ts";
import type { Ask, HttpDeps, Route } from "./http-deps.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { actorOf } from "./record-actor.ts";
import { withBody } from "./sign-in-routes.ts";
import { answerRecord, outOfScope, refusalOf } from "./single-record.ts";

type Address = { readonly protocol: string; readonly wireAddress: string };
type Claim = Address & { readonly device: JsonObject };
type Dismissal = Address & { readonly reason: string };

const notListed = (): Problem =>
  problem("not-found", "No unregistered address of this protocol has spoken. 没有此协议和地址的未登记设备。");

/** The device that a claim makes, at the address that it claims. */
const deviceOf = ({ protocol, wireAddress, device }: Claim): Result<JsonObject, Problem> => {
  const refuse = (error: Problem): Result<JsonObject, Problem> => ({ ok: false, error });
  for (const [member, value] of Object.entries({ protocol, wireAddress }))
    if (device[member] !== undefined && device[member] !== value)
      return refuse(invalid(`/device/${member}`, `${member} is not the one claimed.`, `${member} 与所认领的不一致。`));
  if (device.deleted === true)
    return refuse(invalid("/device/deleted", "A new device is not deleted.", "新设备不能是已删除的。"));
  const checked = validate("device", { ...device, protocol, wireAddress });
  if (checked.ok) return { ok: true, value: { ...checked.value } };
  const errors = checked.error.map(findingOf).map((one) => ({ ...one, path: `/device${one.path}` }));
  return refuse(problem("invalid", "The device does not fit its schema. 设备不符合格式。", { errors }));
};

const claim =
  (deps: HttpDeps) =>
  async (body: Claim, ask: Ask): Promise<Response | Problem> => {
    const { view, caller, circumstance } = ask;
    const { protocol, wireAddress } = body;
    // Strangers are of the whole tenant: who sees a part of it sees none of them (SEC-DEV-01).
    if (!view.isWhole || (await deps.store.stranger(view.tenant, protocol, wireAddress)) === null) return notListed();
    const device = deviceOf(body);
    if (!device.ok) return device.error;
    const { id: idText, version: _version, updatedAt: _updatedAt, deleted: _deleted, ...members } = device.value;
    const id = String(idText);
    if (!(await view.sees({ kind: "device", id, body: members }))) return outOfScope();
    const object = `device:${id}`;
    const [result] = await (await deps.intakeOf(view.tenant)).apply([
      {
        kind: "upsert",
        record: "device",
        id,
        body: members,
        ifVersion: 0,
        by: actorOf(caller),
        also: [told(caller as Caller, "device.claim", object, "done", circumstance, `${protocol}/${wireAddress}`)],
      },
    ]);
    if (result === undefined) throw new Error("intake gave no result");
    if (result.status !== "refused") return answerRecord(deps, "device", id, view, true);
    if (result.code === "changed")
      return problem("already-exists", "There is a device with this id. 已有此 id 的设备。");
    return refusalOf(result.code ?? "refused");
  };

const dismiss =
  (deps: HttpDeps) =>
  async ({ protocol, wireAddress, reason }: Dismissal, ask: Ask): Promise<Response | Problem> => {
    const { view, caller, circumstance } = ask;
    if (!view.isWhole) return notListed();
    const object = `stranger:${protocol}/${wireAddress}`;
    try {
      await deps.store.commit({
        tenant: view.tenant,
        writes: [
          { kind: "dismiss", protocol, wireAddress, at: circumstance.now },
          told(caller as Caller, "stranger.dismiss", object, "done", circumstance, reason),
        ],
      });
    } catch (error) {
      if (error instanceof StoreError && error.code === "conflict") return notListed();
      throw error;
    }
    return new Response(null, { status: 204 });
  };

/** What is done about addresses that speak and are nobody's (未登记设备), SEC-DEV-01. */
export const strangerRoutes = (deps: HttpDeps): readonly Route[] => [
  {
    method: "POST",
    path: "/api/v1/unclaimed-claims",
    handle: withBody<Claim>("POST", "/api/v1/unclaimed-claims", claim(deps)),
  },
  {
    method: "POST",
    path: "/api/v1/unclaimed-dismissals",
    handle: withBody<Dismissal>("POST", "/api/v1/unclaimed-dismissals", dismiss(deps)),
  },
];
