import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { sequence, integer } from '../../../lib/signing/der-writer.ts';
import { stamped } from '../../mint/additions.ts';
import { makeBlueprint } from '../../mint/blueprint.ts';
import { mintCertificate } from '../../mint/mint-certificate.ts';
import { mintCrl } from '../../mint/mint-evidence.ts';
import { mintTimestamp } from '../../mint/mint-timestamp.ts';
import { mint } from '../../mint/mint.ts';
import { makeWorld } from '../../mint/world.ts';

const root = join(import.meta.dirname, '../../..');
const readme = readFileSync(join(root, 'lib/eds/README.md'), 'utf8');
/** Each example with what it prints. */
const examples = [...readme.matchAll(/```ts\n(.+?)```.*?```text\n(.*?)```/gsu)].map(([, code = '', printed = '']) => ({
  code,
  printed,
}));

describe('the library', () => {
  let folder: string;
  beforeAll(async () => {
    // Inside the repository: a package finds itself by its own name only there.
    mkdirSync(join(root, '.local'), { recursive: true });
    folder = mkdtempSync(join(root, '.local/library-'));
    const blueprint = makeBlueprint(await makeWorld('ecdsa'));
    blueprint.cms.attached = false;
    const token = mintTimestamp(blueprint, stamped(blueprint), Uint8Array.of(1));
    delete blueprint.timestamp;
    const files = {
      'signature.p7s': mint(blueprint).cms,
      'content.txt': blueprint.content,
      'root.cer': mintCertificate(blueprint.root),
      'nca.cer': mintCertificate(blueprint.nca),
      'root.crl': mintCrl(blueprint.rootCrl),
      'nca.crl': mintCrl(blueprint.ncaCrl!),
      'timestamp.tsr': sequence(sequence(integer(0)), token),
    };
    for (const [name, octets] of Object.entries(files)) writeFileSync(join(folder, name), octets);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has an example for each of its uses', () => {
    expect(examples).toHaveLength(4);
  });

  it.each(examples)('does what example %# of its README shows', ({ code, printed }) => {
    writeFileSync(join(folder, 'example.ts'), code);
    const options = { cwd: folder, encoding: 'utf8' } as const;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'example.ts'],
      options,
    );
    expect({ stdout, stderr }).toEqual({ stdout: printed, stderr: '' });
  });

  it('needs nothing that is installed', async () => {
    const { metafile } = await build({
      entryPoints: [join(root, 'lib/eds/library.ts')],
      ...{ bundle: true, write: false, metafile: true, platform: 'node', format: 'esm', logLevel: 'silent' },
    });
    const used = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
    expect([...new Set(used.filter((path) => !path.startsWith('lib/eds/')))].toSorted()).toEqual(['node:crypto']);
  });
});
