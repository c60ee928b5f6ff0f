import { isRecordId, type ModelEvent } from "@dianan/model";
import type { Result } from "@dianan/sharing";
import type { CommandReport } from "../ports/commands.ts";
import type { JsonObject } from "../ports/records.ts";
import { isObject } from "./body.ts";
import { bodyValidator, findingsOf } from "./document-schemas.ts";
import { parseJson } from "./json-text.ts";
import { type UplinkMessage, uplinkEvents } from "./uplink-events.ts";

/** Path of the operation whose body it is. */
export const UPLINK_EVENTS = "/api/v1/uplink/events";

export const DOWNLINK_RESULT = "/api/v1/uplink/commands/{id}/result";

/** A message as it is stored and told from others: the same over HTTP and MQTT. */
export const uplinkMessage = (
  message: UplinkMessage,
): { readonly bytes: Uint8Array; readonly serial: number; readonly events: readonly ModelEvent[] } => ({
  ...{ bytes: Buffer.from(JSON.stringify(message)), serial: message.sequence, events: uplinkEvents(message) },
});

/** The same from bytes that came by another way than HTTP. The error names the character or the JSON pointer. */
export const readUplinkMessage = (payload: Uint8Array): Result<ReturnType<typeof uplinkMessage>, JsonObject> => {
  const parsed = parsedJson(payload, "EF-N.1");
  if (!parsed.ok) return parsed;
  const message = asDocument<UplinkMessage>(parsed.value, UPLINK_EVENTS, "EF-N.1");
  return message.ok ? { ok: true, value: uplinkMessage(message.value) } : message;
};

/**
 * What a device says of a command by another way than HTTP: the document's `DownlinkResult`.
 *
 * @param known - id of the command; null: it is in the payload as `id`
 */
export const readCommandReport = (
  payload: Uint8Array,
  known: string | null = null,
): Result<CommandReport & { readonly id: string }, JsonObject> => {
  const clause = "SEC-DEV-14";
  const parsed = parsedJson(payload, clause);
  if (!parsed.ok) return parsed;
  const said: { readonly id?: unknown } = isObject(parsed.value) ? parsed.value : {};
  const { id, ...rest } = known === null ? said : { ...said, id: known };
  if (typeof id !== "string" || !isRecordId(id)) {
    const message = { zh: "id 应为命令的 id", en: "id must be that of the command." };
    return { ok: false, error: { code: "invalid", offset: 0, path: "/id", clause, message } };
  }
  const report = asDocument<{ outcome: CommandReport["outcome"]; text?: string }>(rest, DOWNLINK_RESULT, clause);
  return report.ok ? { ok: true, value: { id, outcome: report.value.outcome, text: report.value.text ?? "" } } : report;
};

const parsedJson = (payload: Uint8Array, clause: string): Result<unknown, JsonObject> => {
  const parsed = parseJson(payload);
  if (parsed.ok) return parsed;
  const { code, at } = parsed.error;
  const message = { zh: "不是可接受的 JSON", en: "It is no JSON that can be taken." };
  return { ok: false, error: { code, offset: at ?? 0, path: "", clause, message } };
};

/** The same as the body of an operation. */
const asDocument = <T>(value: unknown, path: string, clause: string): Result<T, JsonObject> => {
  const validate = bodyValidator("POST", path);
  if (validate(value)) return { ok: true, value: value as T };
  const [first] = findingsOf(validate);
  const message = { zh: `与接口文档不符:${first?.message.zh}`, en: `Not as the document has it: ${first?.message.en}` };
  return { ok: false, error: { code: "invalid", offset: 0, path: first?.path ?? "", clause, message } };
};
