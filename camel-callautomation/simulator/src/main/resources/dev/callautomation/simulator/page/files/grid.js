// Event Grid subscriptions with their handshake.
import { api, attempt } from './api.js';
import { el, field, option, replace, text } from './dom.js';
import { state } from './state.js';

const COLUMNS = ['Endpoint', 'Schema', 'Types', 'Handshake', 'Delivered', 'Failures', ''];

export function connectGrid() {
  const body = el('tbody');
  const none = el('p', { class: 'empty' }, 'No subscription: the application is not told about incoming calls.');
  const table = el('table', { class: 'stacked' }, el('thead', {}, el('tr', {}, COLUMNS.map(each => el('th', { scope: 'col' }, each)))), body);
  replace(document.getElementById('view-grid'), form(), el('div', { class: 'scroll' }, table), none);
  let shown;
  return () => {
    const all = [...state.subscriptions.values()];
    const key = JSON.stringify(all);
    text(document.getElementById('grid-count'), all.length ? String(all.length) : '');
    document.getElementById('no-subscription').hidden = all.length > 0 || !state.connected;
    if (key !== shown) {
      shown = key;
      none.hidden = all.length > 0;
      table.hidden = all.length === 0;
      replace(body, all.map(row));
    }
  };
}

function row(subscription) {
  return el('tr', {},
    el('td', { 'data-label': COLUMNS[0] }, el('code', {}, subscription.endpoint)),
    el('td', { 'data-label': COLUMNS[1] }, subscription.schema),
    el('td', { 'data-label': COLUMNS[2] }, subscription.types.length ? subscription.types.map(each => each.replace('Microsoft.Communication.', '')).join(', ') : 'all'),
    el('td', { 'data-label': COLUMNS[3] }, el('span', { class: `chip ${subscription.state}` }, subscription.state),
      el('div', { class: 'hint' }, `${subscription.handshakes} ${subscription.handshakes === 1 ? 'handshake' : 'handshakes'}, ${new Date(subscription.changedAt).toLocaleTimeString()}`),
      subscription.reason ? el('div', { class: 'failure-text' }, subscription.reason) : null),
    el('td', { 'data-label': COLUMNS[4] }, String(subscription.delivered)),
    el('td', { class: subscription.failures ? 'failure-text' : '', 'data-label': COLUMNS[5] }, String(subscription.failures)),
    el('td', { 'data-label': COLUMNS[6] }, el('button', {
      type: 'button', class: 'small quiet', 'aria-label': `Remove subscription of ${subscription.endpoint}`,
      onclick: () => attempt(api.unsubscribe(subscription.id)),
    }, 'Remove')));
}

function form() {
  const endpoint = el('input', { type: 'url', required: true, placeholder: 'http://localhost:8080/callautomation/events' });
  const schema = el('select', {}, option('EventGridSchema', 'Event Grid'), option('CloudEventSchemaV1_0', 'CloudEvents 1.0'));
  const types = el('input', { type: 'text', placeholder: 'all, or IncomingCall, CallEnded' });
  const retry = el('input', { type: 'checkbox' });
  return el('form', {
    class: 'row form', 'aria-label': 'New subscription',
    onsubmit: async event => {
      event.preventDefault();
      const names = types.value.split(',').map(each => each.trim()).filter(Boolean);
      const made = await attempt(api.subscribe({
        endpoint: endpoint.value, schema: schema.value, ...(names.length ? { types: names } : {}), ...(retry.checked ? { retry: true } : {}),
      }));
      if (made) {
        endpoint.value = '';
      }
    },
  }, field('Endpoint', endpoint, 'grow'), field('Schema', schema), field('Types', types),
  el('label', { class: 'check' }, retry, 'Repeat the handshake'),
  el('button', { type: 'submit', class: 'go' }, 'Subscribe'));
}
