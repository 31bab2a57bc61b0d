// The simulator's clock: shown, and moved when time is virtual.
import { api, attempt } from './api.js';
import { el, option, text } from './dom.js';

const STEPS = [['1 s', 1000], ['10 s', 10000], ['1 min', 60000], ['10 min', 600000], ['1 h', 3600000]];

export function connectClock() {
  const now = el('output', { class: 'now' });
  const by = el('select', { 'aria-label': 'Advance by' }, STEPS.map(([label, millis]) => option(String(millis), label)));
  const advance = el('button', { type: 'button', onclick: () => attempt(api.advance(Number(by.value))) }, 'Advance');
  const controls = el('span', { class: 'row', hidden: true }, by, advance);
  document.getElementById('clock').append(now, controls);
  return ({ clock }) => {
    controls.hidden = !clock.virtual;
    text(now, clock.virtual ? `Virtual time ${clock.now.slice(11, 19)}` : 'Real time');
    now.title = clock.virtual ? clock.now : 'Start with --virtual-time to move time';
  };
}
