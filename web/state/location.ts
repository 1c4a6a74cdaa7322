import { createStore } from './store.ts';

/** Where the visitor is. `moved` counts visits, so that the same address can be opened again. */
export interface Place {
  readonly path: string;
  readonly query: string;
  readonly moved: number;
}

const placeNow = (moved: number): Place => ({ path: location.pathname, query: location.search, moved });

export const place = createStore(placeNow(0));

/** The page for signing in, which comes back here. */
export const signInHere = () => `/app/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`;

/** Goes to an address of ours. `replace` leaves no way back to the previous page. */
export function goTo(address: string, { replace = false } = {}) {
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  place.set(placeNow(place.get().moved + 1));
  scrollTo(0, 0);
}

/** Changes the address without leaving the page, for example when a draft has got its id. */
export const rename = (address: string) => history.replaceState(null, '', address);

/** A click on a link to one of our pages changes the page; with a modifier key, the browser does its default. */
function follow(event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.target || link.download) return;
  const { origin, pathname, search, hash } = new URL(link.href);
  if (origin !== location.origin || !(pathname === '/' || pathname.startsWith('/app/'))) return;
  if (hash && pathname === location.pathname && search === location.search) return;
  event.preventDefault();
  goTo(pathname + search + hash);
}

export function followLinks() {
  document.addEventListener('click', follow);
  addEventListener('popstate', () => place.set(placeNow(place.get().moved + 1)));
}
