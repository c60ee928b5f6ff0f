import type { RecordChange } from "../ports/live.ts";
import type { JsonObject } from "../ports/records.ts";
import type { EngineDeps } from "./deps.ts";
import type { RecordView } from "./record-view.ts";

/** What a record refers to must be there before it, in push order. Only an alarm may come before its device: it is parked. */
export const checkReferences = async (
  { id, record, body }: Extract<RecordChange, { readonly kind: "upsert" }>,
  view: RecordView,
  { platformCode, profileProtocols }: Pick<EngineDeps, "platformCode" | "profileProtocols">,
): Promise<string | null> => {
  const isMissing = async (kind: "operator" | "unit" | "device", member: string): Promise<boolean> =>
    (await view.get(kind, String(body[member]))) === null;
  switch (record) {
    case "operator":
      return null;
    case "unit":
      return (await isMissing("operator", "operatorId")) ? "unknown-operator" : null;
    case "device":
      if (await isMissing("operator", "operatorId")) return "unknown-operator";
      if (await isMissing("unit", "unitId")) return "unknown-unit";
      // Another platform's device is read by that platform, with profiles of its own.
      return body.platformCode === platformCode ? profileRefusal(body, profileProtocols) : null;
    case "component": {
      if (await isMissing("device", "deviceId")) return "unknown-device";
      const before = await view.get("component", id);
      return before !== null && before.deviceId !== body.deviceId ? "wrong-component" : null;
    }
    case "alarm": {
      if (typeof body.componentId !== "string" || (await isMissing("device", "deviceId"))) return null;
      const component = await view.get("component", body.componentId);
      return component !== null && component.deviceId !== body.deviceId ? "wrong-component" : null;
    }
  }
};

const profileRefusal = (
  { profileId, protocol }: JsonObject,
  profileProtocols: EngineDeps["profileProtocols"],
): string | null => {
  if (typeof profileId !== "string" || profileProtocols === undefined) return null;
  const own = profileProtocols(profileId);
  if (own === null) return "unknown-profile";
  return own.includes(String(protocol)) ? null : "wrong-profile";
};
