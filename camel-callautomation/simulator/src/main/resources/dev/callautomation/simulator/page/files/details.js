// All that is known about one entry: result, ids, request and response with headers and JSON.
import { api, attempt } from './api.js';
import { copyButton, el, replace } from './dom.js';
import { isFailure } from './call.js';
import { explain } from './subcodes.js';

const panel = document.getElementById('details');
let opener;

export function connectDetails() {
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !panel.hidden) {
      closeDetails();
    }
  });
}

export function closeDetails() {
  panel.hidden = true;
  opener?.removeAttribute('aria-expanded');
  opener?.focus();
  opener = undefined;
}

export async function showDetails(entry, button) {
  opener?.removeAttribute('aria-expanded');
  opener = button;
  button.setAttribute('aria-expanded', 'true');
  panel.hidden = false;
  const body = el('div', { class: 'details-body' }, el('div', { class: 'facts' }, facts(entry)));
  replace(panel,
    el('header', {}, el('h2', { id: 'details-title' }, entry.text),
      el('button', { type: 'button', class: 'quiet', 'aria-label': 'Close details', onclick: closeDetails }, 'Close')),
    body);
  panel.focus({ preventScroll: true });
  // the panel takes room from the diagram
  button.scrollIntoView({ block: 'nearest' });
  if (entry.hasContent) {
    const full = await attempt(api.entry(entry.callId, entry.number));
    if (full?.content && opener === button) {
      body.append(el('div', { class: 'contents' }, message('Request', full.content.request), message('Response', full.content.response)));
    }
  }
}

function facts(entry) {
  const rows = [['From', entry.from], ['To', entry.to], ['Kind', entry.kind], ['Time', entry.time], ['Entry', String(entry.number)],
    ...Object.entries(entry.details).filter(([name]) => name !== 'reason')];
  return [
    isFailure(entry) ? el('p', { class: 'failure-text' }, failure(entry)) : null,
    ...explanations(entry),
    el('dl', { class: 'ids' }, rows.filter(([, value]) => value).flatMap(([name, value]) =>
      [el('dt', {}, name), el('dd', {}, el('code', {}, value), /id$/i.test(name) ? copyButton(name, () => value) : null)])),
  ].filter(Boolean);
}

function failure(entry) {
  const { attempt: number, status, reason, retryInMillis } = entry.details;
  if (entry.kind === 'delivery') {
    return `Attempt ${number} failed: ${reason ?? (status ? `status ${status}` : 'no answer')}.`
      + (retryInMillis ? ` It is repeated ${retryInMillis} ms later.` : ' It is not repeated.');
  }
  return entry.kind === 'response' ? `Refused with status ${status}.` : 'The event tells of a failure.';
}

function explanations(entry) {
  const codes = [entry.details.subCode, entry.details.errorCode].filter(each => each !== undefined && each !== '0');
  return codes.map(code => [code, explain(code)]).filter(([, meaning]) => meaning)
    .map(([code, meaning]) => el('p', { class: 'subcode' }, el('strong', {}, code), ` ${meaning}`));
}

function message(title, content) {
  if (!content) {
    return [];
  }
  const headers = Object.entries(content.headers ?? {});
  const line = content.url ? `${content.method} ${content.url}` : `Status ${content.status}`;
  return [
    el('h3', {}, title), el('p', {}, el('code', { class: 'line' }, line)),
    headers.length ? el('details', { class: 'headers', open: true }, el('summary', {}, `Headers (${headers.length})`),
      el('dl', { class: 'ids' }, headers.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, el('code', {}, value))]))) : null,
    content.body ? el('div', { class: 'body' },
      el('div', { class: 'row' }, el('h4', { class: 'grow' }, `Body, ${content.bodyBytes} bytes${content.bodyCut ? ', cut' : ''}`), copyButton(`${title.toLowerCase()} body`, () => pretty(content.body))),
      el('pre', { tabindex: '0', 'aria-label': `${title} body` }, pretty(content.body))) : el('p', { class: 'empty' }, 'No body.'),
  ].filter(Boolean);
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
