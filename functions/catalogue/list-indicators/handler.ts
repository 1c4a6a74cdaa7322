import { openBallots } from '../../../lib/adapters/dynamo/ballots.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { findService, PRESENT, serviceIds } from '../../../lib/domain/regulation/cards.ts';
import { contract } from './contract.ts';
import { listIndicators } from './list-indicators.ts';

const services = serviceIds.map((id) => findService(id, PRESENT)).filter((card) => card !== undefined);
const ballots = openBallots(openTable(readEnvironment(process.env, 'TABLE_NAME').TABLE_NAME));

export const handler = servePublic(contract, (asked) => listIndicators(asked, { services, ballots, now: new Date() }));
