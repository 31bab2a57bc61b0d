// Receives server-sent events and keeps the state up to date.
import { api, attempt } from './api.js';
import { changed, selectedCall, state } from './state.js';

const LISTS = { phone: state.phones, call: state.calls, subscription: state.subscriptions };
const KEYS = { phone: 'id', call: 'callId', subscription: 'id' };

let source;
let followed;
let again;
let loading;

function apply(kind, handler) {
  source.addEventListener(kind, event => {
    handler(JSON.parse(event.data));
    changed();
  });
}

function takeAll(all) {
  state.older = selectedCall() ?? null;
  for (const [kind, map] of Object.entries(LISTS)) {
    map.clear();
    all[`${kind}s`].forEach(each => map.set(each[KEYS[kind]], each));
  }
  state.faults = all.faults;
  state.clock = all.clock;
  state.connected = true;
  loadTimeline();
  loadOlder();
}

/** Reads the selected call when it is not one of the newest, for the stream tells of those alone. */
function loadOlder() {
  const call = state.selected;
  if (!call || state.calls.has(call) || loading) {
    return;
  }
  loading = setTimeout(async () => {
    loading = undefined;
    const found = await api.call(call).catch(() => null);
    if (call === state.selected) {
      state.older = found;
      state.entries = found ? state.entries : new Map();
      changed();
    } else {
      loadOlder();
    }
  }, 200);
}

async function loadTimeline() {
  const call = state.selected;
  if (!call) {
    return;
  }
  const entries = await attempt(api.timeline(call));
  if (entries && call === state.selected) {
    entries.forEach(entry => state.entries.set(entry.number, { ...entry, callId: call }));
    changed();
  }
}

/** Connects, or connects again when another call has been selected. */
export function follow(call) {
  if (source && followed === call && source.readyState !== EventSource.CLOSED) {
    return;
  }
  clearTimeout(again);
  source?.close();
  followed = call;
  source = new EventSource(`/simulator/events?call=${encodeURIComponent(call ?? '')}`);
  apply('state', takeAll);
  for (const [kind, map] of Object.entries(LISTS)) {
    apply(kind, value => map.set(value[KEYS[kind]], value));
  }
  apply('faults', faults => { state.faults = faults; });
  apply('clock', clock => { state.clock = clock; });
  apply('removed', ({ kind, id }) => {
    if (kind === 'call' && id === state.selected) {
      state.older = state.calls.get(id) ?? null;
    }
    LISTS[kind]?.delete(id);
    loadOlder();
  });
  apply('entry', entry => {
    if (entry.callId === state.selected) {
      state.entries.set(entry.number, entry);
      loadOlder();
    }
  });
  source.addEventListener('reset', () => {
    source.close();
    follow(state.selected);
  });
  source.onopen = () => {
    state.connected = true;
    state.problem = '';
    changed();
  };
  source.onerror = async () => {
    const failed = source;
    state.connected = false;
    changed();
    // the browser repeats a lost connection by itself, a refused one it does not
    if (failed.readyState === EventSource.CLOSED) {
      again = setTimeout(() => follow(state.selected), 3000);
    }
    const problem = await reason();
    if (!state.connected && problem) {
      state.problem = problem;
      changed();
    }
  };
}

/** Closes the connection: a page that the browser keeps for its history would still count as a client. */
export function leave() {
  clearTimeout(again);
  source?.close();
  source = undefined;
}

/** Why there is no connection, which an EventSource does not tell. */
async function reason() {
  const stop = new AbortController();
  try {
    const response = await fetch('/simulator/events?call=', { signal: stop.signal });
    return response.ok ? '' : (await response.json()).error.message;
  } catch {
    return 'The simulator does not answer.';
  } finally {
    stop.abort();
  }
}
