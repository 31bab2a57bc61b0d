// Faults: what is set, switched on and off, and a form for a new one.
import { api, attempt } from './api.js';
import { el, field, option, replace, text } from './dom.js';
import { state } from './state.js';
import { EVENTS, OPERATIONS } from './names.js';

const KINDS = {
  operation: [['status', 'Refuse with a status', '503'], ['delayMillis', 'Delay the response (ms)', '2000'], ['reset', 'Close the connection', 'beforeExecution']],
  event: [['drop', 'Do not send it'], ['duplicate', 'Send it several times', '2'], ['reorder', 'Send it after the next one'], ['delayMillis', 'Delay it (ms)', '2000'], ['beforeResponse', 'Send it before the response'], ['token', 'Send a bad token', 'expired']],
};
const CHOICES = {
  reset: ['beforeExecution', 'afterExecution'],
  token: ['expired', 'notYetValid', 'wrongAudience', 'wrongIssuer', 'wrongKey', 'unknownKey', 'algNone', 'none'],
};
// faults that are switched off: the simulator knows only those that are on
let off = [];

export function connectFaults() {
  const body = el('tbody');
  const none = el('p', { class: 'empty' }, 'No fault is set.');
  const table = el('table', {}, el('thead', {}, el('tr', {}, ['On', 'When', 'Fault', 'Times', 'Injected', ''].map(each => el('th', { scope: 'col' }, each)))), body);
  replace(document.getElementById('view-faults'), form(), el('div', { class: 'scroll' }, table), none);
  let shown;
  return () => {
    const key = JSON.stringify([state.faults, off]);
    text(document.getElementById('faults-count'), state.faults.length ? String(state.faults.length) : '');
    if (key === shown) {
      return;
    }
    shown = key;
    none.hidden = state.faults.length + off.length > 0;
    table.hidden = !none.hidden;
    replace(body, state.faults.map((fault, index) => row(fault, true, index)), off.map((fault, index) => row(fault, false, index)));
  };
}

function row(fault, on, index) {
  const what = `${fault.when.operation ?? fault.when.event} ${describe(fault)}`;
  return el('tr', { class: on ? '' : 'off' },
    el('td', {}, el('input', { type: 'checkbox', checked: on, 'aria-label': `Fault on: ${what}`, onchange: () => (on ? switchOff(index) : switchOn(index)) })),
    el('td', {}, fault.when.operation ? 'request ' : 'event ', el('code', {}, fault.when.operation ?? fault.when.event), fault.when.call ? ` in call ${fault.when.call.slice(0, 8)}` : ''),
    el('td', {}, describe(fault)),
    el('td', {}, fault.times < 1 || fault.times > 1e9 ? 'always' : String(fault.times)),
    el('td', {}, String(fault.injected ?? 0)),
    el('td', {}, el('button', { type: 'button', class: 'small quiet', 'aria-label': `Remove fault: ${what}`, onclick: () => (on ? put(without(state.faults, index)) : forget(index)) }, 'Remove')));
}

function describe(fault) {
  return Object.entries(fault.fault).map(([name, value]) => (value === true ? name : `${name} ${value}`)).join(', ')
    + (fault.when.chance ? `, chance ${fault.when.chance}` : '');
}

const without = (list, index) => list.filter((_, each) => each !== index);

async function put(faults) {
  const set = await attempt(api.setFaults(faults));
  if (set) {
    state.faults = set;
  }
  return Boolean(set);
}

async function switchOff(index) {
  const fault = state.faults[index];
  if (await put(without(state.faults, index))) {
    off.push(fault);
  }
}

async function switchOn(index) {
  if (await put([...state.faults, off[index]])) {
    forget(index);
  }
}

function forget(index) {
  off = without(off, index);
}

function form() {
  const when = el('select', {}, option('operation', 'Request'), option('event', 'Event'));
  const name = el('select');
  const kind = el('select');
  const value = el('input', { autocomplete: 'off' });
  const choice = el('select');
  const valueField = field('Value', value, 'narrow');
  const choiceField = field('Value', choice);
  const times = el('input', { type: 'number', min: 1, value: 1, required: true });
  const fillNames = () => {
    replace(name, option('*', 'any'), (when.value === 'operation' ? OPERATIONS : EVENTS).map(each => option(each)));
    replace(kind, KINDS[when.value].map(([id, label]) => option(id, label)));
    fillValue();
  };
  const fillValue = () => {
    const initial = KINDS[when.value].find(([id]) => id === kind.value)[2];
    const choices = CHOICES[kind.value];
    valueField.hidden = initial === undefined || choices !== undefined;
    choiceField.hidden = choices === undefined;
    value.value = initial ?? '';
    replace(choice, (choices ?? []).map(each => option(each)));
  };
  when.addEventListener('change', fillNames);
  kind.addEventListener('change', fillValue);
  fillNames();
  return el('form', {
    class: 'row form', 'aria-label': 'New fault',
    onsubmit: event => {
      event.preventDefault();
      const content = CHOICES[kind.value] ? choice.value : valueField.hidden ? true : Number(value.value);
      put([...state.faults, { when: { [when.value]: name.value }, times: Number(times.value), fault: { [kind.value]: content } }]);
    },
  }, field('When', when), field('Name', name), field('Fault', kind), valueField, choiceField, field('Times', times, 'narrow'),
  el('button', { type: 'submit', class: 'go' }, 'Set fault'));
}
