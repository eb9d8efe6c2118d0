// Opens the circuit of a page and never gives up on it: by default the page stops trying after some six minutes.
export function open() {
  return Blazor.start({
    circuit: {
      reconnectionOptions: {
        maxRetries: 1e6,
        retryIntervalMilliseconds: attempt => Math.min(500 * 2 ** Math.min(attempt, 10), 15000),
      },
    },
  });
}
