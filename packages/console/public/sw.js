// Keeps the page's own files, so that it opens without a network and says so. It keeps no data of the hub: a fire console must not
// show yesterday. 只缓存页面文件,不缓存任何数据。
const SHELL = "dianan-shell-1";
const PLAIN = ["/", "/mark.svg", "/manifest.webmanifest"];

/** Every file that the page or one of its files names: those of screens that were never opened too. */
const namedIn = (text) =>
  [...text.matchAll(/(?:assets|\.)\/([\w.-]+-[\w-]{8}\.(?:js|css))/g)].map(([, name]) => `/assets/${name}`);

/** Puts what the page needs into the cache, and takes out what belongs to a build before. */
const keepAll = async () => {
  const cache = await caches.open(SHELL);
  await cache.addAll(PLAIN);
  const kept = new Set(PLAIN);
  let names = namedIn(await (await cache.match("/")).text());
  while (names.length > 0) {
    const found = [];
    // One after the other: a hundred at once would take the processor from the list that somebody is working on.
    for (const path of names) {
      kept.add(path);
      if ((await cache.match(path)) === undefined) await cache.add(path);
      if (path.endsWith(".js")) found.push(...namedIn(await (await cache.match(path)).text()));
    }
    names = [...new Set(found)].filter((path) => !kept.has(path));
  }
  for (const request of await cache.keys()) if (!kept.has(new URL(request.url).pathname)) await cache.delete(request);
};

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepAll());
});

self.addEventListener("activate", (event) => {
  const others = caches
    .keys()
    .then((names) => Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name))));
  event.waitUntil(others.then(() => self.clients.claim()));
});

/** A file that is named by its content never changes. */
const keptFirst = async (request) => (await caches.match(request)) ?? fetch(request);

/** The page itself is the hub's; the kept one only where the hub does not answer. A new one takes its files along. */
const hubFirst = async (request, path) => {
  const cache = await caches.open(SHELL);
  const known = await cache.match(path);
  try {
    const answer = await fetch(request);
    const isOther = answer.ok && answer.headers.get("etag") !== known?.headers.get("etag");
    return { answer, isOther };
  } catch (error) {
    if (known === undefined) throw error;
    return { answer: known, isOther: false };
  }
};

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(keptFirst(event.request));
  else if (PLAIN.includes(pathname)) {
    const got = hubFirst(event.request, pathname);
    event.respondWith(got.then(({ answer }) => answer));
    // Kept after the page has its answer; what cannot be read now is read the next time.
    event.waitUntil(got.then(({ isOther }) => (isOther ? keepAll() : null)).catch(() => null));
  }
});

/** What the hub pushes (Web Push, EF-4.2): said at once, one for each alarm. Text comes as text; nothing of it is kept here. */
const told = (data) => {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
};
const wordOf = (value) => (typeof value === "string" ? value.slice(0, 200) : "");

self.addEventListener("push", (event) => {
  const { title, code, time, alarmId } = told(event.data);
  const shown = self.registration.showNotification(wordOf(title) || "电安 DianAn", {
    body: [code, time].map(wordOf).filter(Boolean).join(" · "),
    tag: wordOf(alarmId),
    data: { alarmId: wordOf(alarmId) },
    icon: "/mark-192.png",
    requireInteraction: true,
  });
  event.waitUntil(shown);
});

/** The alarm in a page that is open, else in a new one. */
const openAlarm = async (alarmId) => {
  const place = `/#/alarms${alarmId === "" ? "" : `/${encodeURIComponent(alarmId)}`}`;
  const [page] = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (page === undefined) return self.clients.openWindow(place);
  await page.focus();
  return page.navigate(place).catch(() => self.clients.openWindow(place));
};

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openAlarm(wordOf(event.notification.data?.alarmId)));
});
