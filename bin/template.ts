// Writes the app in the form for LocalStack and SAM, bundled, for this machine's processor (docs/local-aws.md):
//   npm run template:localstack [-- --arch arm64]     cdk.out/localstack: an assembly for `cdk deploy --app`
//   npm run template:sam -- --outputs outputs.json [--endpoint http://172.17.0.1:4566] [--account 000000000000]
// The second takes the functions from where the first wrote them, so that SAM runs what was deployed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { LOCAL_ACCOUNT } from '../lib/local/engines/deploy-stacks.ts';
import { readExports, samTemplate } from '../lib/local/engines/sam-template.ts';
import type { Template } from '../lib/local/template/resolve.ts';
import { fail, misuse, readCommand } from './command.ts';

const { values, positionals } = readCommand(
  `npm run template:localstack [-- --arch x86_64|arm64]
npm run template:sam -- --outputs FILE [--endpoint URL] [--account ID] [--region NAME]
Writes the app in the form for LocalStack or SAM (docs/local-aws.md).`,
  {
    allowPositionals: true,
    options: {
      outputs: { type: 'string', default: '' },
      endpoint: { type: 'string', default: 'http://172.17.0.1:4566' },
      account: { type: 'string', default: LOCAL_ACCOUNT },
      region: { type: 'string', default: process.env['AWS_REGION'] ?? 'eu-central-1' },
      arch: { type: 'string', default: process.arch === 'arm64' ? 'arm64' : 'x86_64' },
    },
  },
);
const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'cdk.out/localstack');
const [engine] = positionals;
if (engine === 'localstack') writeAssembly();
else if (engine === 'sam') writeSam();
else misuse('name an engine: localstack or sam');

function writeAssembly() {
  rmSync(folder, { recursive: true, force: true });
  const { status, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/app.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      CDK_OUTDIR: folder,
      CDK_VALIDATION: 'false',
      // With the path of each function's code, by which SAM finds it here.
      CDK_CONTEXT_JSON: JSON.stringify({ stage: 'local', arch: values.arch, 'aws:cdk:enable-asset-metadata': true }),
    },
  });
  if (status !== 0) {
    console.error(stderr);
    process.exit(status ?? 1);
  }
  console.log(`${relative(root, folder)}: ${values.arch}`);
}

function writeSam() {
  const functions = join(folder, 'e-akimat-local-functions.template.json');
  if (!existsSync(functions)) fail('deploy what `npm run template:localstack` writes first');
  if (!existsSync(values.outputs))
    fail('--outputs is the file that `cdk deploy --outputs-file` wrote where the stacks stand');
  const path = join(folder, 'sam.template.json');
  try {
    const template = JSON.parse(readFileSync(functions, 'utf8')) as Template;
    const exports = readExports(readFileSync(values.outputs, 'utf8'));
    writeFileSync(path, JSON.stringify(samTemplate(template, { ...values, exports }), null, 1));
  } catch (error) {
    fail((error as Error).message);
  }
  console.log(`${relative(root, path)}: services at ${values.endpoint}`);
}
