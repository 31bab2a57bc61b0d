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
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export function replace(parent, ...children) {
  parent.replaceChildren(...children.flat().filter(Boolean));
}

/** Sets text only when it differs, so that a live region does not speak again and a selection stays. */
export function text(element, value) {
  if (element.textContent !== value) {
    element.textContent = value;
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
