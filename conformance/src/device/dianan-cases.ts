import { diananAlarmCases } from "./dianan-alarm-cases.ts";
import type { DiananCase } from "./dianan-case.ts";
import { diananCommandCases } from "./dianan-command-cases.ts";
import { diananResendCases } from "./dianan-resend-cases.ts";
import { diananUploadCases } from "./dianan-upload-cases.ts";
import { diananWireCases } from "./dianan-wire-cases.ts";

/** Cases of a device that speaks the open protocol over TCP; the kit is its platform. */
export const diananCases: readonly DiananCase[] = [
  ...diananUploadCases,
  ...diananAlarmCases,
  ...diananResendCases,
  ...diananCommandCases,
  ...diananWireCases,
];
