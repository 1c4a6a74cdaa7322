import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { PageFiles } from '../../../lib/adapters/pages/page-files.ts';
import { pageHeaders } from '../../../lib/adapters/pages/page-headers.ts';
import { writeDocument } from '../../../lib/adapters/pages/write-document.ts';
import { firstLoads } from '../../../web/first-load.ts';
import { findPage } from '../../../web/routes.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly publicUrl: string;
  readonly files: PageFiles;
  readonly storage: readonly string[];
  readonly isDemo: boolean;
}

const byAccept = { vary: 'accept, accept-encoding, accept-language' };

export async function showIndex(
  { headers, language }: Pick<Asked<typeof contract>, 'headers' | 'language'>,
  { publicUrl, files, storage, isDemo }: Needs,
): Promise<Answered> {
  if (headers.accept?.includes('text/html')) {
    const document = writeDocument(files, { found: findPage('/'), first: firstLoads['/'], language, isDemo });
    return { text: document.text, headers: { ...pageHeaders(storage, document), ...byAccept } };
  }
  const at = (path: string) => `${publicUrl.replace(/\/$/, '')}${path}`;
  const body = {
    name: 'e-akimat',
    services: at('/services'),
    documentation: at('/docs'),
    openapi: at('/openapi.json'),
  };
  return { body, headers: byAccept };
}
