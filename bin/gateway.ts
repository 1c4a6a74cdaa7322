// The stand-ins of state registers and payments (`npm run gateway`), and the demo authority: shows, spoils and heals those of a running
// platform, or serves the stand-ins alone. They are of this machine; a deployment has a real gateway behind GatewayUrl.
import { resolve } from 'node:path';
import { writeTenge } from '../lib/domain/language/number-words.ts';
import { demoPeculiar } from '../lib/local/demo/demo-peculiar.ts';
import { askMoods, changeMood, payInvoice } from '../lib/local/stand-ins/ask-moods.ts';
import {
  addressFile,
  invoicesFile,
  readAddress,
  removeAddress,
  writeAddress,
} from '../lib/local/stand-ins/address-file.ts';
import { publishedKeys } from '../lib/local/stand-ins/published-keys.ts';
import { serveStandIns } from '../lib/local/stand-ins/serve-stand-ins.ts';
import { isPart, moods, parts, SLOW, SLOWEST } from '../lib/local/stand-ins/spoil.ts';
import { fail, misuse, readCommand, wholeNumber } from './command.ts';

const { values, positionals } = readCommand(
  `npm run -s gateway -- [slow|down|unknown|ok PART] [--seconds ${SLOW}] [--data .local]
npm run -s gateway -- pay INVOICE [--data .local]
npm run -s gateway -- serve [--port 0] [--keys http://localhost:3000/.well-known/jwks.json] [--data .local]
How the registers and payments of the platform that runs on this machine answer; PART is one of
${parts.join(', ')}, or all.
slow: after --seconds (1 to ${SLOWEST}; e-akimat waits 10). down: not at all. unknown: they know nobody. ok: well again.
tsa and ocsp are the demo authority's timestamps and answers about certificates, mail is the mail service; they are slow, down or ok.
pay: an invoice, by its number, as people would at the payments (npm start -- --paid has a service that costs something).
serve: the stand-ins alone; give their address to npm start as --gateway. They end with Ctrl-C.`,
  {
    allowPositionals: true,
    options: {
      seconds: { type: 'string' },
      port: { type: 'string', default: '0' },
      keys: { type: 'string', default: 'http://localhost:3000/.well-known/jwks.json' },
      data: { type: 'string', default: resolve(import.meta.dirname, '../.local') },
    },
  },
);
const file = addressFile(resolve(values.data));
const [wanted, ...named] = positionals;
if (wanted === 'serve') await serve();
else if (wanted === 'pay') await pay();
else await tell();

async function tell() {
  const mood = moods.find((each) => each === wanted);
  if (wanted !== undefined && !mood) misuse(`${moods.join(', ')}, pay or serve, not ${wanted}`);
  const seconds = values.seconds === undefined ? undefined : wholeNumber('--seconds', values.seconds, 1);
  if (seconds !== undefined && mood !== 'slow') misuse('--seconds goes with slow');
  if (seconds !== undefined && seconds > SLOWEST) misuse(`--seconds is at most ${SLOWEST}`);
  const [part, ...more] = named;
  if (mood && (part === undefined || more.length > 0 || !(part === 'all' || isPart(part))))
    misuse(`${mood} takes one of ${parts.join(', ')}, or all`);
  const url = running();
  for (const each of mood ? (part === 'all' ? parts : [part!]) : [])
    await changeMood(url, each, { mood: mood!, ...(seconds !== undefined && { seconds }) });
  for (const [each, { mood: now, seconds: late = SLOW }] of Object.entries(await askMoods(url)))
    console.log(`${each.padEnd(10)}${now === 'slow' ? `slow, ${late} s` : now}`);
}

function running(): string {
  return readAddress(file) ?? fail(`no platform runs with the data in ${values.data}: npm start first`);
}

async function pay() {
  const [number, ...more] = named;
  if (number === undefined || more.length > 0) misuse('pay takes the number of one invoice');
  const paid = await payInvoice(running(), number);
  if (paid === 'unknown') fail(`there is no invoice ${number}`);
  if (paid === 'expired') fail(`invoice ${number} can no longer be paid: its time is over`);
  console.log(`invoice ${paid.number} is paid: ${writeTenge(paid.tenge)}`);
}

async function serve() {
  if (named.length > 0) misuse('serve takes options alone');
  const port = wholeNumber('--port', values.port);
  if (port > 65_535) misuse('--port is at most 65535');
  if (!URL.canParse(values.keys)) misuse(`--keys is an address, not ${values.keys}`);
  const standIns = await serveStandIns({
    ...demoPeculiar(),
    port,
    spoilable: true,
    invoicesFile: invoicesFile(resolve(values.data)),
    findKey: publishedKeys(() => values.keys),
  });
  writeAddress(file, standIns.url);
  console.log(`registers and payments at ${standIns.url}; they take calls that a key of ${values.keys} signed`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      removeAddress(file, standIns.url);
      void standIns.stop().then(() => process.exit(0));
    });
}
