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
  event.waitUntil(forgetOld().then(() => self.clients.claim()));
});

/** The version before this one stays: another tab may still have its pages open. */
async function forgetOld() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
}

/** The document with which an employee's counter, and what it has not sent, opens without a connection. */
const COUNTER = '/app/counter';
const counterPages = /^\/app\/(?:counter(?:\/[^/]+)?|outbox)$/;

self.addEventListener('message', (event) => {
  // Only when the person has pressed the button: nobody's page changes under their hands.
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
  if (event.data === 'keep-counter') event.waitUntil(keepCounter());
});

/** Asked for by the counter's own page, so that citizens do not load it; it is kept only with the scripts that it names. */
async function keepCounter() {
  const found = await fetch(COUNTER);
  const [, hash] = /data-hash="([\w-]+)"/.exec(await found.clone().text()) ?? [];
  const isWhole = found.ok && SHELL.includes(`/app/assets/pages-staff-counter-${hash}.js`);
  if (isWhole) await (await caches.open(CACHE)).put(COUNTER, found);
}

/**
 * Only files that never change. Answers of the API always come from the server, and so do the HTML documents, except the counter's
 * while there is no connection.
 */
self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== self.location.origin) return;
  if (pathname.startsWith('/app/assets/'))
    event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
  else if (event.request.mode === 'navigate' && counterPages.test(pathname))
    event.respondWith(fetch(event.request).catch(keptCounter));
});

const keptCounter = async () => (await (await caches.open(CACHE)).match(COUNTER)) ?? Response.error();
