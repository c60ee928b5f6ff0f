import type { ModelEvent } from "@dianan/model";
import type { Result } from "@dianan/sharing";
import type { JsonObject } from "../ports/records.ts";
import { bodyValidator, findingsOf } from "./document-schemas.ts";
import { parseJson } from "./json-text.ts";
import { type UplinkMessage, uplinkEvents } from "./uplink-events.ts";

/** Path of the operation whose body it is. */
export const UPLINK_EVENTS = "/api/v1/uplink/events";

/** A message as it is stored and told from others: the same over HTTP and MQTT. */
export const uplinkMessage = (
  message: UplinkMessage,
): { readonly bytes: Uint8Array; readonly serial: number; readonly events: readonly ModelEvent[] } => ({
  ...{ bytes: Buffer.from(JSON.stringify(message)), serial: message.sequence, events: uplinkEvents(message) },
});

/** The same from bytes that came by another way than HTTP. The error names the character or the JSON pointer. */
export const readUplinkMessage = (payload: Uint8Array): Result<ReturnType<typeof uplinkMessage>, JsonObject> => {
  const clause = "EF-N.1";
  const parsed = parseJson(payload);
  if (!parsed.ok) {
    const { code, at } = parsed.error;
    const message = { zh: "不是可接受的 JSON", en: "It is no JSON that can be taken." };
    return { ok: false, error: { code, offset: at ?? 0, path: "", clause, message } };
  }
  const validate = bodyValidator("POST", UPLINK_EVENTS);
  if (validate(parsed.value)) return { ok: true, value: uplinkMessage(parsed.value as UplinkMessage) };
  const [first] = findingsOf(validate);
  const path = first?.path ?? "";
  const message = { zh: `与接口文档不符:${first?.message.zh}`, en: `Not as the document has it: ${first?.message.en}` };
  return { ok: false, error: { code: "invalid", offset: 0, path, clause, message } };
};
