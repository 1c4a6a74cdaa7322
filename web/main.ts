import { start } from './kit.ts';

/** Hashes in the names of the scripts of pages and of what is loaded later; put in when web/ is bundled. */
declare const SCRIPTS: Readonly<Record<string, string>>;
/** The sheet that employees' pages need besides: a citizen's slow line does not wait for it. */
declare const STAFF_STYLES: string;

start(async (path) => {
  if (path.startsWith('pages/staff/')) await addSheet(`/app/${STAFF_STYLES}`);
  return import(`/app/assets/${path.replaceAll('/', '-')}-${SCRIPTS[path]}.js`) as Promise<unknown>;
});

/** The document has it already when it was opened at such a page. A page without its sheet is still a page. */
function addSheet(address: string): Promise<unknown> {
  if (document.querySelector(`link[href="${address}"]`)) return Promise.resolve();
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
  return new Promise((done) => {
    sheet.addEventListener('load', done);
    sheet.addEventListener('error', done);
    document.head.append(sheet);
  });
}
