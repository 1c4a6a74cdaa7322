import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { findDetail } from '../../../lib/domain/regulation/details.ts';
import { offeredIn } from '../../../lib/domain/regulation/offered.ts';
import { contract } from './contract.ts';
import { showService } from './show-service.ts';

export const handler = servePublic(contract, (asked) => showService(asked, { findService, findDetail, offeredIn }));
