// Where the person is in the session. Kept on the device after every step, so sleep, reload and a flat battery lose nothing.

const KEY = (session) => `rhomboid.session.${session}`;

export function load(session) {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY(session)));
    if (kept) return { ...kept, ended: new Set(kept.ended) };
  } catch {
    // a half-written state is as good as none
  }
  return { place: 0, endsAt: null, startedAt: null, paused: null, ended: new Set(), easier: {}, first: {}, stops: 0 };
}

export function save(session, state) {
  localStorage.setItem(KEY(session), JSON.stringify({ ...state, ended: [...state.ended] }));
}

export function forget(session) {
  localStorage.removeItem(KEY(session));
}
