// The platform on this machine (`npm start`):
//   npm start -- [--reset] [--no-demo] [--verbose] [--unthrottled] [--patient] [--staff-eds] [--paid] [--later DAYS] [--gateway URL] [--meter FILE] [--data .local]          PORT=3000
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { authorityFolder, openDemo } from '../lib/local/demo/demo.ts';
import { startAuthority } from '../lib/local/demo/authority-server.ts';
import { findDemoKeys } from '../lib/local/demo/find-demo-keys.ts';
import { ocspSources, tspSources } from '../lib/local/demo/answer-authority.ts';
import { crlSources } from '../lib/local/demo/demo-crls.ts';
import { fingerprint, seedDemo } from '../lib/local/demo/seed.ts';
import { openMeter } from '../lib/local/meter/meter.ts';
import { demoPeculiar } from '../lib/local/demo/demo-peculiar.ts';
import { startPlatform } from '../lib/local/platform.ts';
import { addressFile, invoicesFile, removeAddress, writeAddress } from '../lib/local/stand-ins/address-file.ts';
import { publishedKeys } from '../lib/local/stand-ins/published-keys.ts';
import { serveStandIns } from '../lib/local/stand-ins/serve-stand-ins.ts';
import { epilogue } from '../lib/local/story/epilogue.ts';
import { approval, tellStory } from '../lib/local/story/story.ts';
import { moveClock } from '../lib/local/move-clock.ts';
import { fail, misuse, readCommand, wholeNumber } from './command.ts';

const { values: wanted } = readCommand(
  `npm start -- [--reset] [--no-demo] [--verbose] [--unthrottled] [--patient] [--staff-eds] [--paid] [--later DAYS] [--gateway URL] [--meter FILE] [--data .local]          PORT=3000
The platform on this machine. --staff-eds: employees sign in by EDS to touch requests, as in a deployment. --paid: the
services of the demo's fees cost something (npm run gateway -- pay INVOICE). --later: its clock is so
many days ahead, so that one sees what happens to the same data in years. --gateway: registers and payments are asked there, not at stand-ins of
its own (npm run gateway -- serve). --meter: what AWS would charge for goes to the file, a line for each call (npm run cost reads it).`,
  {
    options: {
      reset: { type: 'boolean', default: false },
      'no-demo': { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      unthrottled: { type: 'boolean', default: false },
      patient: { type: 'boolean', default: false },
      'staff-eds': { type: 'boolean', default: false },
      paid: { type: 'boolean', default: false },
      later: { type: 'string', default: '0' },
      gateway: { type: 'string' },
      meter: { type: 'string' },
      data: { type: 'string', default: resolve(import.meta.dirname, '../.local') },
    },
  },
);
const later = wholeNumber('--later', wanted.later);
if (later > 0) moveClock(later * 86_400_000);
const began = Date.now();
const say = (line: string) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);
const dataDir = resolve(wanted.data);
const port = Number(process.env['PORT'] ?? 3000);
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  misuse(`PORT is a number from 0 to 65535, not ${process.env['PORT']}`);

if (wanted.gateway !== undefined && !URL.canParse(wanted.gateway))
  misuse(`--gateway is an address, not ${wanted.gateway}`);

if (wanted.reset) {
  rmSync(dataDir, { recursive: true, force: true });
  say(`forgot everything in ${relative(process.cwd(), dataDir) || '.'}`);
}

/** Events that happen all the time. */
const usual = new Set(['request', 'aws-call']);

const demoDir = join(dataDir, 'demo');
const demo = await openDemo({ dir: demoDir, now: new Date() });
say(demo.created ? 'demo authority and people made' : 'demo authority and people found');
// The registers' stand-ins read the platform's keys when they are first asked: by then it has an address.
let keysAt = '';
const standIns =
  wanted.gateway === undefined
    ? await serveStandIns({
        ...demoPeculiar(),
        spoilable: true,
        invoicesFile: invoicesFile(dataDir),
        findKey: publishedKeys(() => keysAt),
      })
    : undefined;
if (standIns) writeAddress(addressFile(dataDir), standIns.url);
const authority = await startAuthority({
  ...{ dir: authorityFolder(demoDir), port: 0 },
  ...(standIns && { moodOf: standIns.moodOf }),
});

const platform = await startPlatform({
  dataDir,
  port,
  throttled: !wanted.unthrottled,
  // For tests that must not fail on a busy machine.
  patience: wanted.patient ? 20 : 1,
  parameters: {
    MailFrom: 'no-reply@e-akimat.example',
    Offers: 'all',
    ...(wanted['staff-eds'] && { StaffSignIn: 'eds' }),
    ...(wanted.paid && { Fees: 'demo' }),
    EdsProfile: 'demo',
    EdsAnchors: demo.anchors.map((der) => `${fingerprint(der)}=persons+timestamps`).join(','),
    CrlSources: crlSources(authority.url).join(','),
    OcspSources: ocspSources(authority.url).join(','),
    TspSources: tspSources(authority.url).join(','),
    GatewayUrl: standIns?.url ?? wanted.gateway ?? '',
  },
  ...(standIns && { mailMood: () => standIns.moodOf('mail') }),
  ...(wanted.meter !== undefined && { meter: openMeter(wanted.meter) }),
  findOwn: (path) => findDemoKeys(demoDir, demo.people, path),
  log: (code, identifiers) => {
    if (!usual.has(code) || wanted.verbose)
      say([code, ...Object.entries(identifiers).map((each) => each.join(' '))].join(', '));
  },
}).catch((error: Error) => fail(error.message));
keysAt = `${platform.url}/.well-known/jwks.json`;
const { TABLE_NAME = '', TRUST_BUCKET = '' } = platform.settings('sign-in-eds');
await seedDemo(demo, { tableName: TABLE_NAME, trustBucket: TRUST_BUCKET, now: new Date() });
say(`serving ${platform.url} (API: ${platform.url}/docs)`);
flushCompileCache();

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) process.exit(130);
    stopping = true;
    say('stopping; what is under way goes on at the next start');
    if (standIns) removeAddress(addressFile(dataDir), standIns.url);
    void Promise.all([platform.stop(), authority.stop(), standIns?.stop()]).then(() => process.exit(0));
  });

const told = join(demoDir, 'story-told');
if (!wanted['no-demo'] && !existsSync(told)) {
  say('the story of one application, as an outside client plays it:');
  const options = { url: platform.url, demoDir, name: 'first-story', key: 'rsa', decision: approval } as const;
  try {
    console.log(epilogue(await tellStory({ ...options, tell: (line) => say(`  ${line}`) }), 'rsa', demoDir));
    writeFileSync(told, '');
  } catch (error) {
    if (!stopping) throw error;
  }
}
if (!stopping) say('ready; Ctrl-C stops');
