// After the first load the session works without a connection: the worker is told what to keep.

/** Ask the service worker to keep this page, its parts and the pictures of the session. */
export async function keepForOffline(workerUrl, items) {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(workerUrl);
    const { active } = await navigator.serviceWorker.ready;
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => {
      document.querySelector("[data-player]").dataset.offline = data.kept ? "ready" : "partly";
    };
    active.postMessage({ type: "keep", urls: addresses(items) }, [channel.port2]);
  } catch {
    // no worker, e.g. in a private window: the session works while there is a connection
  }
}

function addresses(items) {
  const parts = performance.getEntriesByType("resource").map((entry) => entry.name);
  const pictures = items.flatMap((item) => [item.picture_url, item.frames_url, item.still_url]);
  const page = location.pathname + location.search;
  const all = [page, ...parts, ...pictures].map((url) => new URL(url, location.href));
  const own = all.filter((url) => url.origin === location.origin && !url.pathname.startsWith("/log/"));
  return [...new Set(own.map((url) => url.pathname + url.search))];
}
