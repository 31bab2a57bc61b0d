// A keypad, by mouse, touch and keyboard.
import { api, attempt } from './api.js';
import { el } from './dom.js';
import { playKey } from './sound.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const NAMES = { '*': 'star', '#': 'pound' };

/** Keys of one phone; while one of them has the focus, digits, * and # of the keyboard press, too. */
export function keypad(phone) {
  const press = key => {
    playKey(key);
    attempt(api.operate(phone, 'press', { tones: key }));
  };
  const onkeydown = event => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && KEYS.includes(event.key)) {
      event.preventDefault();
      press(event.key);
    }
  };
  return el('div', { class: 'keypad', role: 'group', 'aria-label': `Keypad of ${phone}`, onkeydown },
    KEYS.map(key => el('button', {
      type: 'button', class: 'key', 'aria-label': `Key ${NAMES[key] ?? key}`, onclick: () => press(key),
    }, key)));
}
