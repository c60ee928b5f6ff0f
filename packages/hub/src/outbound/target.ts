import { isIP } from "node:net";
import { isGlobalUnicast } from "./address.ts";

/** Names that mean something else than a host of the public internet (IANA Special-Use Domain Names; RFC 6761, RFC 8375). */
const specialNames = [
  ...["localhost", "local", "localdomain", "internal", "intranet", "private", "corp", "home", "lan"],
  ...["home.arpa", "arpa", "test", "example", "invalid", "onion", "alt"],
];

/** Below this, a port belongs to a service that must not be spoken to; https and http have theirs. */
const PORT_MIN = 1024;

/** Where a request goes, as far as its address says it. */
export type Target = {
  readonly url: URL;
  /** Name or address, without brackets and without the root's dot. */ readonly host: string;
  readonly isAddress: boolean;
  /** Not https or not a public name: only addresses that an administrator allowed will do. */ readonly needsAllowance: boolean;
};

const isSpecialName = (host: string): boolean =>
  !host.includes(".") || specialNames.some((name) => host === name || host.endsWith(`.${name}`));

const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");

/** The target of an address; null for one that is never called: another scheme, credentials in it, a forbidden port. */
export const targetOf = (text: string): Target | null => {
  // The parser of the URL standard writes every spelling of an IPv4 address as four decimal numbers.
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return null;
  if (url.username !== "" || url.password !== "") return null;
  const port = url.port === "" ? null : Number(url.port);
  if (port !== null && port !== 443 && port !== 80 && port < PORT_MIN) return null;
  const host = hostOf(url);
  if (host === "") return null;
  const isAddress = isIP(host) !== 0;
  return { url, host, isAddress, needsAllowance: url.protocol === "http:" || (!isAddress && isSpecialName(host)) };
};

/** Whether an address, as far as it says it, is one of the public internet: anybody may see what it shows. */
export const isPublicTarget = (text: string): boolean => {
  const target = targetOf(text);
  if (target === null) return false;
  return target.isAddress ? isGlobalUnicast(target.host) : !isSpecialName(target.host);
};

/** Where a connection goes that is no request. */
export type DialTarget = { readonly host: string; readonly port: number; readonly isAddress: boolean };

/** The target of `gb26875://host:port`; null for one that is never dialled: more than that in it, or a forbidden port. */
export const dialTargetOf = (text: string): DialTarget | null => {
  const place = /^gb26875:\/\/([^/?#@\\\s]+):([0-9]{1,5})\/?$/i.exec(text);
  // Only of schemes that it knows does the parser write every spelling of an address in one way.
  const url = place === null ? null : URL.parse(`http://${place[1]}:${place[2]}`);
  const port = Number(place?.[2]);
  if (url === null || port < PORT_MIN || url.pathname !== "/") return null;
  const host = hostOf(url);
  return host === "" ? null : { host, port, isAddress: isIP(host) !== 0 };
};

/** Ports at which mail servers take mail, besides those above {@link PORT_MIN}. */
const MAIL_PORTS: readonly number[] = [25, 465, 587];

/** A mail server; null for what is none: no name or address, or a forbidden port. */
export const mailTargetOf = (text: string, port: number): (DialTarget & Pick<Target, "needsAllowance">) | null => {
  const url = /^[^/?#@\\\s]+$/.test(text) ? URL.parse(`http://${text}`) : null;
  if (url === null || url.port !== "" || url.pathname !== "/" || !Number.isInteger(port) || port > 65_535) return null;
  if (port < PORT_MIN && !MAIL_PORTS.includes(port)) return null;
  const host = hostOf(url);
  if (host === "") return null;
  const isAddress = isIP(host) !== 0;
  return { host, port, isAddress, needsAllowance: !isAddress && isSpecialName(host) };
};
