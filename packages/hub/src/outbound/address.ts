import { BlockList, isIPv4, isIPv6 } from "node:net";

const v4 = (...subnets: readonly string[]): BlockList => listOf("ipv4", subnets);
const v6 = (...subnets: readonly string[]): BlockList => listOf("ipv6", subnets);
const listOf = (family: "ipv4" | "ipv6", subnets: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [net = "", bits] = subnet.split("/");
    list.addSubnet(net, Number(bits), family);
  }
  return list;
};

/** IANA IPv4 Special-Purpose Address Registry (RFC 6890), multicast and the class E. */
const special4 = v4(
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"],
  ...["192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24"],
  ...["198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
);
/** All that is given out for global unicast (RFC 4291 §2.4). What lies outside, such as mapped and NAT64 addresses, is none. */
const global6 = v6("2000::/3");
/** IANA IPv6 Special-Purpose Address Registry inside of it: protocol assignments with Teredo, documentation, AS112, 6to4. */
const special6 = v6("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

/** Whether an address is a host of the public internet (SEC-OUT-01). */
export const isGlobalUnicast = (address: string): boolean => {
  if (isIPv4(address)) return !special4.check(address, "ipv4");
  return isIPv6(address) && global6.check(address, "ipv6") && !special6.check(address, "ipv6");
};

/** Ranges that an administrator allows although they are not public (SEC-OUT-03). */
export type AllowedRanges = {
  /** There is no range: nothing but the public internet is called. */ readonly isEmpty: boolean;
  holds(address: string): boolean;
};

/** A shorter prefix is a mistake: it would open a whole internet. */
const BITS_MIN = { ipv4: 8, ipv6: 16 } as const;

/**
 * Reads a list such as `10.20.0.0/24,192.168.7.9,fd12:3456::/64`; an address without a prefix stands for itself.
 *
 * @throws TypeError naming the entry that is no range
 */
export const allowedRanges = (text: string): AllowedRanges => {
  // One list for each family: a rule for an IPv4 range must not open the IPv6 addresses that are mapped to it.
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  const entries = text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  for (const entry of entries) {
    const [net = "", bits, ...more] = entry.split("/");
    const family = isIPv4(net) ? "ipv4" : isIPv6(net) && !net.includes("%") ? "ipv6" : null;
    const most = family === "ipv4" ? 32 : 128;
    const prefix = bits === undefined ? most : /^[0-9]{1,3}$/.test(bits) ? Number(bits) : -1;
    if (family === null || more.length > 0 || prefix < BITS_MIN[family] || prefix > most)
      throw new TypeError(
        `allowed ranges: ${JSON.stringify(entry)} is no range such as 10.20.0.0/24 放行范围应如 10.20.0.0/24`,
      );
    lists[family].addSubnet(net, prefix, family);
  }
  return {
    isEmpty: entries.length === 0,
    holds: (address) =>
      isIPv4(address) ? lists.ipv4.check(address, "ipv4") : isIPv6(address) && lists.ipv6.check(address, "ipv6"),
  };
};
