// Adds a demo person of any role and office to a running platform (`npm run person`):
//   npm run person -- --role mio-officer --office zhambyl-…        codes of offices: GET /offices
import { join, relative } from 'node:path';
import { Role } from '../lib/domain/access/roles.ts';
import { addPerson } from '../lib/local/demo/add-person.ts';
import { UnexpectedAnswer } from '../lib/local/http/client.ts';
import { fail, misuse, readCommand } from './command.ts';

const { values } = readCommand(
  `npm run person -- --role ROLE [--office CODE] [--url http://localhost:3000] [--data .local]
Adds a demo person to a running platform. Codes of offices: GET /offices.`,
  {
    options: {
      role: { type: 'string', default: '' },
      office: { type: 'string' },
      url: { type: 'string', default: `http://localhost:${process.env['PORT'] ?? 3000}` },
      data: { type: 'string', default: join(import.meta.dirname, '../.local') },
    },
  },
);
const role = Role.safeParse(values.role);
if (!role.success) misuse(`--role is one of ${Role.options.join(', ')}`);

const dir = join(values.data, 'demo');
try {
  const person = await addPerson({ role: role.data, office: values.office }, dir, values.url);
  console.log(JSON.stringify(person, null, 2));
  console.log(`written to ${relative(process.cwd(), join(dir, 'people.json'))}`);
} catch (error) {
  fail(error instanceof UnexpectedAnswer ? error.message : `${values.url}: ${(error as Error).message}`, 1);
}
