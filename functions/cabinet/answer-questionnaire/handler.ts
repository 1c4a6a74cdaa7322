import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { answerQuestionnaire } from './answer-questionnaire.ts';
import { contract } from './contract.ts';

const table = openTable(readEnvironment(process.env, 'TABLE_NAME').TABLE_NAME);
const needs = { requests: openRequests(table), accounts: openAccounts(table), findService };

export const handler = serve(contract, (asked, caller) =>
  answerQuestionnaire(asked, caller, { ...needs, now: new Date() }),
);
