/** Headers as a `Headers` object or a plain record with names in any case (Node's `request.headers`). */
export type IncomingHeaders = Headers | { readonly [name: string]: string | readonly string[] | undefined };

/** A header's value by its lower-case name, several joined by `separator`; null when it is not there. */
export const headerOf = (headers: IncomingHeaders, name: string, separator = " "): string | null => {
  if (headers instanceof Headers) return headers.get(name);
  for (const [key, value] of Object.entries(headers))
    if (key.toLowerCase() === name && value !== undefined)
      return typeof value === "string" ? value : value.join(separator);
  return null;
};
