/** Headers that every request has, or that say something else. */
export const OWN_HEADERS =
  /^(host|content-.*|transfer-encoding|connection|cookie|authorization|signature.*|x-forwarded-.*)$/i;
