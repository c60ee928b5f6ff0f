import type { Code } from "@dianan/layout";

/** Name of the uplink by its start mark; its maker's document is not public, our facts come from a published demonstration. */
export const DOCUMENT = "7B7B uplink";
/** A part of it by its name: there are no clause numbers. */
export const clause = (part: string): string => `${DOCUMENT} ${part}`;

/** What a detector sends (命令码). What can be sent to it is not published. */
export const uplinks = {
  readings: { code: 0x92, zh: "定时上报", en: "upload of everything measured", clause: clause("command") },
} as const satisfies Readonly<Record<string, Code>>;
