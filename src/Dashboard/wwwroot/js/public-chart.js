// Brings the server-drawn charts of a static page to life. If anything fails, the drawn chart and its table stay.
const SMALLEST_HEIGHT = 240;

for (const place of document.querySelectorAll('[data-chart]')) {
  const drawn = place.querySelector('svg.line-chart');
  const live = document.createElement('div');
  live.className = 'live-chart';
  live.setAttribute('role', 'img');
  live.setAttribute('aria-labelledby', drawn.getAttribute('aria-labelledby'));
  try {
    const data = JSON.parse(place.querySelector('.chart-data').textContent);
    const { draw } = await import('/js/apex-chart.js');
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
