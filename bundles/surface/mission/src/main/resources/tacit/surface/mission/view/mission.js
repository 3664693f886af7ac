// Live pages and charts. Everything here is an addition: pages work without it.
(() => {
  'use strict';

  // Charts: their values stand in attributes, and for those who cannot see them in a table beside.
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function draw(canvas) {
    const known = Chart.getChart(canvas);
    if (known) {
      known.destroy();
    }
    const series = JSON.parse(canvas.dataset.series);
    new Chart(canvas, {
      type: canvas.dataset.kind || 'line',
      data: {
        labels: JSON.parse(canvas.dataset.labels),
        datasets: series.map((one, i) => ({
          label: one.name, data: one.values, borderWidth: canvas.dataset.kind === 'bar' ? 0 : 2, maxBarThickness: 36, pointRadius: 2, tension: 0,
          borderColor: colour('--series-' + (i % 5 + 1)), backgroundColor: colour('--series-' + (i % 5 + 1)),
        })),
      },
      options: {
        animation: false, responsive: true, maintainAspectRatio: false, color: colour('--ink'),
        interaction: { mode: 'index', intersect: false },
        plugins: { legend: { display: series.length > 1, labels: { boxWidth: 12, color: colour('--ink') } } },
        scales: Object.fromEntries(['x', 'y'].map(axis => [axis, {
          beginAtZero: axis === 'y', grid: { color: colour('--grid') },
          ticks: { color: colour('--soft'), maxTicksLimit: axis === 'y' ? 5 : 8, maxRotation: 0 },
        }])),
      },
    });
  }

  const charts = () => [...document.querySelectorAll('canvas[data-series]')];
  const drawAll = () => charts().forEach(draw);
  const drawNew = () => charts().filter(one => !Chart.getChart(one)).forEach(draw);

  // A page that is read again keeps what somebody has done to it: focus, typed text, opened parts.
  // Where no option is marked as chosen, the first one is.
  const marked = select => Math.max(0, [...select.options].findIndex(one => one.defaultSelected));

  const typed = node => node instanceof HTMLInputElement && node.type !== 'hidden'
    ? (node.type === 'checkbox' ? node.checked !== node.defaultChecked : node.value !== node.defaultValue)
    : node instanceof HTMLTextAreaElement ? node.value !== node.defaultValue
    : node instanceof HTMLSelectElement && node.selectedIndex !== marked(node);

  // What somebody typed and the server says alike may be renewed; of a search each field stands for itself, other forms are one whole.
  const agree = (from, to) => from.type === 'checkbox' ? from.checked === to.checked : from.value === to.value;

  const busy = (from, to) => from instanceof HTMLFormElement
    ? !from.matches('form.search') && [...from.elements].some(one => one === document.activeElement || typed(one))
    : (from === document.activeElement || typed(from)) && !agree(from, to);

  const alike = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id || '') === (b.id || '');

  function attributes(from, to) {
    for (const { name } of [...from.attributes]) {
      if (!to.hasAttribute(name) && !(name === 'open' && from.nodeName === 'DETAILS')) {
        from.removeAttribute(name);
      }
    }
    for (const { name, value } of to.attributes) {
      if (from.getAttribute(name) !== value) {
        from.setAttribute(name, value);
      }
    }
  }

  function renew(from, to) {
    if (from.isEqualNode(to)) {
      return;
    }
    if (from.nodeType !== Node.ELEMENT_NODE) {
      from.nodeValue = to.nodeValue;
      return;
    }
    if (busy(from, to)) {
      return;
    }
    if (from.nodeName === 'CANVAS') {
      if (from.dataset.series !== to.dataset.series || from.dataset.labels !== to.dataset.labels) {
        from.dataset.series = to.dataset.series;
        from.dataset.labels = to.dataset.labels;
        draw(from);
      }
      return;
    }
    attributes(from, to);
    children(from, to);
  }

  function children(from, to) {
    let place = from.firstChild;
    for (const wanted of [...to.childNodes]) {
      let there = place && alike(place, wanted) ? place : null;
      if (!there && wanted.id) {
        there = [...from.children].find(one => one.id === wanted.id) || null;
      }
      if (there && there !== place) {
        from.insertBefore(there, place);
      }
      if (there) {
        renew(there, wanted);
        place = there.nextSibling;
      } else {
        from.insertBefore(document.importNode(wanted, true), place);
      }
    }
    while (place) {
      const next = place.nextSibling;
      if (place.contains(document.activeElement)) {
        place = next;
        continue;
      }
      if (place instanceof Element) {
        place.querySelectorAll('canvas').forEach(one => Chart.getChart(one)?.destroy());
      }
      place.remove();
      place = next;
    }
  }

  async function again() {
    const answer = await fetch(location.href, { headers: { 'X-Mission-Again': '1' }, credentials: 'same-origin' });
    if (answer.redirected) {
      mark('off');
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const shown = document.getElementById('shown');
    const next = page.getElementById('shown');
    if (answer.ok && shown && next) {
      renew(shown, next);
      drawNew();
      htmx.process(shown);
      document.dispatchEvent(new CustomEvent('mission:renewed'));
    }
  }

  // A search renews the page around its form, so that what is typed meanwhile stays.
  htmx.defineExtension('renew', {
    handleSwap: (style, target, fragment) => {
      if (style !== 'renew') {
        return false;
      }
      if (fragment.firstElementChild) {
        renew(target, fragment.firstElementChild);
      } else {
        location.reload(); // Another page answered: the login.
      }
      return [target];
    },
  });

  // What was typed or chosen before the scripts were there is searched for now.
  const searchTyped = () => document.querySelectorAll('form.search').forEach(form => {
    if ([...form.elements].some(typed)) {
      htmx.trigger(form, 'submit');
    }
  });

  // Only a page that somebody sees holds a connection.
  let source = null;
  let waiting = null;

  function mark(state) {
    const place = document.getElementById('mark');
    if (place && place.dataset.state !== state) {
      place.dataset.state = state;
      place.textContent = state === 'on' ? 'Live' : 'Not live';
    }
  }

  function soon() {
    if (!waiting) {
      waiting = setTimeout(() => {
        waiting = null;
        again().catch(() => mark('off'));
      }, 300);
    }
  }

  function close() {
    if (source) {
      source.close();
      source = null;
    }
    mark('off');
  }

  function open() {
    if (source || document.hidden || document.body.dataset.live !== 'true') {
      return;
    }
    source = new EventSource('/mission/events?panel=' + encodeURIComponent(document.body.dataset.panel));
    source.addEventListener('live', () => mark('on'));
    source.addEventListener('news', soon);
    source.addEventListener('over', close);
    source.onerror = () => {
      mark('off');
      if (source && source.readyState === EventSource.CLOSED) {
        source = null;
        setTimeout(open, 15000);
      }
    };
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      close();
    } else if (document.body.dataset.live === 'true') {
      open();
      soon();
    }
  });
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', open);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  document.addEventListener('htmx:afterSettle', drawNew);
  document.addEventListener('DOMContentLoaded', searchTyped);
  drawAll();
  open();
})();
