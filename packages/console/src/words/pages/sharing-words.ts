import { enSharing } from "./en-sharing.ts";
import { zhSharing } from "./zh-sharing.ts";

/** What the screens of sharing say (数据共享). */
export const sharingWords = { zh: zhSharing, en: enSharing };
