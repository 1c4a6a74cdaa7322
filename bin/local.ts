// The platform on this machine (`npm start`):
//   npm start -- [--reset] [--no-demo] [--verbose] [--unthrottled] [--patient] [--staff-eds] [--later DAYS] [--data .local]          PORT=3000
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { authorityFolder, openDemo } from '../lib/local/demo/demo.ts';
import { startAuthority } from '../lib/local/demo/authority-server.ts';
import { findDemoKeys } from '../lib/local/demo/find-demo-keys.ts';
import { ocspSources } from '../lib/local/demo/answer-authority.ts';
import { crlSources } from '../lib/local/demo/demo-crls.ts';
import { fingerprint, seedDemo } from '../lib/local/demo/seed.ts';
import { demoPowers } from '../lib/local/demo/demo-powers.ts';
import { startStandIns } from '../lib/local/demo/stand-ins.ts';
import { startPlatform } from '../lib/local/platform.ts';
import { epilogue } from '../lib/local/story/epilogue.ts';
import { approval, tellStory } from '../lib/local/story/story.ts';
import { moveClock } from '../lib/local/move-clock.ts';
import { fail, misuse, readCommand, wholeNumber } from './command.ts';

const { values: wanted } = readCommand(
  `npm start -- [--reset] [--no-demo] [--verbose] [--unthrottled] [--patient] [--staff-eds] [--later DAYS] [--data .local]          PORT=3000
The platform on this machine. --staff-eds: employees sign in by EDS to touch requests, as in a deployment. --later: its clock is so
many days ahead, so that one sees what happens to the same data in years.`,
  {
    options: {
      reset: { type: 'boolean', default: false },
      'no-demo': { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      unthrottled: { type: 'boolean', default: false },
      patient: { type: 'boolean', default: false },
      'staff-eds': { type: 'boolean', default: false },
      later: { type: 'string', default: '0' },
      data: { type: 'string', default: resolve(import.meta.dirname, '../.local') },
    },
  },
);
moveClock(wholeNumber('--later', wanted.later) * 86_400_000);
// Compiled sources are kept, so that the next start takes two thirds of the time.
enableCompileCache(resolve(import.meta.dirname, '../node_modules/.cache/node'));
const began = Date.now();
const say = (line: string) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);
const dataDir = resolve(wanted.data);
const port = Number(process.env['PORT'] ?? 3000);
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  misuse(`PORT is a number from 0 to 65535, not ${process.env['PORT']}`);

if (wanted.reset) {
  rmSync(dataDir, { recursive: true, force: true });
  say(`forgot everything in ${relative(process.cwd(), dataDir) || '.'}`);
}

/** Events that happen all the time. */
const usual = new Set(['request', 'aws-call']);

const demoDir = join(dataDir, 'demo');
const demo = await openDemo({ dir: demoDir, now: new Date() });
say(demo.created ? 'demo authority and people made' : 'demo authority and people found');
const authority = await startAuthority({ dir: authorityFolder(demoDir), port: 0 });

const iinsOf = (slug: string) =>
  new Set(demo.people.filter(({ keyFile }) => keyFile.includes(slug)).map(({ iin }) => iin));
const gateway = await startStandIns({
  unknown: iinsOf('applicant-unknown'),
  owing: iinsOf('applicant-owing'),
  powers: demoPowers,
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
    EdsProfile: 'demo',
    EdsAnchors: demo.anchors.map((der) => `${fingerprint(der)}=persons+timestamps`).join(','),
    CrlSources: crlSources(authority.url).join(','),
    OcspSources: ocspSources(authority.url).join(','),
    GatewayUrl: gateway.url,
  },
  findOwn: (path) => findDemoKeys(demoDir, demo.people, path),
  log: (code, identifiers) => {
    if (!usual.has(code) || wanted.verbose)
      say([code, ...Object.entries(identifiers).map((each) => each.join(' '))].join(', '));
  },
}).catch((error: Error) => fail(error.message));
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
    void Promise.all([platform.stop(), authority.stop(), gateway.stop()]).then(() => process.exit(0));
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
