import { type DecodeError, explain } from "@dianan/layout";

/** A refusal as the decode command prints it; `message` is for people, Chinese and English. */
export type PrintedError = {
  readonly code: string;
  /** Bytes from the first byte of the input. */ readonly offset: number;
  readonly path: string;
  readonly clause: string;
  readonly message: string;
  readonly also?: readonly PrintedError[];
};

export const printedError = (error: DecodeError): PrintedError => {
  const { also, ...rest } = error;
  const { zh, en } = explain(error);
  return { ...rest, message: `${zh} ${en}`, ...(also === undefined ? {} : { also: also.map(printedError) }) };
};
