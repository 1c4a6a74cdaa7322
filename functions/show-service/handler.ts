import { servePublic } from '../../lib/adapters/http/serve.ts';
import { findService } from '../../lib/domain/regulation/cards.ts';
import { contract } from './contract.ts';
import { showService } from './show-service.ts';

export const handler = servePublic(contract, (asked) => showService(asked, { findService }));
