import type { Language } from "./code-words.ts";

type Words = { readonly [L in Language]: string };

/** Roles of people (角色) as specs/access/roles.json names them. */
export const personRoles = {
  systemAdministrator: { zh: "系统管理员", en: "System administrator" },
  securityAdministrator: { zh: "安全管理员", en: "Security administrator" },
  auditAdministrator: { zh: "审计管理员", en: "Audit administrator" },
  dutyOfficer: { zh: "值班员", en: "Duty officer" },
  unitUser: { zh: "单位用户", en: "Unit user" },
  operatorUser: { zh: "运维人员", en: "Operator user" },
  departmentGuide: { zh: "部门指导人员", en: "Department guide" },
  vendorEngineer: { zh: "厂商接入工程师", en: "Vendor engineer" },
} as const satisfies { readonly [role: string]: Words };
export type PersonRole = keyof typeof personRoles;

/** The word of a role; one that this page does not know is shown as it came. */
export const roleWord = (role: string, language: Language): string =>
  Object.hasOwn(personRoles, role) ? personRoles[role as PersonRole][language] : role;
