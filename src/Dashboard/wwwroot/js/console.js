import { open } from './circuit.js';

// An open page says once a minute that its person is there, when there was a sign of it. Traffic of the circuit says
// nothing: pages refresh themselves.
const tellEvery = 60_000;
let told = Date.now();

function tell() {
  if (Date.now() - told < tellEvery) return;
  told = Date.now();
  fetch('/session', { cache: 'no-store' }).catch(() => {});
}

for (const sign of ['pointerdown', 'keydown', 'wheel']) addEventListener(sign, tell, { capture: true, passive: true });

open();
