/** The name that the hub gives a file (RFC 6266, RFC 8187). */
export const fileNameOf = (disposition: string | null): string => {
  const [, escaped] = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? "") ?? [];
  const [, plain] = /filename="([^"]+)"/.exec(disposition ?? "") ?? [];
  try {
    return escaped === undefined ? (plain ?? "file") : decodeURIComponent(escaped);
  } catch {
    return plain ?? "file";
  }
};
