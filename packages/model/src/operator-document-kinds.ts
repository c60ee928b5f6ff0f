import type { CodeRow } from "./table.ts";

/** Documents that an operator keeps (运维机构应备文件): the ten of EF-5.4, and proof of the qualifications of EF-5.8. */
// biome-ignore format: a table is read by its rows
export const operatorDocumentKinds = {
  management: { code: 1, zh: "管理制度", en: "Management rules", clause: "EF-5.4" },
  warningHandling: { code: 2, zh: "预警排查处理制度", en: "Handling of warnings", clause: "EF-5.4" },
  inspection: { code: 3, zh: "检查检测制度", en: "Inspection", clause: "EF-5.4" },
  deviceOperation: { code: 4, zh: "设备运行制度", en: "Device operation", clause: "EF-5.4" },
  patrol: { code: 5, zh: "巡检及故障记录", en: "Patrol and fault records", clause: "EF-5.4" },
  systemOperation: { code: 6, zh: "系统操作及安全制度", en: "System operation and safety rules", clause: "EF-5.4" },
  emergency: { code: 7, zh: "应急管理制度", en: "Emergency rules", clause: "EF-5.4" },
  networkSecurity: { code: 8, zh: "网络安全制度", en: "Network security rules", clause: "EF-5.4" },
  backupPlan: { code: 9, zh: "数据备份与恢复方案", en: "Backup and restore plan", clause: "EF-5.4" },
  maintenance: { code: 10, zh: "维护保养规程", en: "Maintenance procedures", clause: "EF-5.4" },
  qualification: { code: 20, zh: "资质证明", en: "Proof of qualification", clause: "EF-5.8" },
} as const satisfies { readonly [slug: string]: CodeRow & { readonly clause: string } };

/** Slug of {@link operatorDocumentKinds}. */
export type OperatorDocumentKind = keyof typeof operatorDocumentKinds;
