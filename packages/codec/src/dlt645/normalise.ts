import { encode } from "@dianan/layout";
import type { ModelEvent } from "@dianan/model";
import type { NormaliseContext } from "../protocol.ts";
import { type Command, controlCodes } from "./codes.ts";
import type { Data } from "./data-items.ts";
import { optionsOf } from "./dialects.ts";
import { error } from "./fields.ts";
import type { Dlt645Frame } from "./frame.ts";
import { diText, type MeasuredItem, measuredItems } from "./measured-items.ts";
import type { Message } from "./message.ts";
import { readingsOf } from "./readings.ts";

type Of<K extends Data["kind"]> = Extract<Data, { readonly kind: K }>;
type Options = ReturnType<typeof optionsOf>;

const diagnostic = (code: string, text: string): ModelEvent => ({ kind: "diagnostic", code, text });
const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const isMeasured = (data: Data): data is Of<MeasuredItem> => Object.hasOwn(measuredItems, data.kind);

/** Bit of status word 3: 0 closed (通), 1 open (断). */
const relay = (isOpen: boolean): ModelEvent => ({
  kind: "reading",
  component: null,
  quantity: "switchState",
  value: isOpen ? 0 : 1,
  quality: "good",
  at: null,
});

const two = (number: number | null): string => (number === null ? "—" : String(number).padStart(2, "0"));

const valuesOf = (data: Data, options: Options): readonly ModelEvent[] => {
  if (isMeasured(data)) {
    const { kind, unparsed: _, ...numbers } = data;
    return readingsOf(kind, numbers, options);
  }
  switch (data.kind) {
    case "address":
      return [{ kind: "identity", facts: { address: data.digits } }];
    case "meterNumber":
      return [{ kind: "identity", facts: { serialNumber: data.digits } }];
    case "statusWord3":
      return [relay(data.word.relayOpen)];
    case "statusWords":
      return [relay(data.word3.relayOpen)];
    // A date without a time is no clock, nor is a time without a date.
    case "date":
      return [diagnostic("clock-date", `date ${two(data.year)}-${two(data.month)}-${two(data.day)}`)];
    case "time":
      return [diagnostic("clock-time", `time ${two(data.hour)}:${two(data.minute)}:${two(data.second)}`)];
    case "statusWord1":
    case "statusWord2":
    case "statusWord4":
    case "statusWord5":
    case "statusWord6":
    case "statusWord7":
      return [];
    case "unknown":
      return [diagnostic("unknown-identifier", `DI ${diText(data.di)}: ${data.bytes.length} bytes kept`)];
  }
};

/**
 * What the data of an answer say in the words of the model; also of those that `joinAnswers` makes.
 *
 * @throws RangeError for a dialect option that there is not
 */
export const normaliseData = (data: Data, context: NormaliseContext): readonly ModelEvent[] => {
  const events = valuesOf(data, optionsOf(context.dialect));
  if (data.kind === "unknown" || data.unparsed.length === 0) return events;
  return [...events, diagnostic("trailing-bytes", `${data.kind}: behind the value came ${hex(data.unparsed)}`)];
};

const result = (command: Command, outcome: "done" | "refused", rawCode: string): ModelEvent => ({
  kind: "commandResult",
  component: null,
  command,
  outcome,
  serial: null,
  rawCode,
});
const part = (di: number, bytes: Uint8Array): ModelEvent =>
  diagnostic("part-of-answer", `DI ${diText(di)}: ${bytes.length} bytes of a long answer: join its frames`);

type Answered = Extract<Message, { readonly kind: `${Command}Answer` | `${Command}Error` }>["kind"];
/** What an answer answers, and whether the meter did it. */
const answered = (kind: Answered): readonly [Command, "done" | "refused"] =>
  kind.endsWith("Error")
    ? [kind.slice(0, -"Error".length) as Command, "refused"]
    : [kind.slice(0, -"Answer".length) as Command, "done"];

/**
 * What a frame says in the words of the model: readings, identity, results of commands. A master's frames say nothing. The
 * standard's frames carry no time of their own.
 *
 * @throws RangeError for a dialect option that there is not
 */
export const normalise = ({ message }: Dlt645Frame, context: NormaliseContext): readonly ModelEvent[] => {
  const { kind } = message;
  switch (kind) {
    case "readAnswer":
      return normaliseData(message.data, context);
    case "readAddressAnswer":
      return [{ kind: "identity", facts: { address: message.address } }];
    case "readAnswerMore":
    case "followingAnswer":
    case "followingAnswerMore":
      return [part(message.di, message.bytes)];
    case "readError":
    case "followingError":
    case "writeError":
    case "freezeError":
    case "changeBaudError":
    case "changePasswordError":
    case "clearDemandError":
    case "clearMeterError":
    case "clearEventsError":
    case "controlError":
    case "outputError":
      return [result(...answered(kind), `error:${hex(encode(error, message.error))}`)];
    case "authenticateError":
      return [result(...answered(kind), `error:${hex(message.bytes)}`)];
    case "writeAnswer":
    case "writeAddressAnswer":
    case "freezeAnswer":
    case "changeBaudAnswer":
    case "changePasswordAnswer":
    case "clearDemandAnswer":
    case "clearMeterAnswer":
    case "clearEventsAnswer":
    case "controlAnswer":
    case "outputAnswer":
    case "authenticateAnswer":
      return [result(...answered(kind), "")];
    case "read1997Answer":
    case "read1997AnswerMore":
      return [diagnostic("edition-1997", `DI ${diText(message.di).slice(4)}: ${message.bytes.length} bytes kept`)];
    case "read1997Error":
      return [diagnostic("edition-1997", `error ${hex(message.bytes)}`)];
    case "unknown": {
      const isKnown = Object.values(controlCodes).some(({ code }) => code === message.control);
      return [
        diagnostic(
          isKnown ? "sealed-data" : "unknown-control",
          `control ${hex(Uint8Array.of(message.control))}: ${message.bytes.length} bytes kept`,
        ),
      ];
    }
    case "authenticateRequest":
    case "broadcastTimeRequest":
    case "readRequest":
    case "followingRequest":
    case "readAddressRequest":
    case "writeRequest":
    case "writeAddressRequest":
    case "freezeRequest":
    case "changeBaudRequest":
    case "changePasswordRequest":
    case "clearDemandRequest":
    case "clearMeterRequest":
    case "clearEventsRequest":
    case "controlRequest":
    case "outputRequest":
    case "read1997Request":
      return [];
  }
};
