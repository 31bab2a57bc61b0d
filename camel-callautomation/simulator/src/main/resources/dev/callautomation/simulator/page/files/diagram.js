// Draws a timeline as a sequence diagram: a list in which each entry is a button that opens its details.
// Lanes are columns of a grid with two tracks each, so that an arrow goes from the middle of one to that of another.
// Two more tracks lie between application and service, where most arrows are and captions are long.
import { el, text } from './dom.js';
import { isFailure } from './call.js';
import { showDetails } from './details.js';
import { isApplication } from './state.js';

const FIXED = ['event grid', 'application', 'service'];
const NAMES = { 'event grid': 'Event Grid', application: 'Application', service: 'Service' };

/** Numbers of the application are reached through the service, they have no lane of their own. */
function lane(label, entry) {
  return isApplication(label) || label === entry.to && entry.details.behaviour === 'application' ? 'service' : label;
}

function lanesOf(entries) {
  const used = new Set(entries.flatMap(entry => [lane(entry.from, entry), ...(entry.to ? [lane(entry.to, entry)] : [])]));
  return [...FIXED.filter(each => each !== 'event grid' || used.has(each)), ...[...used].filter(each => !FIXED.includes(each))];
}

function caption(entry) {
  const through = [entry.from, entry.to].filter(label => label && lane(label, entry) !== label);
  const words = entry.text.replace(' -> ', ': ');
  if (entry.kind === 'delivery' && entry.details.attempt === '1' && !isFailure(entry)) {
    return words.replace(' attempt 1', '');
  }
  return through.length ? `${words} (${through.join(', ')})` : words;
}

/** The first of the two tracks of each lane; the first track of all is the time's. */
function tracksOf(lanes) {
  const service = lanes.indexOf('service');
  return lanes.map((_, index) => 2 * index + 2 + (index >= service ? 2 : 0));
}

export class Diagram {
  constructor() {
    this.head = el('div', { class: 'lanes-head', 'aria-hidden': 'true' });
    this.lines = el('div', { class: 'lines', 'aria-hidden': 'true' });
    this.list = el('ol', { class: 'entries' });
    this.none = el('p', { class: 'empty' }, 'Nothing matches.');
    this.element = el('div', { class: 'diagram', role: 'region', 'aria-label': 'Sequence diagram', tabindex: '0' },
      el('div', { class: 'canvas' }, this.lines, this.head, this.list), this.none);
    this.rows = new Map();
    this.lanes = '';
  }

  /** Shows these entries; the lanes are those of all entries, so that a filter moves nothing sideways. */
  draw(entries, all) {
    const lanes = lanesOf(all);
    const key = lanes.join('\n');
    if (key !== this.lanes) {
      this.lanes = key;
      this.rows.clear();
      this.drawLanes(lanes);
    }
    const atEnd = this.element.scrollHeight - this.element.scrollTop - this.element.clientHeight < 40;
    const start = all.length ? Date.parse(all[0].time) : 0;
    const items = entries.map(entry => {
      if (!this.rows.has(entry.number)) {
        this.rows.set(entry.number, row(entry, lanes, start));
      }
      return this.rows.get(entry.number);
    });
    this.none.hidden = items.length > 0;
    this.show(items);
    if (atEnd) {
      this.element.scrollTop = this.element.scrollHeight;
    }
  }

  /** Rows that stay are not touched: focus and a selection survive. */
  show(items) {
    const wanted = new Set(items);
    for (const child of [...this.list.children]) {
      if (!wanted.has(child)) {
        child.remove();
      }
    }
    items.forEach((item, index) => {
      if (this.list.children[index] !== item) {
        this.list.insertBefore(item, this.list.children[index] ?? null);
      }
    });
  }

  drawLanes(lanes) {
    const tracks = tracksOf(lanes);
    this.element.style.setProperty('--lanes', lanes.length + 1);
    const cells = className => lanes.map((name, index) => {
      const cell = el('span', { class: className, title: name }, className === 'lane' ? NAMES[name] ?? name : null);
      cell.style.gridColumn = `${tracks[index]} / span 2`;
      return cell;
    });
    this.head.replaceChildren(...cells('lane'));
    this.lines.replaceChildren(...cells('lifeline'));
  }
}

function row(entry, lanes, start) {
  const from = lanes.indexOf(lane(entry.from, entry));
  const tracks = tracksOf(lanes);
  const to = entry.to ? lanes.indexOf(lane(entry.to, entry)) : from;
  const button = el('button', {
    type: 'button', class: 'arrow', 'data-kind': entry.kind, 'data-number': entry.number,
    onclick: () => showDetails(entry, button),
  }, el('span', { class: 'visually-hidden' }, spoken(entry)), el('span', { class: 'parties', 'aria-hidden': 'true' }, parties(entry)),
    el('span', { class: 'caption', 'aria-hidden': 'true' }, caption(entry)));
  if (from === to) {
    button.classList.add('note');
    button.style.gridColumn = `${tracks[from]} / span 2`;
  } else {
    button.classList.add(from < to ? 'right' : 'left');
    button.style.gridColumn = `${tracks[Math.min(from, to)] + 1} / ${tracks[Math.max(from, to)] + 1}`;
  }
  const item = el('li', { class: `entry of-${entry.kind}` }, el('time', { datetime: entry.time, title: entry.time }, elapsed(entry.time, start)), button);
  if (isFailure(entry)) {
    item.classList.add('failed');
  }
  return item;
}

/** In place of lanes, on a narrow screen. */
function parties(entry) {
  const names = [entry.from, entry.to].filter(Boolean).map(label => NAMES[label] ?? label);
  return names.join(' → ');
}

function spoken(entry) {
  return `${isFailure(entry) ? 'Failed: ' : ''}${entry.kind}, ${entry.description}`;
}

function elapsed(time, start) {
  const millis = Math.max(0, Date.parse(time) - start);
  const minutes = Math.floor(millis / 60000);
  return `${minutes ? `${minutes}:` : ''}${String((millis % 60000 / 1000).toFixed(3)).padStart(minutes ? 6 : 5, '0')}`;
}
