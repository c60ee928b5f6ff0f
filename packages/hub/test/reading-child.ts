// Commits readings and packs them until it is killed. Says after each commit up to which number everything is durable.
import { type Instant, tenantId } from "@dianan/model";
import { openSqliteStore } from "../src/store/sqlite-store.ts";
import { readingNumber } from "./reading-numbers.ts";

const [file = "", first = "0"] = process.argv.slice(2);
const { store, readings } = await openSqliteStore({
  file,
  changes: 100,
  undecodable: 10,
  auditKey: new Uint8Array(32),
});
for (let n = Number(first); ; n += 40) {
  const rows = Array.from({ length: 40 }, (_, i) => readingNumber(n + i));
  await store.commit({ tenant: tenantId("t1"), writes: rows.map((row) => ({ kind: "reading", row })) });
  process.stdout.write(`${n + 40}\n`);
  for (let step = 0; step < 3; step += 1) await readings.pack(0 as Instant, true);
}
