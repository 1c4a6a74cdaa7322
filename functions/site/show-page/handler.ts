import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { readPageFiles } from '../../../lib/adapters/pages/page-files.ts';
import { storageOrigins } from '../../../lib/adapters/pages/storage-origins.ts';
import { contract } from './contract.ts';
import { showPage } from './show-page.ts';

const { STORAGE_ORIGINS, EDS_PROFILE } = readEnvironment(process.env, 'STORAGE_ORIGINS', 'EDS_PROFILE');
const needs = {
  files: readPageFiles(),
  storage: storageOrigins(STORAGE_ORIGINS, process.env),
  isDemo: EDS_PROFILE === 'demo',
};

export const handler = servePublic(contract, (asked) => showPage(asked, needs));
