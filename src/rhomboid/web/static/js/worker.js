// The service worker: keeps the session last opened, with its pictures, so that it works without a connection.
// Pages come from the server whenever it answers; the kept copy is only for when it does not.

const KEPT = "rhomboid-session-1";
const OFFLINE = "/offline";
const PATIENCE_MS = 4000;
const FOR_GOOD = /^\/figures\/[^/]+\/.+\.(svg|json)(\?|$)/; // the address carries the hash of what is drawn

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.add(OFFLINE)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldCaches().then(() => self.clients.claim()));
});

async function dropOldCaches() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("rhomboid-") && name !== KEPT).map((name) => caches.delete(name)));
}

self.addEventListener("message", (event) => {
  if (event.data?.type !== "keep") return;
  const done = keepAll(event.data.urls).then((kept) => event.ports[0]?.postMessage({ kept }));
  event.waitUntil(done);
});

/** Keep these addresses and let go of all others. Return whether every one could be kept. */
async function keepAll(urls) {
  const cache = await caches.open(KEPT);
  const wanted = new Set([...urls, OFFLINE]);
  const results = await Promise.all([...wanted].map((url) => keepOne(cache, url)));
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url);
    if (!wanted.has(pathname + search)) await cache.delete(request);
  }
  return results.every(Boolean);
}

async function keepOne(cache, url) {
  try {
    if (FOR_GOOD.test(url) && (await cache.match(url))) return true;
    const response = await fetch(url, { credentials: "same-origin" });
    if (!response.ok || response.redirected) return false;
    await cache.put(url, response);
    return true;
  } catch {
    return Boolean(await cache.match(url));
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || url.pathname.startsWith("/log/")) return;
  event.respondWith(FOR_GOOD.test(url.pathname) ? keptFirst(request) : serverFirst(request));
});

async function keptFirst(request) {
  return (await caches.match(request)) ?? fetch(request);
}

async function serverFirst(request) {
  const kept = await caches.match(request);
  try {
    return await (kept ? within(fetch(request), PATIENCE_MS) : fetch(request));
  } catch (error) {
    if (kept) return kept;
    if (request.mode === "navigate") return (await caches.match(OFFLINE)) ?? Response.error();
    throw error;
  }
}

function within(promise, milliseconds) {
  const tooLong = new Promise((_, reject) => setTimeout(() => reject(new Error("too slow")), milliseconds));
  return Promise.race([promise, tooLong]);
}
