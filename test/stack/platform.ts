import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { problems } from '../../lib/domain/problem/codes.ts';
import type { AccessRules } from '../../lib/stack/api.ts';
import { createApp } from '../../lib/stack/app.ts';
import type { FunctionTable } from '../../lib/stack/functions.ts';
import { readSources, type Sources } from '../../lib/stack/sources.ts';

/** A repository of its own in a temporary folder: path → text. */
export function writeTree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'e-akimat-stack-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export const handler = 'export const handler = async () => undefined;\n';
export const contract = (route: string) => `export const contract = { route: '${route}' };\n`;

/** The template that would be deployed, without bundling. */
export function synthesise(sources: Sources, accessRules: AccessRules): Template {
  const app = createApp({ sources, accessRules, problems, context: { 'aws:cdk:bundling-stacks': [] } });
  return Template.fromStack(app.node.findChild('e-akimat') as Stack);
}

/** The same from a temporary repository. */
export const synthesiseTree = async (
  files: Readonly<Record<string, string>>,
  table: FunctionTable,
  accessRules: AccessRules,
) => synthesise(await readSources(writeTree(files), table), accessRules);
