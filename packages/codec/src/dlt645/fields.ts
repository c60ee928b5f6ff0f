import { bcd, bcdNumber, bytes, bytesUntilEnd, flags, named, struct, u8, u32le } from "@dianan/layout";
import { clause, errorBits } from "./codes.ts";

/** Bytes that a meter puts behind a value: kept, and told of as a diagnostic. */
export const unparsed = named(bytesUntilEnd, { zh: "其后的字节", en: "bytes behind it" });

/** A data identifier (数据标识) of four bytes, DI0 first on the wire; people read it DI3 first, in hex. */
export const di = named(u32le, {
  zh: "数据标识",
  en: "data identifier",
  clause: clause("data identifiers"),
  isHex: true,
});

/** Two decimal digits; FF: none. */
export const twoDigits = (zh: string, en: string) => named(bcdNumber(1), { zh, en });

/** Twelve decimal digits, the last two first on the wire. */
export const twelveDigits = (zh: string, en: string) => named(bcd(6, { lowFirst: true }), { zh, en });

/** A password (密码) with its level PA; 98H and 99H are the levels of security authentication. */
export const password = (zh: string, en: string) =>
  named(
    struct(clause("password"), {
      level: named(u8, { zh: "密码权限", en: "level", isHex: true }),
      bytes: named(bytes(3), { zh: "密码", en: "password, as it travels" }),
    }),
    { zh, en },
  );

/** Who acts: four bytes of the master's choice. */
export const operator = named(u32le, {
  zh: "操作者代码",
  en: "operator code",
  clause: clause("password"),
  isHex: true,
});

const bits = Object.fromEntries(Object.entries(errorBits).map(([name, { code }]) => [name, code])) as {
  readonly [N in keyof typeof errorBits]: number;
};
/** Why a meter refuses (错误信息字). */
export const error = named(flags(u8, bits), { zh: "错误信息字", en: "error", clause: clause("error word ERR") });
