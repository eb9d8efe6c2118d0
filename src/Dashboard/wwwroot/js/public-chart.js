// Brings the server-drawn charts of a static page to life. If anything fails, the drawn chart and its table stay.
for (const place of document.querySelectorAll('[data-chart]')) {
  try {
    const data = JSON.parse(place.querySelector('.chart-data').textContent);
    const { draw } = await import('/js/apex-chart.js');
    const live = document.createElement('div');
    live.className = 'live-chart';
    place.append(live);
    await draw(live, data, 320);
    place.querySelector('svg.line-chart').remove();
    live.setAttribute('role', 'img');
    live.setAttribute('aria-label', data.title);
  } catch (error) {
    place.querySelector('.live-chart')?.remove();
    console.warn('The chart stays as drawn by the server.', error);
  }
}
