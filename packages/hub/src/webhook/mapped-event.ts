import type { TenantId } from "@dianan/model";
import { isFreeHeader, type Mapped, mappedOf, templateFault } from "../ports/mapped-request.ts";
import { MapperError, type MappingOwner } from "../ports/mapper.ts";
import { chosenFault, expressionOf, presetOf } from "../ports/mapping-presets.ts";
import type { DeliveryError } from "../ports/webhook-store.ts";
import type { EventFault, EventTrial, EventTrialResult, WebhookFault, WebhookMapping } from "../ports/webhooks.ts";
import type { WebhookDeps } from "./webhook-deps.ts";

type MappingDeps = Pick<WebhookDeps, "mapper" | "findings">;

/** Characters of the fault that a delivery keeps. */
const FAULT_MAX = 128;

/** What a mapping makes of an event. Rejects with MapperError when it cannot be worked out now. */
const worked = async (
  { mapper, findings }: MappingDeps,
  owner: MappingOwner,
  mapping: WebhookMapping,
  event: string,
): Promise<{ readonly result: unknown; readonly mapped: Mapped }> => {
  const bindings = { params: mapping.parameters ?? {} };
  const outcome = await mapper.run({ owner, expression: expressionOf(mapping, "out"), input: event, bindings });
  if (!outcome.ok) return { result: null, mapped: { kind: "fault", fault: { ...outcome.error, path: "" } } };
  const template = mapping.path ?? presetOf(mapping.preset, "out")?.path ?? "";
  return { result: outcome.value, mapped: mappedOf(outcome.value, template, findings) };
};

/** What is sent of an event. @param event - CloudEvents JSON, as it would go without a mapping */
export const mappedEvent = async (
  deps: MappingDeps,
  owner: MappingOwner,
  mapping: WebhookMapping,
  event: string,
): Promise<Mapped> => (await worked(deps, owner, mapping, event)).mapped;

/** A fault as a delivery keeps it. */
export const keptFault = ({ code, position, path }: EventFault): DeliveryError =>
  `${code as "mapping-result"} ${position ?? ""} ${path}`.slice(0, FAULT_MAX) as DeliveryError;

/** Tries a mapping with an event (试算); nothing is sent. */
export const tryEvent = async (
  deps: MappingDeps,
  tenant: TenantId,
  { event, ...mapping }: EventTrial,
): Promise<EventTrialResult | WebhookFault> => {
  const wrong = formFault(mapping, "");
  if (wrong !== null) return wrong;
  try {
    const { result, mapped } = await worked(deps, { tenant, name: "trial" }, mapping, JSON.stringify(event));
    return {
      result,
      made: mapped.kind === "fault" ? null : result,
      isSkipped: mapped.kind === "skip",
      request: mapped.kind === "request" ? mapped.request : null,
      faults: mapped.kind === "fault" ? [mapped.fault] : [],
    };
  } catch (error) {
    if (error instanceof MapperError) return { fault: "busy" };
    throw error;
  }
};

/** Why a mapping is of no form that can be set up; null: it is. Whether its expression can be read is asked elsewhere. */
const formFault = (mapping: WebhookMapping, at: string): WebhookFault | null => {
  const wrong = chosenFault(mapping, "out");
  if (wrong !== null) return { fault: "invalid", path: `${at}${wrong.path}`, words: wrong.words };
  const bad = templateFault(mapping);
  return bad === null ? null : { fault: "invalid", path: `${at}${bad.path}`, words: bad.words };
};

/** Why a mapping cannot be set up; null: it can. @param at - path of the mapping in what was sent */
export const mappingFault = async (
  { mapper }: Pick<MappingDeps, "mapper">,
  tenant: TenantId,
  mapping: WebhookMapping,
  at: string,
): Promise<WebhookFault | null> => {
  const wrong = formFault(mapping, at);
  if (wrong !== null) return wrong;
  if (mapping.expression === undefined) return null;
  try {
    const unreadable = await mapper.check({ tenant, name: "trial" }, mapping.expression);
    return unreadable === null ? null : { fault: "invalid", path: `${at}/expression`, words: unreadable.message };
  } catch (error) {
    if (error instanceof MapperError) return { fault: "busy" };
    throw error;
  }
};

/** Why headers cannot go along; null: they can. */
export const headerFault = (headers: { readonly [name: string]: string }): WebhookFault | null => {
  const name = Object.keys(headers).find((one) => !isFreeHeader(one));
  return name === undefined
    ? null
    : {
        ...{ fault: "invalid", path: `/headers/${name}` },
        words: { en: "This header is the hub's own to set.", zh: "该请求头由平台设置。" },
      };
};
