/** `keep-counter`: to keep the counter's document; `take-over`: to replace the version before it (web/service-worker.ts). */
export function tellWorker(worker: ServiceWorker | null, what: 'keep-counter' | 'take-over') {
  // Not a window: it has no target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker?.postMessage(what);
}
