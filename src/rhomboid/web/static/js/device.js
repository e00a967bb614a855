// What this device keeps belongs to one person. When someone else is in view, or the person is gone, it is let go of.

const PERSON = "rhomboid.person";
const OWN_ROWS = ["rhomboid.event.", "rhomboid.refused.", "rhomboid.session."];

/** Drop what is stored under these keys, of the people `isMeant` names. */
function dropRows(starts, isMeant) {
  const keys = Object.keys(localStorage).filter((key) => starts.some((start) => key.startsWith(start)));
  for (const key of keys) {
    try {
      if (isMeant(JSON.parse(localStorage.getItem(key))?.person)) localStorage.removeItem(key);
    } catch {
      // a half-written row says nothing about anyone
    }
  }
}

/** Let go of the kept session pages; they show a person's session. The plain offline page stays. */
async function dropPages() {
  if (!("caches" in window)) return;
  for (const name of (await caches.keys()).filter((one) => one.startsWith("rhomboid-"))) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (new URL(request.url).pathname.startsWith("/session/")) await cache.delete(request);
    }
  }
}

/** Keep only what belongs to the person in view; answers of others still wait to be sent, unless the person is gone. */
export function keepOnly(person, gone) {
  try {
    if (gone) dropRows(OWN_ROWS, (owner) => owner === gone);
    const before = localStorage.getItem(PERSON);
    localStorage.setItem(PERSON, person);
    if (!gone && (before === null || before === person)) return;
    dropRows(["rhomboid.session."], (owner) => owner !== person);
    dropPages().catch(() => {});
  } catch {
    // nothing can be stored here, so nothing was
  }
}
