import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openSessions } from '../../../lib/adapters/identity/sessions.ts';
import { contract } from './contract.ts';
import { signOut } from './sign-out.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const sessions = openSessions(openTable(TABLE_NAME));

export const handler = serve(contract, (_asked, caller) => signOut(caller, { sessions, now: new Date() }));
