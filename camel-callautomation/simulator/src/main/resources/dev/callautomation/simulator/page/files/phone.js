// One phone: its controls stay the same elements, so that focus and what is being typed survive an update.
import { api, attempt } from './api.js';
import { el, field, option, replace, text } from './dom.js';
import { keypad } from './keypad.js';
import { speak } from './sound.js';
import { labelOf, state } from './state.js';

const BEHAVIOURS = {
  manual: 'Manual', answer: 'Answers', voicemail: 'Voicemail', decline: 'Declines', busy: 'Busy',
  noAnswer: 'No answer', unreachable: 'Unreachable', application: 'Application number',
};
const PROMPTS_SHOWN = 5;
const LAST_NUMBER = 'simulator.lastNumber';

function statusOf(phone) {
  if (phone.ringingIn.length > 0) {
    return ['ringing', 'ringing'];
  }
  if (phone.heldIn.length > 0) {
    return ['on hold', 'held'];
  }
  if (phone.connectedIn.length === 0) {
    return ['idle', 'idle'];
  }
  const call = state.calls.get(phone.connectedIn[0]);
  return call?.state === 'connecting' ? ['calling', 'calling'] : ['in call', 'connected'];
}

/** The others in this phone's call, or who calls it. */
function others(phone) {
  const call = state.calls.get(phone.ringingIn[0] ?? phone.connectedIn[0]);
  if (!call) {
    return '';
  }
  const labels = call.participants.filter(each => each.id !== phone.id)
    .map(each => each.callConnectionId ? `${each.label} (application)` : each.label);
  const ringing = phone.ringingIn.length > 0 ? [] : call.ringing.filter(each => each !== phone.id).map(each => `${labelOf(each)} …`);
  return [...labels, ...ringing].join(', ');
}

export class PhoneCard {
  constructor(phone, selectCall) {
    this.id = phone.id;
    this.selectCall = selectCall;
    this.last = null;
    this.build(phone);
  }

  build(phone) {
    const operate = (action, body) => attempt(api.operate(this.id, action, body));
    this.status = el('span', { class: 'chip', role: 'status' });
    this.with = el('p', { class: 'with' });
    this.answer = el('button', { type: 'button', class: 'go', onclick: () => operate('answer') }, 'Answer');
    this.decline = el('button', { type: 'button', class: 'stop', onclick: () => operate('decline') }, 'Decline');
    this.hangUp = el('button', { type: 'button', class: 'stop', onclick: () => operate('hangUp') }, 'Hang up');
    this.number = el('input', {
      type: 'text', required: true, autocomplete: 'off', spellcheck: 'false', list: 'numbers', value: localStorage.getItem(LAST_NUMBER) ?? '+18005550100',
    });
    this.displayName = el('input', { type: 'text', autocomplete: 'off', placeholder: 'optional' });
    this.dial = el('form', { class: 'row', onsubmit: event => this.call(event) },
      field('Number to call, such as the application’s', this.number, 'grow'), el('button', { type: 'submit', class: 'go' }, 'Call'));
    this.words = el('input', { type: 'text', autocomplete: 'off', placeholder: 'What the caller says' });
    this.talk = el('form', { class: 'row', onsubmit: event => this.say(event) },
      field('Say', this.words, 'grow'), el('button', { type: 'submit' }, 'Say'));
    this.keys = keypad(this.id);
    this.heard = el('ul', { class: 'heard', role: 'log', 'aria-live': 'polite', 'aria-label': `Heard by ${phone.label}` });
    this.behaviour = el('select', { onchange: () => this.set() }, Object.entries(BEHAVIOURS).map(([value, label]) => option(value, label)));
    this.ring = el('input', { type: 'number', min: 0, step: 100, onchange: () => this.set() });
    this.element = el('article', { class: 'phone', 'aria-label': `Phone ${phone.label}`, 'data-phone': phone.id },
      el('header', {}, el('h3', { title: phone.id }, phone.label), this.status),
      this.with,
      el('div', { class: 'row actions' }, this.answer, this.decline, this.hangUp),
      this.dial, this.talk, this.keys, this.heard,
      el('details', { class: 'setting' }, el('summary', {}, 'Behaviour'),
        el('div', { class: 'row' }, field('When it rings', this.behaviour, 'grow'), field('after ms', this.ring, 'narrow')),
        field('Display name when it calls', this.displayName)));
  }

  set() {
    attempt(api.setPhone(this.id, this.behaviour.value, Number(this.ring.value)));
  }

  async call(event) {
    event.preventDefault();
    const to = this.number.value.trim();
    localStorage.setItem(LAST_NUMBER, to);
    const displayName = this.displayName.value.trim();
    const made = await attempt(api.operate(this.id, 'call', displayName ? { to, displayName } : { to }));
    if (made) {
      this.selectCall(made.callId);
    }
  }

  async say(event) {
    event.preventDefault();
    if (await attempt(api.operate(this.id, 'say', { text: this.words.value }))) {
      this.words.value = '';
    }
  }

  update(phone) {
    const [status, style] = statusOf(phone);
    const connected = phone.connectedIn.length > 0;
    const ringing = phone.ringingIn.length > 0;
    text(this.status, status);
    this.status.className = `chip ${style}`;
    this.element.classList.toggle('is-ringing', ringing);
    text(this.with, others(phone));
    this.with.hidden = !ringing && !connected;
    this.answer.hidden = this.decline.hidden = !ringing;
    this.hangUp.hidden = !connected;
    this.dial.hidden = ringing || connected;
    this.talk.hidden = this.keys.hidden = !connected;
    if (document.activeElement !== this.behaviour) {
      this.behaviour.value = phone.behaviour;
    }
    if (document.activeElement !== this.ring) {
      this.ring.value = phone.ringMillis;
    }
    this.hear(phone.heard);
  }

  hear(heard) {
    const keys = heard.map(each => `${each.time} ${each.callId} ${each.kind} ${each.what}`);
    const last = keys.at(-1) ?? '';
    if (last === this.last) {
      return;
    }
    // what was heard before the page was opened is shown, but not spoken; the simulator keeps the last sounds only
    const news = this.last === null ? [] : heard.slice(keys.lastIndexOf(this.last) + 1);
    news.filter(each => each.kind === 'text' || each.kind === 'ssml').forEach(each => speak(each.what));
    this.last = last;
    replace(this.heard, heard.slice(-PROMPTS_SHOWN).map(each =>
      el('li', { class: each.kind }, el('span', { class: 'kind' }, each.kind), ' ', each.what)));
  }
}
