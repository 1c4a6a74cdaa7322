import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');

describe('the CDK app', () => {
  it('synthesises without account, network or finding, by the rules of CloudFormation and of cdk-nag', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'e-akimat-synth-'));
    const { status, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/app.ts'], {
      cwd: root,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        CDK_OUTDIR: outdir,
        CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:bundling-stacks': [] }),
      },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
