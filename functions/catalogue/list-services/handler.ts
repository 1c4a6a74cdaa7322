import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { findService, PRESENT, serviceIds } from '../../../lib/domain/regulation/cards.ts';
import { offeredBy } from '../../../lib/domain/regulation/offered.ts';
import { places } from '../../../lib/domain/regulation/places.ts';
import { contract } from './contract.ts';
import { listServices } from './list-services.ts';

const services = serviceIds.map((id) => findService(id, PRESENT)).filter((card) => card !== undefined);

const offeredIn = offeredBy(readEnvironment(process.env, 'OFFERS').OFFERS);

export const handler = servePublic(contract, (asked) =>
  listServices(asked, { services, places, offeredIn, now: new Date() }),
);
