// Connects the parts of the page.
import { api, attempt } from './api.js';
import { connectCalls } from './calls.js';
import { connectClock } from './clock.js';
import { connectDetails, closeDetails } from './details.js';
import { text } from './dom.js';
import { connectFaults } from './faults.js';
import { follow, leave } from './feed.js';
import { connectGrid } from './grid.js';
import { connectPhones } from './phones.js';
import { connectSwitches } from './sound.js';
import { changed, onChange, select, selectedCall, state } from './state.js';
import { loadSubcodes } from './subcodes.js';

function route() {
  const [view, call] = location.hash.replace(/^#\//, '').split('/').map(decodeURIComponent);
  const name = ['calls', 'faults', 'grid'].includes(view) ? view : 'calls';
  for (const each of ['calls', 'faults', 'grid']) {
    document.getElementById(`view-${each}`).hidden = each !== name;
    const tab = document.querySelector(`[data-view="${each}"]`);
    if (each === name) {
      tab.setAttribute('aria-current', 'page');
    } else {
      tab.removeAttribute('aria-current');
    }
  }
  if (name === 'calls' && call) {
    select(call);
  }
  if (!document.getElementById('details').hidden) {
    closeDetails();
  }
  document.querySelector('[data-view="calls"]').hash = state.selected ? `#/calls/${encodeURIComponent(state.selected)}` : '#/calls';
  follow(state.selected);
  changed();
}

function selectCall(callId) {
  location.hash = `#/calls/${encodeURIComponent(callId)}`;
}

const connection = document.getElementById('connection');
onChange(({ connected, problem }) => {
  text(connection, connected ? 'connected' : ['not connected', problem].filter(Boolean).join(': '));
  connection.className = `chip ${connected ? 'connected' : 'lost'}`;
});

let seen;

/** Selects the call that comes in while none is selected, or the selected one is over. */
onChange(({ calls, selected }) => {
  const newest = [...calls.keys()].at(-1);
  const isNew = seen !== undefined && newest !== undefined && newest !== seen;
  const free = !selectedCall() || selectedCall().state === 'disconnected';
  if (state.connected) {
    seen = newest ?? null;
  }
  if (free && (isNew || !selected && newest) && !location.hash.startsWith('#/faults') && !location.hash.startsWith('#/grid')) {
    selectCall(newest);
  }
});
onChange(connectPhones(selectCall));
onChange(connectCalls());
onChange(connectFaults());
onChange(connectGrid());
onChange(connectClock());
connectDetails();
connectSwitches(document.getElementById('sound'), document.getElementById('speech'));
document.getElementById('reset').addEventListener('click', () => attempt(api.reset()));
window.addEventListener('hashchange', route);
window.addEventListener('pagehide', leave);
window.addEventListener('pageshow', ({ persisted }) => persisted && route());
loadSubcodes();
route();
