const open = () => new BroadcastChannel('outbox');

/** Tells the other tabs, and the other parts of this page, that the outbox has changed. */
export function tellOutbox() {
  const channel = open();
  // Not a window: it has no target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  channel.postMessage(undefined);
  channel.close();
}

/** @returns what ends it */
export function watchOutbox(changed: () => void): () => void {
  const channel = open();
  channel.addEventListener('message', changed);
  return () => channel.close();
}
