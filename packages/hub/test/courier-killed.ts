// A courier that is killed between the city's answer and its mark. node courier-killed.ts <database> <address of the city>
import { openCourier } from "./courier-fixture.ts";

const [file = "", address = ""] = process.argv.slice(2);
// Past every wait of the test's own time.
const begun = 1_800_000_600_000 - Date.now();
const time = {
  clock: () => (begun + Date.now()) as ReturnType<Parameters<typeof openCourier>[2]["clock"]>,
  timer: (run: () => void, ms: number) => {
    const timeout = setTimeout(run, ms);
    return () => clearTimeout(timeout);
  },
};
await openCourier(file, address, time, ({ store }) => ({
  store: {
    ...store,
    commit: (batch) => {
      if (batch.writes.some((write) => write.kind === "outbox")) process.kill(process.pid, "SIGKILL");
      return store.commit(batch);
    },
  },
}));
