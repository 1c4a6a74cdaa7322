/// <reference lib="webworker" />

/** The pages' files, whose names contain a hash of their content; inserted when the worker is bundled. */
declare const SHELL: readonly string[];
declare const self: ServiceWorkerGlobalScope;

const PREFIX = 'shell-';
/** Each set of files has its own cache. */
const CACHE = `${PREFIX}${SHELL.join('|')}`;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith(PREFIX) && name !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name)))),
  );
});

/** Only files that never change. Answers of the API, and the HTML documents, always come from the server. */
self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== self.location.origin || !SHELL.includes(pathname)) return;
  event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
