// What keeps a wall alive for weeks: the clock, the notice while the server is away, and the ways back.
import { open } from './circuit.js';

const officeZone = 'Asia/Shanghai';
const checkEvery = 3000;
const dailyReload = '03:30';

// Clock: drawn here, so that the server need not send anything each second. Also the proof that the page is alive.
const day = { 'zh-CN': part('zh-CN', { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }), en: part('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }) };
const time = part('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

function part(locale, options) {
  return new Intl.DateTimeFormat(locale, { timeZone: officeZone, ...options });
}

let lastMinute = '';

function tick() {
  const now = new Date();
  const clock = time.format(now);
  const element = document.querySelector('[data-clock]');
  if (element) [element.firstElementChild.textContent, element.lastElementChild.textContent] = [day[element.dataset.clock].format(now), clock];
  showOutage(now);
  // A fresh page once a day, while nobody looks, frees what a browser gathers in weeks. Only when the server can give one.
  const minute = clock.slice(0, 5);
  if (minute === dailyReload && lastMinute && lastMinute !== minute) reloadWhenHealthy();
  lastMinute = minute;
  setTimeout(tick, 1000 - (Date.now() % 1000));
}

// Outage: the last content stays, dimmed, with how long it has been old.
const modal = document.getElementById('components-reconnect-modal');
const outageClock = document.getElementById('outage-clock');
const errorNotice = document.getElementById('blazor-error-ui');
let outageSince = null;

function setOutage(isOut) {
  outageSince = isOut ? outageSince ?? new Date() : null;
  document.documentElement.classList.toggle('outage', isOut);
  showOutage(new Date());
}

function showOutage(now) {
  if (!outageSince) return;
  const seconds = Math.max(0, Math.floor((now - outageSince) / 1000));
  outageClock.textContent = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

modal.addEventListener('components-reconnect-state-changed', event => {
  setOutage(event.detail.state !== 'hide');
});

// Watchdog: whatever state the circuit is in, a server that answers twice in a row while the page is still cut off means
// that only a new page will help.
let healthyInARow = 0;

async function isHealthy() {
  try {
    const answer = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(checkEvery) });
    return answer.ok;
  } catch {
    return false;
  }
}

async function reloadWhenHealthy() {
  if (await isHealthy()) location.reload();
}

async function watch() {
  const broken = outageSince || getComputedStyle(errorNotice).display !== 'none';
  healthyInARow = broken && await isHealthy() ? healthyInARow + 1 : 0;
  if (healthyInARow >= 2) location.reload();
  else setTimeout(watch, checkEvery);
}

// Wake lock: the browser drops it whenever the page is hidden.
async function stayAwake() {
  try {
    if (document.visibilityState === 'visible') await navigator.wakeLock?.request('screen');
  } catch {
    // Refused on battery power or without HTTPS; the wall's own power settings then decide.
  }
}

document.addEventListener('visibilitychange', stayAwake);
stayAwake();
tick();
watch();
open().catch(() => setOutage(true));
