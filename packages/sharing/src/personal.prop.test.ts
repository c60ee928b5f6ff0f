import fc from "fast-check";
import { expect, test } from "vitest";
import { masked, maskName, maskPhone, unmasked } from "./index.ts";

const phone = fc
  .tuple(fc.constantFrom("", "+86", "+86-"), fc.constantFrom("138", "0595-8", "159"), fc.nat({ max: 99_999_999 }))
  .map(([country, head, rest]) => `${country}${head}${String(rest).padStart(8, "0")}`);
const name = fc.string({ minLength: 2, maxLength: 8, unit: fc.constantFrom(..."林王李张欧阳某示例") });

test("SEC-PII-03: what a reader of masks sends back is the record as it was stored, and changes beside it hold", () => {
  fc.assert(
    fc.property(phone, name, phone, fc.string(), (contactPhone, contactName, extra, address) => {
      const stored = {
        // Nothing else holds a character of the persons' names.
        ...{ id: "op-01", name: "甲乙运维", code: "c1", address: "x", contactName, contactPhone, dutyPhone: extra },
        staff: [{ personName: contactName, mobile: extra }],
      };
      const seen = masked("operator", stored);
      expect(JSON.stringify(seen)).not.toContain(contactName);
      for (const full of [contactPhone, extra]) expect(JSON.stringify(seen)).not.toContain(full.slice(-8));
      expect(unmasked("operator", seen, stored)).toEqual({ ok: true, value: stored });
      expect(unmasked("operator", { ...seen, address }, stored)).toEqual({ ok: true, value: { ...stored, address } });
      expect(masked("operator", seen).contactName).toBe(seen.contactName);
    }),
  );
});

test("SEC-PII-03: a mask of something else, or of nothing, is refused by its member, whatever else the record says", () => {
  fc.assert(
    fc.property(phone, phone, name, (one, other, person) => {
      fc.pre(maskPhone(one) !== maskPhone(other));
      const stored = { id: "op-01", contactName: person, contactPhone: one };
      const sent = { ...stored, contactPhone: maskPhone(other) };
      expect(unmasked("operator", sent, stored)).toEqual({ ok: false, error: ["contactPhone"] });
      expect(unmasked("operator", { ...sent, contactName: maskName(person) }, null)).toEqual({
        ok: false,
        error: ["contactName", "contactPhone"],
      });
    }),
  );
});

test("SEC-PII-03, SH-6: of members that no schema has those that speak of persons are masked, others are left alone", () => {
  const record = {
    ...{ id: "dev-1", wireAddress: "13800001111", contactorState: "closed", ownerId: "owner-1", personCount: 5 },
    ...{ linkmanName: "林某某", contacts: { email: "lin@example.com", mobile: 13800002222 }, sim: "+8613800003333" },
    ...{ 紧急联系电话: "0595-85601234", rating: 63, tags: ["A*", "总开关"] },
  };
  expect(masked("device", record)).toEqual({
    ...record,
    linkmanName: "林*",
    contacts: { email: "l*", mobile: "138****2222" },
    sim: "138****3333",
    紧急联系电话: "****1234",
  });
  expect(unmasked("device", record, null).ok).toBe(true);
});
