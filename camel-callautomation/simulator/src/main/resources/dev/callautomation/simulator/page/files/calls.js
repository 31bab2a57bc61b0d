// The list of calls, newest first, and beside it the selected one.
import { el, replace, text } from './dom.js';
import { CallView } from './call.js';
import { labelOf, selectedCall, state } from './state.js';

export function connectCalls() {
  const filter = el('input', { type: 'search', placeholder: 'Number, id or state', 'aria-label': 'Filter calls' });
  const list = el('ul', { class: 'call-list' });
  const none = el('p', { class: 'empty' });
  const view = new CallView();
  const update = () => {
    const words = filter.value.trim().toLowerCase();
    const calls = [...state.calls.values()].reverse();
    const shown = calls.filter(call => matches(call, words));
    renderList(list, shown);
    none.hidden = shown.length > 0;
    text(none, calls.length === 0 ? 'No call yet. Let a phone call the application’s number, or let the application call a phone.' : 'No call matches the filter.');
    text(document.getElementById('calls-count'), calls.length ? String(calls.length) : '');
    view.update(selectedCall());
  };
  filter.addEventListener('input', update);
  replace(document.getElementById('view-calls'),
    el('div', { class: 'call-column' }, filter, none, list), view.element);
  return update;
}

function matches(call, words) {
  return [call.callId, call.state, call.serverCallId, call.correlationId,
    ...call.participants.flatMap(each => [each.id, each.label]), ...call.ringing,
    ...call.callConnections.map(each => each.callConnectionId)].some(each => each?.toLowerCase().includes(words));
}

export function title(call) {
  const labels = [...call.participants.map(each => each.label), ...call.ringing.map(each => labelOf(each))];
  return labels.length ? labels.join(', ') : `Call ${call.callId.slice(0, 8)}`;
}

const rows = new Map();

function renderList(list, calls) {
  const elements = calls.map(call => {
    const row = rows.get(call.callId) ?? newRow(call);
    rows.set(call.callId, row);
    // who was in a call is more useful than an empty list once it is over
    if (call.participants.length || call.ringing.length || !row.named) {
      row.named = true;
      text(row.title, title(call));
    }
    text(row.state, call.state);
    row.state.className = `chip ${call.state}`;
    if (call.callId === state.selected) {
      row.link.setAttribute('aria-current', 'true');
    } else {
      row.link.removeAttribute('aria-current');
    }
    return row.element;
  });
  for (const id of rows.keys()) {
    if (!state.calls.has(id)) {
      rows.delete(id);
    }
  }
  if (elements.length !== list.children.length || elements.some((each, index) => list.children[index] !== each)) {
    list.replaceChildren(...elements);
  }
}

function newRow(call) {
  const row = { title: el('span', { class: 'who' }), state: el('span') };
  const started = new Date(call.startedAt);
  row.link = el('a', { href: `#/calls/${encodeURIComponent(call.callId)}` }, row.title,
    el('span', { class: 'meta' }, row.state, el('time', { datetime: call.startedAt }, started.toLocaleTimeString())));
  row.element = el('li', {}, row.link);
  return row;
}
