// Requests to the control API. A refusal is shown with the words of the answer.
import { say } from './dom.js';

async function send(method, path, body) {
  const response = await fetch(`/simulator/${path}`, {
    method,
    headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (response.status === 204) {
    return null;
  }
  const text = await response.text();
  if (!response.ok) {
    throw new Error(reason(text) ?? `${method} ${path}: status ${response.status}`);
  }
  return response.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : text;
}

function reason(text) {
  try {
    return JSON.parse(text).error?.message;
  } catch {
    return undefined;
  }
}

/** Runs a request and shows why it failed; the result is undefined then. */
export async function attempt(request) {
  try {
    return await request;
  } catch (error) {
    say(error instanceof TypeError ? 'The simulator does not answer.' : error.message);
    return undefined;
  }
}

const id = encodeURIComponent;

export const api = {
  setPhone: (phone, behaviour, ringMillis) =>
    send('PUT', `phones/${id(phone)}`, ringMillis === undefined ? { behaviour } : { behaviour, ringMillis }),
  operate: (phone, action, body = {}) => send('POST', `phones/${id(phone)}:${action}`, body),
  call: call => send('GET', `calls/${id(call)}`),
  timeline: call => send('GET', `calls/${id(call)}/timeline`),
  timelineWithBodies: call => send('GET', `calls/${id(call)}/timeline?bodies=true`),
  entry: (call, number) => send('GET', `calls/${id(call)}/timeline/${number}`),
  diagram: call => send('GET', `calls/${id(call)}/diagram`),
  scenario: call => send('GET', `calls/${id(call)}/scenario`),
  setFaults: faults => send('PUT', 'faults', faults),
  subscribe: subscription => send('POST', 'eventgrid/subscriptions', subscription),
  unsubscribe: subscription => send('DELETE', `eventgrid/subscriptions/${id(subscription)}`),
  advance: millis => send('POST', 'clock:advance', { millis }),
  reset: () => send('POST', 'reset'),
  subcodes: () => send('GET', 'page/subcodes.json'),
};
