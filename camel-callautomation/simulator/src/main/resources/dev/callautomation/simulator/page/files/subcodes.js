// What codes and subcodes mean.
import { api, attempt } from './api.js';

let meanings = {};

export async function loadSubcodes() {
  meanings = (await attempt(api.subcodes())) ?? {};
}

export function explain(code) {
  return Object.hasOwn(meanings, code) ? meanings[code] : undefined;
}
