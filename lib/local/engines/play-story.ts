import { spawnSync } from 'node:child_process';
import { basename, join, relative } from 'node:path';
import { ocspSources, tspSources } from '../demo/answer-authority.ts';
import { startAuthority } from '../demo/authority-server.ts';
import { crlSources } from '../demo/demo-crls.ts';
import { authorityFolder, openDemo } from '../demo/demo.ts';
import { fingerprint, seedDemo } from '../demo/seed.ts';
import { publishedKeys } from '../stand-ins/published-keys.ts';
import { serveStandIns } from '../stand-ins/serve-stand-ins.ts';
import { call } from '../http/client.ts';
import { epilogue } from '../story/epilogue.ts';
import { approval, tellStory } from '../story/story.ts';
import { deployStacks } from './deploy-stacks.ts';
import { listenOn } from './listen-on.ts';
import { localStackVersion, samVersion } from './find-missing.ts';
import { startSam } from './sam-gateway.ts';

export interface Surroundings {
  /** Folder for demo people, outputs and logs. */
  readonly folder: string;
  readonly localstack: URL;
  /** Address at which containers reach this machine. */
  readonly host: string;
  readonly say: (line: string) => void;
}

const root = join(import.meta.dirname, '../../..');
const STACKS = 'e-akimat-local';

/**
 * Plays the story of `npm start` on SAM and LocalStack: writes both templates, deploys, seeds, serves, and asks whether
 * the issued document is genuine. It stops what it started; the stacks stay.
 * @throws Error saying how far it came
 */
export async function playStory({ folder, localstack, host, port, say }: Surroundings & { readonly port: number }) {
  say(`LocalStack ${await localStackVersion(localstack.origin)}, SAM CLI ${samVersion()}`);
  const demoDir = join(folder, 'demo');
  const demo = await openDemo({ dir: demoDir, now: new Date() });
  const reachable = listenOn(host);
  // Fixed ports, so that a second deployment finds nothing to change.
  const authority = await startAuthority({ dir: authorityFolder(demoDir), port: port + 1, host: reachable });
  const gateway = await serveStandIns({
    findKey: publishedKeys(() => `http://127.0.0.1:${port}/.well-known/jwks.json`),
    unknown: new Set(),
    powers: [],
    host: reachable,
    port: port + 2,
  });
  const outside = (url: string) => url.replace(reachable, host);
  const parameters = {
    PublicUrl: `http://127.0.0.1:${port}`,
    MailFrom: 'no-reply@e-akimat.example',
    Offers: 'all',
    EdsProfile: 'demo',
    EdsAnchors: demo.anchors.map((der) => `${fingerprint(der)}=persons+timestamps`).join(','),
    CrlSources: crlSources(outside(authority.url)).join(','),
    OcspSources: ocspSources(outside(authority.url)).join(','),
    TspSources: tspSources(outside(authority.url)).join(','),
    GatewayUrl: outside(gateway.url),
  };
  try {
    writeTemplate('localstack');
    say('templates written');
    const outputs = join(folder, 'outputs.json');
    const stacks = deployStacks(
      { app: 'cdk.out/localstack', parameters: forStacks(parameters), outputs, log: join(folder, 'cdk.log') },
      process.env['AWS_REGION'] ?? '',
    );
    say(`stacks deployed: ${Object.keys(stacks).join(', ')}`);
    const { TableNameOutput = '', TrustBucketOutput = '' } = stacks[`${STACKS}-data`] ?? {};
    await seedDemo(demo, { tableName: TableNameOutput, trustBucket: TrustBucketOutput, now: new Date() });
    writeTemplate('sam', '--outputs', outputs, '--endpoint', `http://${host}:${localstack.port}`);
    const template = join(root, 'cdk.out/localstack/sam.template.json');
    const sam = await startSam({ template, port, parameters, log: join(folder, 'sam.log'), patience: 300_000 });
    say(`SAM serves ${sam.url}`);
    try {
      const name = `engines-${Date.now()}`;
      const told = await tellStory({ url: sam.url, demoDir, name, key: 'rsa', decision: approval, tell: say });
      const number = basename(told.pdf, '.pdf');
      const { status } = await call<{ status: string }>(sam.url, 'GET', `/documents/${number}`);
      say(`document ${number}: ${status}`);
      console.log(epilogue(told, 'rsa', demoDir));
    } finally {
      await sam.stop();
    }
  } finally {
    await Promise.all([authority.stop(), gateway.stop()]);
  }
}

const forStacks = ({ PublicUrl, ...others }: Readonly<Record<string, string>> & { readonly PublicUrl: string }) => ({
  [`${STACKS}-data:UploadOrigins`]: PublicUrl,
  ...Object.fromEntries(
    Object.entries({ PublicUrl, ...others }).map(([name, value]) => [`${STACKS}-functions:${name}`, value]),
  ),
});

/** Runs the same command that people run, so that this command is tested. */
function writeTemplate(...words: readonly string[]): void {
  const tool = join(root, 'bin/template.ts');
  const { status, stderr } = spawnSync(process.execPath, [tool, ...words], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${relative(root, tool)} ${words[0]}: ${stderr}`);
}
