// Runs before the page is painted, so that a chosen theme does not flicker.
(function () {
  'use strict';
  var chosen = null;
  try {
    chosen = localStorage.getItem('theme');
  } catch (denied) {
    // storage can be switched off; the preference of the system applies
  }
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
  document.documentElement.classList.add('scripts');
})();
