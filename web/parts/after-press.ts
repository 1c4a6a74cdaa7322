/**
 * Waits until the key or the button that moved the focus is let go. What appears between press and release moves the
 * rest of the page, and the click that was meant for a button meets nothing.
 */
export function afterPress(run: () => void) {
  const released = new AbortController();
  for (const event of ['mouseup', 'keyup'])
    addEventListener(
      event,
      () => {
        released.abort();
        run();
      },
      { signal: released.signal },
    );
}
