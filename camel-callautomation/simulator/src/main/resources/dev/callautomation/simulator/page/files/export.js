// A call's timeline as a file.
import { api, attempt } from './api.js';
import { download, el } from './dom.js';
import { state } from './state.js';

const FORMATS = [
  ['Mermaid', 'mmd', 'text/plain', api.diagram],
  ['Scenario', 'yaml', 'application/yaml', api.scenario],
  ['JSON', 'json', 'application/json', async call => JSON.stringify(await api.timelineWithBodies(call), null, 2)],
];

export function exportButtons() {
  return el('span', { class: 'row', role: 'group', 'aria-label': 'Export' }, FORMATS.map(([label, ending, type, load]) =>
    el('button', {
      type: 'button', class: 'small', 'aria-label': `Export as ${label}`,
      onclick: async () => {
        const call = state.selected;
        const content = await attempt(load(call));
        if (content !== undefined) {
          download(`call-${call.slice(0, 8)}.${ending}`, type, content);
        }
      },
    }, label)));
}
