// All phones, side by side.
import { api, attempt } from './api.js';
import { el, option, replace, text } from './dom.js';
import { PhoneCard } from './phone.js';
import { setRinging } from './sound.js';

const cards = new Map();
const numbers = el('datalist', { id: 'numbers' });
let known = '';

/** For no phone and for the first one. */
const HINTS = [
  'No phone yet. Add the phone of a caller, and call the application’s number from it.',
  'Add a second phone for whom the application calls, adds or transfers to, such as an agent. It rings here, and you answer it.',
];

export function connectPhones(selectCall) {
  document.body.append(numbers);
  const input = document.getElementById('new-phone');
  document.getElementById('add-phone').addEventListener('submit', async event => {
    event.preventDefault();
    // a phone of this page is operated by hand; its behaviour can be changed
    if (await attempt(api.setPhone(input.value.trim(), 'manual'))) {
      input.value = '';
    }
  });
  return state => update(state, selectCall);
}

function update(state, selectCall) {
  const list = document.getElementById('phone-list');
  const phones = [...state.phones.values()].filter(phone => phone.behaviour !== 'application');
  for (const phone of phones) {
    if (!cards.has(phone.id)) {
      const card = new PhoneCard(phone, selectCall);
      cards.set(phone.id, card);
      list.append(card.element);
    }
    cards.get(phone.id).update(phone);
  }
  for (const [id, card] of cards) {
    if (!phones.some(phone => phone.id === id)) {
      card.element.remove();
      cards.delete(id);
    }
  }
  const hint = document.getElementById('no-phones');
  hint.hidden = phones.length > 1;
  text(hint, HINTS[Math.min(phones.length, 1)]);
  setRinging(phones.some(phone => phone.ringingIn.length > 0 && phone.behaviour === 'manual'));
  offerNumbers(state);
}

function offerNumbers(state) {
  const all = [...state.phones.values()].map(phone => phone.id.replace(/^4:/, ''));
  if (all.join() !== known) {
    known = all.join();
    replace(numbers, all.map(id => option(id)));
  }
}
