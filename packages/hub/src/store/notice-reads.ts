import type { NoticeStore } from "../ports/notice-store.ts";
import type { ReaderClient } from "./reader-client.ts";

/** The port of notices on the reader thread. */
export const noticesBy = (reader: Pick<ReaderClient, "ask">): NoticeStore => ({
  dueCases: (now, limit) => reader.ask("noticeCasesDue", now, limit) as ReturnType<NoticeStore["dueCases"]>,
  due: (now, limit) => reader.ask("noticesDue", now, limit) as ReturnType<NoticeStore["due"]>,
  nextAt: () => reader.ask("noticesNextAt") as ReturnType<NoticeStore["nextAt"]>,
  sending: () => reader.ask("noticesSending") as ReturnType<NoticeStore["sending"]>,
  sentTo: (tenant, personId, since) =>
    reader.ask("noticesSentTo", tenant, personId, since) as ReturnType<NoticeStore["sentTo"]>,
  case: (tenant, alarmId) => reader.ask("noticeCase", tenant, alarmId) as ReturnType<NoticeStore["case"]>,
  notice: (tenant, id) => reader.ask("notice", tenant, id) as ReturnType<NoticeStore["notice"]>,
  ledBy: (tenant, id) => reader.ask("noticesLedBy", tenant, id) as ReturnType<NoticeStore["ledBy"]>,
  byProvider: (tenant, courierId, key) =>
    reader.ask("noticeByProvider", tenant, courierId, key) as ReturnType<NoticeStore["byProvider"]>,
  ofTurn: (tenant, alarmId, personId, step, n) =>
    reader.ask("noticesOfTurn", tenant, alarmId, personId, step, n) as ReturnType<NoticeStore["ofTurn"]>,
  page: (tenant, query) => reader.ask("noticePage", tenant, query) as ReturnType<NoticeStore["page"]>,
  receipts: (tenant, id) => reader.ask("noticeReceipts", tenant, id) as ReturnType<NoticeStore["receipts"]>,
});
