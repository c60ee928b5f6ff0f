import { enDocuments } from "./en-documents.ts";
import { zhDocuments } from "./zh-documents.ts";

/** What reports, forms, schedules and targets say (报告与报表). */
export const documentWords = { zh: zhDocuments, en: enDocuments };
