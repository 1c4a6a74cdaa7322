// Writes the app as SAM and LocalStack take it, bundled, for this machine's processor (docs/local-aws.md):
//   npm run template:localstack                         cdk.out/localstack: an assembly for `cdk deploy --app`
//   npm run template:sam -- --outputs outputs.json [--endpoint http://172.17.0.1:4566] [--account 000000000000]
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LOCAL_ACCOUNT } from '../lib/local/engines/deploy-stacks.ts';
import { readExports, samTemplate } from '../lib/local/engines/sam-template.ts';
import type { Template } from '../lib/local/template/resolve.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    outputs: { type: 'string', default: '' },
    endpoint: { type: 'string', default: 'http://172.17.0.1:4566' },
    account: { type: 'string', default: LOCAL_ACCOUNT },
    arch: { type: 'string', default: process.arch === 'arm64' ? 'arm64' : 'x86_64' },
  },
});
const [engine] = positionals;
if (engine !== 'sam' && engine !== 'localstack') fail('name an engine: sam or localstack');
if (engine === 'sam' && !existsSync(values.outputs))
  fail('--outputs is the file that `cdk deploy --outputs-file` wrote where the stacks stand');

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'cdk.out', engine);
rmSync(folder, { recursive: true, force: true });
const { status, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/app.ts'], {
  cwd: root,
  encoding: 'utf8',
  env: {
    ...process.env,
    CDK_OUTDIR: folder,
    CDK_VALIDATION: 'false',
    CDK_CONTEXT_JSON: JSON.stringify({ stage: 'local', arch: values.arch }),
  },
});
if (status !== 0) {
  console.error(stderr);
  process.exit(status ?? 1);
}
if (engine === 'localstack') console.log(`${relative(root, folder)}: ${values.arch}`);
else writeSam();

function writeSam() {
  const template = JSON.parse(readFileSync(join(folder, 'e-akimat-local-functions.template.json'), 'utf8')) as Template;
  const path = join(folder, 'sam.template.json');
  try {
    const exports = readExports(readFileSync(values.outputs, 'utf8'));
    writeFileSync(path, JSON.stringify(samTemplate(template, { ...values, exports }), null, 1));
  } catch (error) {
    fail(`${values.outputs}: ${(error as Error).message}`);
  }
  console.log(`${relative(root, path)}: ${values.arch}, services at ${values.endpoint}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(64);
}
