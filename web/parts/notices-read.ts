const READ = 'notices-read';

/** Tells the header that notices were read on this page. */
export const tellNoticesRead = () => dispatchEvent(new Event(READ));

/** @returns a function that ends it */
export function onNoticesRead(then: () => void) {
  addEventListener(READ, then);
  return () => removeEventListener(READ, then);
}
