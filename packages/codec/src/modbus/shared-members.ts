import type { ProtocolCodes, ProtocolTable } from "../protocol.ts";
import { coilValues, DOCUMENT, exceptions, functions } from "./codes.ts";
import { normalise } from "./normalise.ts";
import type { Layouts } from "./transport.ts";

/** What both transports give. */
export const sharedMembers = {
  document: DOCUMENT,
  normalise,
  functions,
  exceptions,
  coilValues,
  commands: functions,
  codeTables: [
    { zh: "功能码", en: "Function", codes: functions },
    { zh: "异常码", en: "Exception code", codes: exceptions },
    { zh: "线圈值", en: "Coil value", codes: coilValues },
  ] satisfies readonly ProtocolCodes[],
} as const;

/** Layouts as the specification page has them. */
export const tablesOf = ({ request, answer, exception, other }: Layouts): readonly ProtocolTable[] => [
  { zh: "请求", en: "Request", layout: request },
  { zh: "应答", en: "Answer", layout: answer },
  { zh: "异常应答", en: "Exception answer", layout: exception },
  { zh: "其他功能码的帧", en: "Frame of another function", layout: other },
];
