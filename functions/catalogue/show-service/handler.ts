import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { feesBy } from '../../../lib/domain/payment/fees.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { findDetail } from '../../../lib/domain/regulation/details.ts';
import { offeredBy } from '../../../lib/domain/regulation/offered.ts';
import { contract } from './contract.ts';
import { showService } from './show-service.ts';

const { OFFERS, FEES } = readEnvironment(process.env, 'OFFERS', 'FEES');
const needs = { findService, findDetail, offeredIn: offeredBy(OFFERS), feeOf: feesBy(FEES) };

export const handler = servePublic(contract, (asked) => showService(asked, needs));
