// What the simulator has told, and those who show it. Listeners run once per frame, however much has changed.

export const state = {
  connected: false,
  problem: '', // why it is not connected
  phones: new Map(),
  calls: new Map(),
  subscriptions: new Map(),
  faults: [],
  clock: { virtual: false },
  selected: null,
  older: null, // the selected call when it is not one of the newest
  entries: new Map(),
};

const listeners = [];
let scheduled = false;

export function onChange(listener) {
  listeners.push(listener);
}

export function changed() {
  if (!scheduled) {
    scheduled = true;
    // not requestAnimationFrame: that stops while the tab is hidden, and a phone has to ring there, too
    setTimeout(() => {
      scheduled = false;
      listeners.forEach(listener => listener(state));
    }, 16);
  }
}

/** Whether an identifier's label is a number of the application, which is no phone. */
export function isApplication(label) {
  for (const phone of state.phones.values()) {
    if (phone.behaviour === 'application' && phone.label === label) {
      return true;
    }
  }
  return false;
}

/** The call that is shown. */
export function selectedCall() {
  return state.calls.get(state.selected) ?? state.older;
}

export function select(callId) {
  if (state.selected !== callId) {
    state.selected = callId;
    state.older = null;
    state.entries = new Map();
    changed();
  }
}

/** A short name of a raw id, as the simulator's timelines have it. */
export function labelOf(rawId) {
  if (rawId.startsWith('4:')) {
    return rawId.slice(2);
  }
  const user = rawId.slice(Math.max(rawId.lastIndexOf('_'), rawId.lastIndexOf(':')) + 1);
  return user.length <= 20 ? user : `${user.slice(0, 8)}…`;
}
