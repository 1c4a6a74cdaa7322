import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { places } from '../../../lib/domain/regulation/places.ts';
import { contract } from './contract.ts';
import { listOffices } from './list-offices.ts';

export const handler = servePublic(contract, (asked) => listOffices(asked, { places }));
