// Plays one application against a running platform (`npm run story`), as an outside client:
//   npm run story -- [--key rsa|gost] [--refuse] [--url http://localhost:3000]
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { approval, refusal, tellStory } from '../lib/local/story/story.ts';
import { epilogue } from '../lib/local/story/epilogue.ts';
import { misuse, readCommand } from './command.ts';

const { values } = readCommand(
  `npm run story -- [--key rsa|gost] [--refuse] [--url http://localhost:3000]
Plays one application against a running platform, as an outside client.`,
  {
    options: {
      key: { type: 'string', default: 'rsa' },
      refuse: { type: 'boolean', default: false },
      url: { type: 'string', default: `http://localhost:${process.env['PORT'] ?? 3000}` },
    },
  },
);
if (values.key !== 'rsa' && values.key !== 'gost') {
  misuse(`--key is rsa or gost, not ${values.key}`);
}

const demoDir = join(import.meta.dirname, '../.local/demo');
const told = await tellStory({
  url: values.url,
  demoDir,
  name: `story-${randomUUID()}`,
  key: values.key,
  decision: values.refuse ? refusal : approval,
  tell: (line) => console.log(`  ${line}`),
});
console.log(epilogue(told, values.key, demoDir));
