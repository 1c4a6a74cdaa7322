import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { findText } from '../../../lib/domain/regulation/texts.ts';
import { contract } from './contract.ts';
import { showServiceText } from './show-service-text.ts';

export const handler = servePublic(contract, (asked) => showServiceText(asked, { findText }));
