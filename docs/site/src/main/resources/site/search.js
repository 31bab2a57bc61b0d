// Search in all pages. Entries and library are loaded when the field gets the focus.
(function () {
  'use strict';
  var LIMIT = 30;
  var site = document.documentElement.dataset.site;
  var field = document.getElementById('site-query');
  var panel = document.querySelector('.search .panel');
  var list = document.getElementById('site-results');
  var status = document.getElementById('site-search-status');
  var active = -1;
  var loading = null;
  var index = null;

  function load(script) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement('script');
      element.src = site + 'assets/' + script;
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });
  }

  // callerIdNumber, idNumber and number of sourceCallerIdNumber: a search for a part finds the name
  function partsOf(name) {
    return name.split(/[^\p{L}\p{N}]+/u).flatMap(function (word) {
      return Array.from(word.matchAll(/(?<=[a-z0-9])[A-Z]/g), function (boundary) {
        return word.slice(boundary.index);
      });
    }).join(' ');
  }

  function buildIndex() {
    lunr.tokenizer.separator = /[^\p{L}\p{N}_]+/u;
    index = lunr(function () {
      // prefixes and an edit distance of one find other forms of a word; stems would hide misspelt words
      this.pipeline.remove(lunr.stemmer);
      this.searchPipeline.remove(lunr.stemmer);
      this.ref('number');
      this.field('title', {boost: 12});
      this.field('parts', {boost: 6});
      this.field('trail', {boost: 2});
      this.field('text');
      window.searchEntries.forEach(function (entry, number) {
        this.add(
          {number: number, title: entry[0], parts: partsOf(entry[0]), trail: entry[2], text: entry[4]},
          {boost: entry[1] === 'Page' ? 2 : entry[1] === 'Option' || entry[1] === 'Section' ? 1.3 : 1});
      }, this);
    });
  }

  function prepare() {
    loading = loading || Promise.all([load('lunr.min.js'), load('search-index.js')]).then(buildIndex);
    return loading;
  }

  function termsOf(text) {
    var terms = text.toLowerCase().split(/[^\p{L}\p{N}_]+/u).filter(Boolean);
    var significant = terms.filter(lunr.stopWordFilter);
    return significant.length ? significant : terms;
  }

  function scores(term) {
    var found = new Map();
    index.query(function (query) {
      query.term(lunr.tokenizer(term), {boost: 10});
      query.term(term, {usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING, boost: 3});
      if (term.length > 4) {
        query.term(term, {usePipeline: false, editDistance: 1});
      }
    }).forEach(function (result) {
      found.set(+result.ref, result.score);
    });
    return found;
  }

  // Entries with all terms; if there are none, those with the most of them.
  function search(text) {
    var totals = new Map();
    termsOf(text).forEach(function (term) {
      scores(term).forEach(function (score, number) {
        var total = totals.get(number) || {number: number, terms: 0, score: 0};
        total.terms++;
        total.score += score;
        totals.set(number, total);
      });
    });
    var all = Array.from(totals.values());
    all.forEach(function (total) {
      if (window.searchEntries[total.number][0].toLowerCase() === text.trim().toLowerCase()) {
        total.score *= 3;
      }
    });
    var most = Math.max.apply(null, [0].concat(all.map(function (total) {
      return total.terms;
    })));
    return all.filter(function (total) {
      return total.terms === most;
    }).sort(function (a, b) {
      return b.score - a.score;
    });
  }

  function appendMarked(parent, text, terms) {
    var pattern = new RegExp('(' + terms.map(function (term) {
      return term.length > 4 ? term.slice(0, -1) + '\\p{L}?' : term;
    }).join('|') + ')', 'giu');
    text.split(pattern).forEach(function (part, position) {
      if (position % 2) {
        var mark = document.createElement('mark');
        mark.textContent = part;
        parent.append(mark);
      } else {
        parent.append(part);
      }
    });
  }

  function excerpt(text, terms) {
    var lower = text.toLowerCase();
    var positions = terms.map(function (term) {
      return lower.indexOf(term);
    }).filter(function (position) {
      return position >= 0;
    });
    var start = positions.length ? Math.max(0, Math.min.apply(null, positions) - 50) : 0;
    return (start ? '… ' : '') + text.slice(start, start + 160) + (text.length > start + 160 ? ' …' : '');
  }

  function element(name, className, parent) {
    var created = document.createElement(name);
    created.className = className;
    parent.append(created);
    return created;
  }

  function show(results, terms) {
    list.replaceChildren();
    activate(-1);
    results.slice(0, LIMIT).forEach(function (result, position) {
      var entry = window.searchEntries[result.number];
      var link = element('a', '', list);
      link.id = 'site-result-' + position;
      link.href = site + entry[3];
      link.tabIndex = -1;
      link.setAttribute('role', 'option');
      link.setAttribute('aria-selected', 'false');
      appendMarked(element('span', 'title', link), entry[0], terms);
      element('span', 'kind', link).textContent = entry[1];
      element('span', 'trail', link).textContent = entry[2];
      appendMarked(element('span', 'excerpt', link), excerpt(entry[4], terms), terms);
    });
    status.textContent = results.length === 0 ? 'Nothing found'
      : results.length === 1 ? '1 result'
      : results.length > LIMIT ? 'The first ' + LIMIT + ' of ' + results.length + ' results'
      : results.length + ' results';
    open(true);
  }

  function open(visible) {
    panel.hidden = !visible;
    field.setAttribute('aria-expanded', String(visible && list.childElementCount > 0));
    if (!visible) {
      activate(-1);
    }
  }

  function activate(position) {
    var items = list.children;
    if (items[active]) {
      items[active].setAttribute('aria-selected', 'false');
    }
    active = position;
    if (items[active]) {
      items[active].setAttribute('aria-selected', 'true');
      items[active].scrollIntoView({block: 'nearest'});
      field.setAttribute('aria-activedescendant', items[active].id);
    } else {
      field.removeAttribute('aria-activedescendant');
    }
  }

  function update() {
    var text = field.value;
    prepare().then(function () {
      if (field.value !== text) {
        return;
      }
      var terms = termsOf(text);
      if (terms.length) {
        show(search(text), terms);
      } else {
        open(false);
      }
    }, function () {
      status.textContent = 'The search index cannot be loaded';
      open(true);
    });
  }

  field.addEventListener('focus', prepare);
  field.addEventListener('input', update);
  field.addEventListener('keydown', function (event) {
    var count = list.childElementCount;
    if (event.key === 'Escape') {
      if (panel.hidden) {
        field.value = '';
        field.blur();
      }
      open(false);
      event.preventDefault();
    } else if (event.key === 'Enter') {
      var item = list.children[Math.max(active, 0)];
      if (!panel.hidden && item) {
        open(false);
        location.href = item.href;
      }
      event.preventDefault();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (panel.hidden) {
        update();
      } else if (count) {
        activate(event.key === 'ArrowDown' ? (active + 1) % count : (Math.max(active, 0) + count - 1) % count);
      }
      event.preventDefault();
    }
  });
  list.addEventListener('click', function () {
    open(false);
  });
  document.addEventListener('keydown', function (event) {
    var typing = event.target.closest && event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      field.focus();
      field.select();
      event.preventDefault();
    }
  });
  document.addEventListener('click', function (event) {
    if (!event.target.closest('.search')) {
      open(false);
    }
  });
  document.querySelector('.search').addEventListener('focusout', function (event) {
    if (!event.relatedTarget || !event.relatedTarget.closest('.search')) {
      // a click on a result takes the focus first
      setTimeout(function () {
        if (!document.activeElement.closest('.search')) {
          open(false);
        }
      }, 200);
    }
  });

  document.querySelector('.search').hidden = false;
})();
