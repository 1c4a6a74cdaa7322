import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Template } from './resolve.ts';

export interface Synthesised {
  /** The resources of all stacks. */
  readonly templates: readonly Template[];
  /** Text of an asset by its S3 key. */
  readonly asset: (key: string) => string;
}

const run = promisify(execFile);

/**
 * The templates of the CDK app, without bundles. They are made again only if one of their sources has changed: the app
 * and all our code that it imports, contracts, machines, and the lock file.
 */
export async function synthesise(root: string, app: string, folder: string): Promise<Synthesised> {
  const stamp = join(folder, 'sources.sha256');
  const digest = await digestSources(root, app);
  if (!existsSync(stamp) || (await readFile(stamp, 'utf8')) !== digest) {
    // Made in another folder first: a child of a killed start may still be writing.
    await mkdir(dirname(folder), { recursive: true });
    const beside = await mkdtemp(`${folder}-`);
    await synth(root, app, beside);
    await writeFile(join(beside, basename(stamp)), digest);
    await rm(folder, { recursive: true, force: true });
    await rename(beside, folder);
    await forget(folder);
  }
  return readAssembly(folder);
}

/** What earlier starts began beside `folder` and never finished. */
async function forget(folder: string) {
  const begun = (await readdir(dirname(folder))).filter((name) => name.startsWith(`${basename(folder)}-`));
  await Promise.all(begun.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })));
}

/** The CDK library is large, so it is loaded only in a process of its own. */
async function synth(root: string, app: string, folder: string) {
  const env = {
    ...process.env,
    CDK_OUTDIR: folder,
    // test/lib/stack and `cdk synth` check the rules of CloudFormation and cdk-nag; a start need not wait for them.
    CDK_VALIDATION: 'false',
    CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:bundling-stacks': [], stage: 'local' }),
  };
  try {
    await run(process.execPath, ['--disable-warning=ExperimentalWarning', app], { cwd: root, env, maxBuffer: 64e6 });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    await rm(folder, { recursive: true, force: true });
    throw new Error(`${relative(root, app)} could not be synthesised:\n${stdout}${stderr}`, { cause: error });
  }
}

async function readAssembly(folder: string): Promise<Synthesised> {
  const names = await readdir(folder);
  const templates: Template[] = [];
  for (const each of names.filter((name) => name.endsWith('.template.json')).sort())
    templates.push(JSON.parse(await readFile(join(folder, each), 'utf8')) as Template);
  if (templates.length === 0) throw new Error(`${folder}: there is no template`);
  const texts = names.filter((each) => /^asset\..*\.(json|txt|yaml)$/.test(each));
  const assets = new Map<string, string>();
  for (const each of texts) assets.set(each.replace(/^asset\./, ''), await readFile(join(folder, each), 'utf8'));
  return {
    templates,
    asset: (key) => {
      const text = assets.get(key);
      if (text === undefined) throw new Error(`${folder}: there is no asset ${key}`);
      return text;
    },
  };
}

/** Digest of names and contents of all files on which the template depends. */
export async function digestSources(root: string, app: string): Promise<string> {
  const found = new Map<string, string>();
  const visit = async (file: string): Promise<void> => {
    if (found.has(file) || !existsSync(file)) return;
    const text = await readFile(file, 'utf8');
    found.set(file, text);
    if (file.endsWith('.ts')) await Promise.all(importsOf(text).map((each) => visit(resolve(dirname(file), each))));
  };
  const functions = join(root, 'functions');
  const machines = join(root, 'statemachines/asl');
  const under = async (folder: string, wanted: RegExp) =>
    existsSync(folder)
      ? (await readdir(folder, { recursive: true }))
          .filter((each) => wanted.test(each))
          .map((each) => join(folder, each))
      : [];
  const handlers = await under(functions, /handler\.ts$/);
  await Promise.all(
    [
      resolve(root, app),
      ...['cdk.json', 'package-lock.json'].map((each) => join(root, each)),
      ...(await under(functions, /contract\.ts$/)),
      ...(await under(machines, /\.json$/)),
    ].map(visit),
  );
  const lines = [...found].map(([file, text]) => `${relative(root, file)} ${sha256(text)}`);
  // Of handlers, only their existence matters to the template; their code is loaded at run time.
  const names = handlers.map((each) => relative(root, each));
  return sha256([process.version, ...lines.sort(), ...names.sort()].join('\n'));
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const importsOf = (text: string) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map(([, path = '']) => path);
