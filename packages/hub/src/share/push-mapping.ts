import type { TenantId } from "@dianan/model";
import { mappedOf, templateFault } from "../ports/mapped-request.ts";
import { MapperError, type MappingOwner } from "../ports/mapper.ts";
import type { DestinationSettings, SharingFault, SharingMapping } from "../ports/sharing.ts";
import type { EventFault } from "../ports/webhooks.ts";
import type { PushTarget } from "./push.ts";
import type { SharingDeps } from "./sharing-deps.ts";

const faultText = ({ code, position, path, message }: EventFault): string =>
  [code, position === null ? "" : `at character ${position}`, path, message.en].filter((one) => one !== "").join(" ");

/**
 * Makes requests of a receiver's own form of the records of one push (映射). What a mapping reads is what would go without it: in the
 * destination's coordinate system, with persons as far as it may know them.
 *
 * @param owner - whose turn of the mapper it takes
 */
export const createPushMapping =
  (
    { mapper, findings }: Pick<SharingDeps, "mapper" | "findings">,
    owner: MappingOwner,
    { expression, parameters = {}, path = "" }: SharingMapping,
  ): NonNullable<PushTarget["mapped"]> =>
  async (kind, parcels) => {
    const input = `{"kind":"${kind}","items":[${parcels.map(({ json }) => json).join(",")}]}`;
    const outcome = await mapper.run({ owner, expression, input, bindings: { params: parameters } });
    if (!outcome.ok) return { kind: "fault", reason: faultText({ ...outcome.error, path: "" }) };
    const made = mappedOf(outcome.value, path, findings);
    if (made.kind === "fault") return { kind: "fault", reason: faultText(made.fault) };
    if (made.kind === "skip") return made;
    const { request } = made;
    return { kind: "request", path: request.path, headers: request.headers, body: JSON.stringify(request.body) };
  };

/** Why a mapping cannot be set up; null: it can, or there is none. */
export const mappingFault = async (
  { mapper }: Pick<SharingDeps, "mapper">,
  tenant: TenantId,
  { form, mapping }: Pick<DestinationSettings, "form" | "mapping">,
): Promise<SharingFault | null> => {
  if (mapping === null) return null;
  if (form !== "dianan") {
    const words = { en: "A fire centre has a form of its own.", zh: "消防监控中心形式不使用映射。" };
    return { fault: "invalid", path: "/mapping", words };
  }
  const wrong = templateFault(mapping);
  if (wrong !== null) return { fault: "invalid", path: `/mapping${wrong.path}`, words: wrong.words };
  try {
    const unreadable = await mapper.check({ tenant, name: "trial" }, mapping.expression);
    return unreadable === null ? null : { fault: "invalid", path: "/mapping/expression", words: unreadable.message };
  } catch (error) {
    if (error instanceof MapperError) return { fault: "busy" };
    throw error;
  }
};
