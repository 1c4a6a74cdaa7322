import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { officeQuery } from '../../../lib/adapters/http/office-asked.ts';
import { momentQuery, nextPage } from '../../../lib/adapters/http/paging.ts';
import { PersonView } from '../../../lib/adapters/http/views/person-view.ts';

export const contract = endpoint({
  route: 'GET /people',
  tag: 'Work',
  summary: "The people of the head's own office: what each has to do, who is away and who stands in, who may sign",
  description:
    'Whoever works there now, the newest account first. `GET /work?worker=` lists what one of them has. The counts of open work are ' +
    'kept while it changes, as those of `GET /work-counts`.',
  query: z.strictObject({ office: officeQuery, ...momentQuery('people') }),
  answer: z.object({ people: z.array(PersonView), next: nextPage }),
  success: 200,
  refusals: [],
  examples: [{ summary: 'The first page', answers: 200 }],
});
