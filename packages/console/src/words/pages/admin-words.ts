import { enAdmin } from "./en-admin.ts";
import { zhAdmin } from "./zh-admin.ts";

/** What the screens of administration say (系统管理). */
export const adminWords = { zh: zhAdmin, en: enAdmin };
