/** 128 random bits as 32 hexadecimal digits. `crypto.randomUUID` is not there on pages without https. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) => one.toString(16).padStart(2, "0")).join("");
