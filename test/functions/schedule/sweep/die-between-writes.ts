// A function that dies between its two writes, as a process: the first has reached the table, the second never begins.
//   node die-between-writes.ts submit|accept|consent <request id>     (TABLE_NAME and AWS_ENDPOINT_URL_DYNAMODB in the environment)
import { openRequests } from '../../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../../lib/adapters/dynamo/table.ts';
import { changeRequest } from '../../../../lib/domain/request/change.ts';
import { accept } from '../../../../lib/domain/request/work/officer.ts';
import { answerOffer } from '../../../../lib/domain/request/queue/queue.ts';
import { submit } from '../../../../lib/domain/request/submission/submission.ts';
import { after, serik, submission } from '../../../lib/domain/request/example.ts';
import { answered, serikOffers } from '../../../lib/domain/request/queue-example.ts';

const [what, id = ''] = process.argv.slice(2);
const requests = openRequests(openTable(process.env['TABLE_NAME'] ?? ''));
await changeRequest(requests, id, (request) => {
  if (what === 'submit') return submit(request, submission(request));
  if (what === 'consent') return answerOffer(request, serikOffers.id, answered('accepted', after(40)), after(40));
  return accept(request, serik, after(6));
});
process.kill(process.pid, 'SIGKILL');
