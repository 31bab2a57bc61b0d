// Theme, menus on narrow screens, buttons that copy code, diagrams.
(function () {
  'use strict';
  var root = document.documentElement;
  var systemIsDark = matchMedia('(prefers-color-scheme: dark)');

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === 'dark' : systemIsDark.matches;
  }

  var button = document.querySelector('button.theme');

  function labelTheme() {
    button.textContent = isDark() ? 'Light' : 'Dark';
    button.setAttribute('aria-label', isDark() ? 'Use light colors' : 'Use dark colors');
  }

  button.hidden = false;
  labelTheme();
  button.addEventListener('click', function () {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try {
      localStorage.setItem('theme', root.dataset.theme);
    } catch (denied) {
      // applies to this page only
    }
    labelTheme();
    drawDiagrams();
  });
  systemIsDark.addEventListener('change', function () {
    labelTheme();
    drawDiagrams();
  });

  [['#site-pages details', '(min-width: 60rem)'], ['#site-sections details', '(min-width: 80rem)']].forEach(function (menu) {
    var details = document.querySelector(menu[0]);
    var wide = matchMedia(menu[1]);
    if (!details) {
      return;
    }
    details.open = wide.matches;
    wide.addEventListener('change', function () {
      details.open = wide.matches;
    });
    details.addEventListener('click', function (event) {
      if (event.target.closest('a') && !wide.matches) {
        details.open = false;
      }
    });
  });

  var current = document.querySelector('#site-pages [aria-current]');
  if (current) {
    var pages = document.getElementById('site-pages');
    pages.scrollTop = current.offsetTop - pages.clientHeight / 2;
  }

  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text);
    }
    var area = document.createElement('textarea');
    area.value = text;
    area.className = 'offscreen';
    document.body.append(area);
    area.select();
    var copied = document.execCommand('copy');
    area.remove();
    return copied ? Promise.resolve() : Promise.reject(new Error('not copied'));
  }

  document.querySelectorAll('main pre:not(.diagram)').forEach(function (block) {
    var frame = document.createElement('div');
    frame.className = 'code';
    block.replaceWith(frame);
    var copyButton = document.createElement('button');
    copyButton.type = 'button';
    copyButton.textContent = 'Copy';
    copyButton.setAttribute('aria-label', 'Copy this code');
    frame.append(block, copyButton);
    copyButton.addEventListener('click', function () {
      var text = block.textContent;
      copy(text).then(function () {
        copyButton.textContent = 'Copied';
      }, function () {
        copyButton.textContent = 'Not copied';
      }).then(function () {
        setTimeout(function () {
          copyButton.textContent = 'Copy';
        }, 2000);
      });
    });
  });

  function makeScrollersReachable() {
    document.querySelectorAll('main pre, main .table').forEach(function (element) {
      if (element.scrollWidth > element.clientWidth) {
        element.tabIndex = 0;
      } else if (!element.classList.contains('diagram')) {
        element.removeAttribute('tabindex');
      }
    });
  }

  makeScrollersReachable();
  addEventListener('resize', makeScrollersReachable);

  var diagrams = Array.from(document.querySelectorAll('pre.diagram')).map(function (block, number) {
    return {block: block, id: 'diagram-' + number, source: block.textContent};
  });
  var drawing = Promise.resolve();

  // One after the other, because mermaid measures in the page.
  function drawDiagrams() {
    if (!diagrams.length || !window.mermaid) {
      return;
    }
    drawing = drawing.then(function () {
      window.mermaid.initialize({
        startOnLoad: false,
        securityLevel: 'strict',
        theme: isDark() ? 'dark' : 'default',
        themeVariables: isDark() ? {edgeLabelBackground: '#30363d'} : {},
        fontFamily: getComputedStyle(document.body).fontFamily
      });
      return diagrams.reduce(function (previous, diagram) {
        return previous.then(function () {
          return window.mermaid.render(diagram.id, diagram.source);
        }).then(function (drawn) {
          diagram.block.innerHTML = drawn.svg;
          diagram.block.classList.add('drawn');
          var svg = diagram.block.querySelector('svg');
          // smaller text than this is hard to read; a wide diagram scrolls
          svg.style.minWidth = svg.viewBox.baseVal.width * .5 + 'px';
        });
      }, Promise.resolve());
    });
  }

  drawDiagrams();
})();
