import type { Protocol } from "../protocol.ts";
import { isPlatformAddress } from "./address-text.ts";
import { analogTypes } from "./analog-types.ts";
import { commands } from "./commands.ts";
import { componentReport, componentTypeFor } from "./component-report.ts";
import { componentTypes } from "./component-types.ts";
import { createCalls, type GbExtensions } from "./create.ts";
import { dialectOptions, dialects } from "./dialect.ts";
import type { Message, MessageOf, TypeTables } from "./message.ts";
import type { Frame } from "./packet.ts";
import { standardLayouts } from "./standard-layouts.ts";
import { componentStatusNames } from "./status-bits.ts";
import { systemTypes } from "./system-types.ts";
import { instantOf, timeLabelOf } from "./time.ts";
import { typeFlags } from "./type-flags.ts";
import { replyTypeOf, typeRuleOf } from "./type-rules.ts";

/** What does not depend on user types. */
const facts = {
  id: "gb26875",
  zh: "报警传输网络通信协议",
  en: "Alarm transmission network protocol",
  document: "GB/T 26875.3-2011",
  frameMax: standardLayouts.parts.overhead + 1 + Math.max(...dialectOptions.aduMax.oneOf),
  /** The table of a packet: for documents, viewers and generators. */
  layout: standardLayouts.packet,
  replyTypeOf,
  typeRuleOf,
  isPlatformAddress,
  instantOf,
  timeLabelOf,
  componentReport,
  componentTypeFor,
  systemTypes,
  componentTypes,
  commands,
  typeFlags,
  analogTypes,
  /** Bits of the component status (部件状态) by their names, those of dialects too. */
  componentStatusBits: componentStatusNames,
  dialectOptions,
  dialects,
  tables: [{ zh: "数据包", en: "Packet", layout: standardLayouts.packet }],
  codeTables: [
    { zh: "命令字节", en: "Command byte", codes: commands },
    { zh: "类型标志", en: "Type flag", codes: typeFlags },
    { zh: "系统类型", en: "System type", codes: systemTypes },
    { zh: "部件类型", en: "Component type", codes: componentTypes },
    { zh: "模拟量类型", en: "Analog type", codes: analogTypes },
  ],
} as const;

/**
 * The protocol with tables for user types (用户自定义类型, 128 to 254) of one maker:
 * `createGb26875({ userTypes: { meterReading: [140, struct("…", { … })] }, normalise: (message) => […] })`.
 *
 * @throws RangeError for a user type whose number or name is taken
 */
export const createGb26875 = <const T extends TypeTables>(extensions: GbExtensions<T>) =>
  ({ ...facts, ...createCalls(extensions) }) as const satisfies Protocol<Frame<Message | MessageOf<T>>>;

/** GB/T 26875.3-2011, alarm transmission network protocol (报警传输网络通信协议): everything in one object. */
export const gb26875 = createGb26875({ userTypes: {} });
