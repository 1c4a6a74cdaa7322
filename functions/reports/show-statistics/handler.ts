import { openBallots } from '../../../lib/adapters/dynamo/ballots.ts';
import { openStatistics } from '../../../lib/adapters/dynamo/statistics.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { offices } from '../../../lib/domain/regulation/places.ts';
import { contract } from './contract.ts';
import { showStatistics } from './show-statistics.ts';

const table = openTable(readEnvironment(process.env, 'TABLE_NAME').TABLE_NAME);
const needs = { statistics: openStatistics(table), ballots: openBallots(table), offices, findService };

export const handler = serve(contract, (asked, caller) => showStatistics(asked, caller, { ...needs, now: new Date() }));
