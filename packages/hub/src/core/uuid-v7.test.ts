import { expect, test } from "vitest";
import { createIdSupply } from "./uuid-v7.ts";

test("ids are UUIDv7 and grow, also within a millisecond and when the clock goes back", () => {
  let now = 1_764_000_000_000;
  const next = createIdSupply(
    () => now,
    (bytes) => crypto.getRandomValues(bytes),
  );
  const ids = Array.from({ length: 10_000 }, (_, n) => {
    if (n === 5_000) now -= 10_000;
    if (n % 1_000 === 0) now += 1;
    return next();
  });
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Number.parseInt(ids[0]?.replace("-", "").slice(0, 12) ?? "", 16)).toBe(1_764_000_000_001);
});
