import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { PageFiles } from '../../../lib/adapters/pages/page-files.ts';
import { pageHeaders } from '../../../lib/adapters/pages/page-headers.ts';
import { writeDocument } from '../../../lib/adapters/pages/write-document.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { firstLoads } from '../../../web/first-load.ts';
import { findPage } from '../../../web/routes.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly files: PageFiles;
  readonly storage: readonly string[];
  readonly isDemo: boolean;
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};
const forever = { 'cache-control': 'public, max-age=31536000, immutable' };
/** Never cached, or a browser would keep an old frame. The service worker handles every address of the origin. */
const worker = { 'cache-control': 'no-cache', 'service-worker-allowed': '/' };

export async function showPage(
  { params: { path }, language }: Pick<Asked<typeof contract>, 'params' | 'language'>,
  { files, storage, isDemo }: Needs,
): Promise<Answered | Refusal> {
  const [, ending = ''] = /\.(js|css)$/.exec(path) ?? [];
  if (types[ending]) {
    const text = files.text(path);
    if (text === undefined) return refuse('route/unknown');
    return { text, headers: { 'content-type': types[ending], ...(path === 'service-worker.js' ? worker : forever) } };
  }
  const found = findPage(`/app/${path}`);
  const document = writeDocument(files, { found, first: firstLoads[found.path], language, isDemo });
  return {
    status: found.page === 'missing' ? 404 : 200,
    text: document.text,
    headers: pageHeaders(storage, document),
  };
}
