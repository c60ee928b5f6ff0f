import { list, named, struct, type TypeOf, u8, union } from "@dianan/layout";
import { componentAnalog } from "./component-analog.ts";
import { componentStatus } from "./component-status.ts";
import { systemStatus } from "./system-status.ts";
import { dutyCheck, setClock, transmitterStatus, transmitterTime } from "./transmitter.ts";
import { typeFlags } from "./type-flags.ts";

const COUNT = { zh: "信息对象", en: "objects" } as const;

/**
 * Application data unit (应用数据单元): type flag, object count, objects. GB/T 26875.3-2011 §7, figure 5, table 3.
 * Each limit on the count is printed in the type's figure and keeps the unit within 1024 bytes. A type that is not here
 * keeps all its bytes.
 */
export const applicationDataUnit = named(
  union(
    named(u8, { zh: "类型标志", en: "type flag", clause: "GB/T 26875.3-2011 §7 table 3", codes: typeFlags }),
    {
      systemStatus: [
        1,
        struct("GB/T 26875.3-2011 §7 table 3 type 1", {
          items: named(list(systemStatus, { count: u8, min: 1, max: 102 }), COUNT),
        }),
      ],
      componentStatus: [
        2,
        struct("GB/T 26875.3-2011 §7 table 3 type 2", {
          items: named(list(componentStatus, { count: u8, min: 1, max: 22 }), COUNT),
        }),
      ],
      componentAnalog: [
        3,
        struct("GB/T 26875.3-2011 §7 table 3 type 3", {
          items: named(list(componentAnalog, { count: u8, min: 1, max: 63 }), COUNT),
        }),
      ],
      transmitterStatus: [21, transmitterStatus],
      transmitterTime: [28, transmitterTime],
      setClock: [90, setClock],
      dutyCheck: [91, dutyCheck],
    },
    { unknown: "typeFlag" },
  ),
  { zh: "应用数据单元", en: "application data unit", clause: "GB/T 26875.3-2011 §7" },
);

/** What a packet says. `empty`: no application data, as confirm, deny and some heartbeats have it. */
export type Message = TypeOf<typeof applicationDataUnit> | { readonly kind: "empty" };
