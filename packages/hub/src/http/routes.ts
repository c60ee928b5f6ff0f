import { accountRoutes } from "./account-routes.ts";
import { alarmRoutes } from "./alarm-routes.ts";
import { changeRoutes } from "./changes.ts";
import { chargingRoutes } from "./charging-routes.ts";
import { deskRoutes } from "./desk-routes.ts";
import { deviceWayRoutes } from "./device-way-routes.ts";
import { displayRoutes } from "./display-routes.ts";
import { downlinkRoutes } from "./downlink-routes.ts";
import { exportRoutes } from "./export-routes.ts";
import { fileRoutes } from "./file-routes.ts";
import { frameRoutes } from "./frame-routes.ts";
import type { HttpDeps, Route } from "./http-deps.ts";
import { importRoutes } from "./import-routes.ts";
import { latestReadingRoutes } from "./latest-readings.ts";
import { limitRoutes } from "./limit-routes.ts";
import { machineRoutes } from "./machine-routes.ts";
import { mapRoutes } from "./map-routes.ts";
import { notificationDoorRoutes } from "./notification-door-routes.ts";
import { notificationRoutes } from "./notification-routes.ts";
import { notificationSettingRoutes } from "./notification-setting-routes.ts";
import { operationRoutes } from "./operation.ts";
import { oversightRoutes } from "./oversight-routes.ts";
import { ownContactRoutes } from "./own-contact-routes.ts";
import { partyConnectionRoutes } from "./party-connection-routes.ts";
import { partyRoutes } from "./party-routes.ts";
import { plannedRoutes } from "./planned.ts";
import { presenceRoutes } from "./presence-routes.ts";
import { privacyRoutes } from "./privacy-routes.ts";
import { profileRoutes } from "./profile-routes.ts";
import { pushRoutes } from "./push-routes.ts";
import { readingSeriesRoutes } from "./reading-series.ts";
import { readingRoutes } from "./readings.ts";
import { receiverRoutes } from "./receiver-routes.ts";
import { reconciliationRoutes } from "./reconciliation-routes.ts";
import { recordHistoryRoutes } from "./record-history.ts";
import { recordRoutes } from "./records.ts";
import { registryRoutes } from "./registry-routes.ts";
import { reportDeliveryRoutes } from "./report-delivery-routes.ts";
import { reportPlanRoutes } from "./report-plan-routes.ts";
import { reportRoutes } from "./report-routes.ts";
import { securityPolicyRoutes } from "./security-policy-routes.ts";
import { senderRoutes } from "./sender-routes.ts";
import { sessionRoutes } from "./session.ts";
import { sharingListRoutes } from "./sharing-list-routes.ts";
import { sharingRoutes } from "./sharing-routes.ts";
import { signInRoutes } from "./sign-in-routes.ts";
import { createSignInThrottle } from "./sign-in-throttle.ts";
import { singleRecordRoutes } from "./single-record.ts";
import { statisticsRoutes } from "./statistics-routes.ts";
import { strangerRoutes } from "./stranger-routes.ts";
import { tcecRoutes } from "./tcec-routes.ts";
import { tokenRoutes } from "./token-routes.ts";
import { uplinkRoutes } from "./uplink-routes.ts";
import { userRoutes } from "./user-routes.ts";
import { versionRoutes } from "./version-routes.ts";
import { webhookRoutes } from "./webhook-routes.ts";
import { workRecordRoutes } from "./work-record-routes.ts";

/** Every route of the open API that holds no stream: what a new area adds is one line here. */
export const ownRoutes = (deps: HttpDeps): readonly Route[] => [
  ...sessionRoutes(deps, createSignInThrottle()),
  ...signInRoutes(deps),
  ...accountRoutes(deps),
  ...userRoutes(deps),
  ...machineRoutes(deps),
  ...displayRoutes(deps),
  ...securityPolicyRoutes(deps),
  ...tokenRoutes(deps),
  ...versionRoutes(deps),
  ...partyRoutes(deps),
  ...partyConnectionRoutes(deps),
  ...oversightRoutes(deps),
  ...privacyRoutes(deps),
  ...recordRoutes(deps),
  ...singleRecordRoutes(deps),
  ...recordHistoryRoutes(deps),
  ...readingRoutes(deps),
  ...readingSeriesRoutes(deps),
  ...latestReadingRoutes(deps),
  ...registryRoutes(deps),
  ...alarmRoutes(deps),
  ...chargingRoutes(deps),
  ...deskRoutes(deps),
  ...presenceRoutes(deps),
  ...operationRoutes(deps),
  ...fileRoutes(deps),
  ...importRoutes(deps),
  ...sharingRoutes(deps),
  ...sharingListRoutes(deps),
  ...senderRoutes(deps),
  ...frameRoutes(deps),
  ...limitRoutes(deps),
  ...mapRoutes(deps),
  ...uplinkRoutes(deps),
  ...downlinkRoutes(deps),
  ...deviceWayRoutes(deps),
  ...receiverRoutes(deps),
  ...pushRoutes(deps),
  ...tcecRoutes(deps),
  ...profileRoutes(deps),
  ...strangerRoutes(deps),
  ...statisticsRoutes(deps),
  ...reconciliationRoutes(deps),
  ...exportRoutes(deps),
  ...reportRoutes(deps),
  ...reportDeliveryRoutes(deps),
  ...reportPlanRoutes(deps),
  ...workRecordRoutes(deps),
  ...changeRoutes(deps),
  ...webhookRoutes(deps),
  ...notificationRoutes(deps),
  ...notificationSettingRoutes(deps),
  ...ownContactRoutes(deps),
  ...notificationDoorRoutes(deps),
  ...plannedRoutes(),
];
