import { createHash } from "node:crypto";
import type { CityConfig } from "../config.ts";
import type { Destination } from "../ports/outbox.ts";

const isSecret = (text: string): boolean => {
  const base64 = text.replace(/^whsec_/, "");
  const bytes = Buffer.from(base64, "base64");
  return bytes.length >= 24 && bytes.length <= 64 && bytes.toString("base64") === base64;
};

/**
 * The places that records are owed to (共享目的地). A city at another address is another destination: it is owed everything.
 *
 * @throws TypeError for an address that is not http or https or that holds credentials, which would end up in logs; for a key
 * that no header can hold; for a secret that cannot sign. The message repeats none of them.
 */
export const destinationsOf = (city: CityConfig | null): readonly Destination[] => {
  if (city === null) return [];
  const url = URL.parse(city.url);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:"))
    throw new TypeError("city url: expected an http or https address 市级平台地址应以 http 或 https 开头");
  if (url.username !== "" || url.password !== "")
    throw new TypeError("city url: put the credential into the city key, not into the address 请勿在地址中写凭证");
  if (city.key !== null && !/^[\x21-\x7e]+$/.test(city.key))
    throw new TypeError("city key: expected visible ASCII without spaces 密钥应为可见 ASCII 字符");
  if (city.secret !== null && !isSecret(city.secret))
    throw new TypeError("city secret: expected whsec_ and the base64 of 24 to 64 bytes 签名密钥格式不对");
  return [{ name: `city-${createHash("sha256").update(url.href).digest("hex").slice(0, 12)}`, url: url.href }];
};

/** Address of one kind's bulk upsert below a destination's base. */
export const kindUrl = (base: string, plural: string): string => {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/${plural}`;
  return url.href;
};
