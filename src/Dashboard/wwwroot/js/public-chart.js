// Brings a server-drawn chart of a static page to life when a reader first points at it: until then the page is as light as
// its HTML. If anything fails, the drawn chart and its table stay.
const SMALLEST_HEIGHT = 240;

for (const place of document.querySelectorAll('[data-chart]')) {
  place.addEventListener('pointerover', () => enliven(place), { once: true, passive: true });
}

async function enliven(place) {
  const drawn = place.querySelector('svg.line-chart');
  const live = document.createElement('div');
  live.className = 'live-chart';
  live.setAttribute('role', 'img');
  live.setAttribute('aria-labelledby', drawn.getAttribute('aria-labelledby'));
  try {
    const data = JSON.parse(place.querySelector('.chart-data').textContent);
    const [{ draw }] = await Promise.all([import('/js/apex-chart.js'), style()]);
    const height = Math.max(SMALLEST_HEIGHT, Math.round(drawn.getBoundingClientRect().height));
    // Hidden, not removed: its title and description name the live chart too.
    drawn.setAttribute('hidden', '');
    place.append(live);
    await draw(live, data, height);
  } catch (error) {
    live.remove();
    drawn.removeAttribute('hidden');
    console.warn('The chart stays as drawn by the server.', error);
  }
}

// The id keeps ApexCharts from writing this sheet into the page itself, which the content policy forbids.
let sheet;
function style() {
  return sheet ??= new Promise((loaded, failed) => {
    const link = Object.assign(document.createElement('link'), { id: 'apexcharts-css', rel: 'stylesheet', href: '/lib/apexcharts/apexcharts.css' });
    link.addEventListener('load', loaded);
    link.addEventListener('error', failed);
    document.head.append(link);
  });
}
