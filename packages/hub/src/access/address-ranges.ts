import { BlockList, isIPv4, isIPv6 } from "node:net";

type Family = "ipv4" | "ipv6";

/** A range such as `10.20.0.0/16` or one address; null for another text. */
const rangeOf = (text: string): { readonly net: string; readonly bits: number; readonly family: Family } | null => {
  const [net = "", bits, ...more] = text.trim().split("/");
  const family: Family | null = isIPv4(net) ? "ipv4" : isIPv6(net) && !net.includes("%") ? "ipv6" : null;
  const most = family === "ipv4" ? 32 : 128;
  const prefix = bits === undefined ? most : /^[0-9]{1,3}$/.test(bits) ? Number(bits) : -1;
  return family === null || more.length > 0 || prefix < 0 || prefix > most ? null : { net, bits: prefix, family };
};

export const isAddressRange = (text: string): boolean => rangeOf(text) !== null;

/** Whether an address lies in one of the ranges; an IPv4 peer of an IPv6 socket is that IPv4 address. */
export const isInRanges = (ranges: readonly string[], address: string): boolean => {
  const plain = address.replace(/^::ffff:(?=[0-9.]+$)/i, "").replace(/%.*$/, "");
  const family: Family | null = isIPv4(plain) ? "ipv4" : isIPv6(plain) ? "ipv6" : null;
  if (family === null) return false;
  const list = new BlockList();
  for (const text of ranges) {
    const range = rangeOf(text);
    // Of the same family only: an IPv4 range says nothing of IPv6.
    if (range?.family === family) list.addSubnet(range.net, range.bits, family);
  }
  return list.check(plain, family);
};
