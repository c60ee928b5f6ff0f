import { ap3000 } from "./ap3000/protocol.ts";
import { bkv } from "./bkv/protocol.ts";
import { dianan } from "./dianan/protocol.ts";
import { dlt645 } from "./dlt645/protocol.ts";
import { efire7b7b } from "./efire-7b7b/protocol.ts";
import { gb26875 } from "./gb26875/protocol.ts";
import { juy } from "./juy/protocol.ts";
import { modbusRtu } from "./modbus/rtu-protocol.ts";
import { modbusTcp } from "./modbus/tcp-protocol.ts";
import { ykc } from "./ykc/protocol.ts";

/** Every protocol by its id. Import one by its name where size counts: what is not used is left out of a bundle. */
export const protocols = {
  ap3000,
  bkv,
  dianan,
  dlt645,
  "efire-7b7b": efire7b7b,
  gb26875,
  juy,
  "modbus-rtu": modbusRtu,
  "modbus-tcp": modbusTcp,
  ykc,
} as const;

/** Id of a protocol. */
export type ProtocolId = keyof typeof protocols;
