/** Protocols that have decoders, by the names that the hub uses; a test holds that none is missing. */
export const protocolIds = [
  "gb26875",
  "dianan",
  "efire-7b7b",
  "dlt645",
  "modbus-rtu",
  "modbus-tcp",
  "ykc",
  "ap3000",
  "bkv",
  "juy",
] as const;
