import type { AlarmType, Instant, ModelEvent } from "@dianan/model";
import type { Operation } from "./facility.ts";
import type { TransmitterOperation } from "./transmitter.ts";

type OperationName = Exclude<keyof (Operation["operation"] & TransmitterOperation["operation"]), "reserved">;
/** What an operation means in the model's words; null: the model has no word, and nobody is alarmed by it. */
const meanings: { readonly [N in OperationName]: { readonly type: AlarmType; readonly present: boolean } | null } = {
  reset: { type: "reset", present: true },
  muted: { type: "silenced", present: true },
  // A person pressed the alarm button: a fire, until somebody looked.
  manualAlarm: { type: "fireAlarm", present: true },
  alarmCleared: { type: "fireAlarm", present: false },
  selfTest: { type: "selfCheck", present: true },
  acknowledged: null,
  tested: null,
  dutyAnswered: null,
};

type Flags = Readonly<Partial<Record<OperationName, boolean>>> & { readonly reserved: number };

/** One record of what a person did (操作信息); `where`: the facility or device at which it was done. */
const ofOperation = (operation: Flags, operator: number, where: string, at: Instant | null): readonly ModelEvent[] => {
  const rawText = `${where}, operator ${operator}`;
  return Object.entries(operation).flatMap(([name, isSet]): readonly ModelEvent[] => {
    if (name === "reserved")
      return isSet === 0
        ? []
        : [{ kind: "diagnostic", code: "reserved-operation", text: `${rawText}: flags ${isSet}` }];
    if (isSet !== true) return [];
    const meaning = meanings[name as OperationName];
    const rawCode = `operation:${name}`;
    if (meaning !== null) return [{ kind: "condition", component: null, ...meaning, at, rawCode, rawText }];
    if (name === "dutyAnswered")
      return [{ kind: "commandResult", component: null, command: "dutyCheck", outcome: "done", serial: null, rawCode }];
    return [{ kind: "diagnostic", code: "operation", text: `${rawText}: ${name}` }];
  });
};

/** Operation at a facility (建筑消防设施操作信息). */
export const ofFacilityOperation = (item: Operation, at: Instant | null): readonly ModelEvent[] =>
  ofOperation(item.operation, item.operator, `system ${item.systemType}/${item.systemAddress}`, at);

/** Operation at the transmission device (用户信息传输装置操作信息); its bit 5 answers a duty check (查岗应答). */
export const ofTransmitterOperation = (item: TransmitterOperation, at: Instant | null): readonly ModelEvent[] =>
  ofOperation(item.operation, item.operator, "transmission device", at);
