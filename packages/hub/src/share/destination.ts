import { createHash } from "node:crypto";
import type { CityConfig } from "../config.ts";
import type { Destination } from "../ports/outbox.ts";

/**
 * The places that records are owed to (共享目的地). A city at another address is another destination: it is owed everything.
 *
 * @throws TypeError for an address that is not http or https or that holds credentials, which would end up in logs
 */
export const destinationsOf = (city: CityConfig | null): readonly Destination[] => {
  if (city === null) return [];
  const url = URL.parse(city.url);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:"))
    throw new TypeError("city url: expected an http or https address 市级平台地址应以 http 或 https 开头");
  if (url.username !== "" || url.password !== "")
    throw new TypeError("city url: put the credential into the city key, not into the address 请勿在地址中写凭证");
  return [{ name: `city-${createHash("sha256").update(url.href).digest("hex").slice(0, 12)}`, url: url.href }];
};

/** Address of one kind's bulk upsert below a destination's base. */
export const kindUrl = (base: string, plural: string): string => {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/${plural}`;
  return url.href;
};
