import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openSessions } from '../../../lib/adapters/identity/sessions.ts';
import { contract } from './contract.ts';
import { endSession } from './end-session.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const sessions = openSessions(openTable(TABLE_NAME));

export const handler = serve(contract, (asked, caller) => endSession(asked, caller, { sessions, now: new Date() }));
