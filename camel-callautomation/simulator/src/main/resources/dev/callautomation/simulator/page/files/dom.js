// Builds elements. Text is only ever set as text: what callers and events contain is never read as markup.

const PROPERTIES = new Set(['value', 'checked', 'disabled', 'hidden', 'required', 'type', 'id', 'name', 'title', 'placeholder', 'min', 'max', 'step']);

export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false && !PROPERTIES.has(name)) {
      continue;
    }
    if (name === 'class') {
      element.className = value;
    } else if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (PROPERTIES.has(name)) {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false)
    .map(child => (typeof child === 'string' ? visible(child) : child)));
  return element;
}

// control characters, also those that change the direction of text: a name could look like another one
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Shows characters that cannot be seen by their numbers. */
function visible(words) {
  return words.replace(UNSEEN, each => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function replace(parent, ...children) {
  parent.replaceChildren(...children.flat().filter(Boolean));
}

/** Sets text only when it differs, so that a live region does not speak again and a selection stays. */
export function text(element, value) {
  const shown = visible(value);
  if (element.textContent !== shown) {
    element.textContent = shown;
  }
}

export function option(value, label = value) {
  return el('option', { value }, label);
}

export function field(label, control, className = '') {
  return el('label', { class: className }, el('span', { class: 'hint' }, label), control);
}

let shown;

/** Shows a message for some seconds. */
export function say(message, isError = true) {
  const area = document.getElementById('messages');
  clearTimeout(shown);
  replace(area, el('p', { class: isError ? 'message error' : 'message' }, message));
  shown = setTimeout(() => area.replaceChildren(), isError ? 10000 : 3000);
}

export function copyButton(label, content) {
  return el('button', {
    type: 'button', class: 'small quiet', 'aria-label': `Copy ${label}`,
    onclick: async () => {
      try {
        await navigator.clipboard.writeText(content());
        say(`Copied ${label}`, false);
      } catch {
        say(`The browser does not allow the page to copy ${label}`);
      }
    },
  }, 'Copy');
}

export function download(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = el('a', { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
