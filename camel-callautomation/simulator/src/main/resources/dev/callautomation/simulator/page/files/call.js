// One call: ids, participants, filters, exports and the diagram.
import { copyButton, el, option, replace, text } from './dom.js';
import { Diagram } from './diagram.js';
import { exportButtons } from './export.js';
import { labelOf, state } from './state.js';

const KINDS = [['', 'Everything'], ['rest', 'Requests'], ['events', 'Events and deliveries'], ['phones', 'Phones'], ['failures', 'Failures and faults']];

export class CallView {
  constructor() {
    this.title = el('h2', {}, 'Call');
    this.state = el('span', { class: 'chip', role: 'status' });
    this.participants = el('ul', { class: 'participants', 'aria-label': 'Participants' });
    this.ids = el('dl', { class: 'ids' });
    this.filter = el('input', { type: 'search', placeholder: 'Filter by text, id or number', 'aria-label': 'Filter the diagram' });
    this.kind = el('select', { 'aria-label': 'Kinds shown' }, KINDS.map(([value, label]) => option(value, label)));
    this.problems = el('p', { class: 'problems', role: 'status' });
    this.diagram = new Diagram();
    this.body = el('div', { class: 'call', hidden: true },
      el('header', { class: 'call-head' }, el('div', { class: 'title' }, this.title, this.state), this.participants,
        el('details', { class: 'id-list' }, el('summary', {}, 'Ids'), this.ids)),
      el('div', { class: 'tools' }, this.filter, this.kind, exportButtons()),
      this.problems,
      this.diagram.element);
    this.none = el('p', { class: 'empty' }, 'Select a call to see what happened in it.');
    this.element = el('div', { class: 'call-pane' }, this.none, this.body);
    this.filter.addEventListener('input', () => this.draw());
    this.kind.addEventListener('change', () => this.draw());
  }

  update(call) {
    this.none.hidden = Boolean(call);
    this.body.hidden = !call;
    if (!call) {
      this.shown = null;
      return;
    }
    const key = JSON.stringify(call);
    if (key !== this.shown) {
      this.shown = key;
      this.describe(call);
    }
    this.draw();
  }

  describe(call) {
    text(this.title, `Call ${call.callId.slice(0, 8)}`);
    text(this.state, call.state);
    this.state.className = `chip ${call.state}`;
    replace(this.participants,
      call.participants.map(each => el('li', { title: each.id }, each.label,
        each.callConnectionId ? el('span', { class: 'tag' }, 'application') : null,
        each.isMuted ? el('span', { class: 'tag' }, 'muted') : null,
        each.isOnHold ? el('span', { class: 'tag held' }, 'on hold') : null)),
      call.ringing.map(each => el('li', { title: each }, labelOf(each), el('span', { class: 'tag ringing' }, 'ringing'))));
    replace(this.ids,
      ids(call).map(([name, value]) => [el('dt', {}, name), el('dd', {}, el('code', {}, value), copyButton(name, () => value))]).flat());
  }

  draw() {
    const all = [...state.entries.values()].sort((a, b) => a.number - b.number);
    const words = this.filter.value.trim().toLowerCase();
    const shown = all.filter(entry => ofKind(entry, this.kind.value) && contains(entry, words));
    const failed = all.filter(isFailure).length;
    text(this.problems, failed ? `${failed} ${failed === 1 ? 'failure' : 'failures'} in this call` : '');
    this.diagram.draw(shown, all);
  }
}

function ids(call) {
  return [['call id', call.callId],
    ...call.callConnections.map(each => [`call connection id (${each.state})`, each.callConnectionId]),
    ['server call id', call.serverCallId], ['correlation id', call.correlationId]].filter(([, value]) => value);
}

/** A delivery that was not taken, a refused request, or an event that tells of a failure. */
export function isFailure(entry) {
  const { status, reason, code } = entry.details;
  return entry.kind === 'delivery' ? reason !== undefined || status === undefined || Number(status) >= 300
    : entry.kind === 'response' ? Number(status) >= 400
      : entry.kind === 'event' && Number(code) >= 400;
}

function ofKind(entry, kind) {
  return kind === '' || kind === 'rest' && ['request', 'response'].includes(entry.kind)
    || kind === 'events' && ['event', 'delivery'].includes(entry.kind)
    || kind === 'phones' && ['phone', 'call'].includes(entry.kind)
    || kind === 'failures' && (isFailure(entry) || entry.kind === 'fault');
}

function contains(entry, words) {
  return words === '' || [entry.description, String(entry.number), ...Object.values(entry.details)]
    .some(each => each.toLowerCase().includes(words));
}
