import { type Fields, struct } from "@dianan/layout";
import { unparsed } from "./fields.ts";

/** Row of a frame type, as far as its table needs it. */
export type TypeRow = { readonly code: number; readonly clause: string };

/** A body (消息体) of these fields, and whatever a maker put behind them. */
export const body = <const F extends Fields>({ code, clause }: TypeRow, fields: F) =>
  [code, struct(clause, { ...fields, unparsed })] as const;
