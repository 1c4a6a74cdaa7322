import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { accessRules } from '../../../lib/domain/access/rules.ts';
import { functions } from '../../../lib/stack/functions.ts';
import { readSources, type Sources } from '../../../lib/stack/sources.ts';
import { stages, type StageData } from '../../../lib/stack/stages.ts';
import { resolvedOf, resourcesOf, synthesise, type Part } from './platform.ts';

process.env['CDK_VALIDATION'] = 'false';

let sources: Sources;
let prod: readonly Part[];
let test: readonly Part[];

beforeAll(async () => {
  const all = await readSources(join(import.meta.dirname, '../../..'), functions);
  // Three functions and two machines show what a stage changes.
  const verbs = ['authorize', 'answer-unknown', 'attach-file', 'sweep', 'submit-request'];
  sources = { ...all, functions: all.functions.filter(({ verb }) => verbs.includes(verb)), machines: [] };
  prod = synthesise(sources, accessRules);
  test = synthesise(sources, accessRules, { stage: 'test' });
});

const namesOf = (parts: readonly Part[]) =>
  resolvedOf(parts).flatMap(({ properties }) =>
    ['FunctionName', 'LogGroupName', 'StateMachineName', 'Name'].flatMap((key) =>
      typeof properties[key] === 'string' ? [properties[key]] : [],
    ),
  );

const parameterOf = (stage: string, name: string) =>
  synthesise(sources, accessRules, { stage })
    .flatMap(({ template }) => Object.entries(template.Parameters ?? {}))
    .find(([id]) => id === name)?.[1];
const patternOf = (stage: string, name: string) => parameterOf(stage, name)?.AllowedPattern ?? '';

it('employees of a deployment enter by EDS, and no parameter lets them do otherwise', () => {
  expect(parameterOf('prod', 'StaffSignIn')).toMatchObject({ Default: 'eds', AllowedPattern: '^eds$' });
  expect(parameterOf('local', 'StaffSignIn')).toMatchObject({ Default: 'either' });
  expect(new RegExp(patternOf('local', 'StaffSignIn')).test('eds')).toBe(true);
});

it('people reach a deployment by TLS alone; one machine talks to itself without', () => {
  for (const name of ['PublicUrl', 'UploadOrigins'])
    for (const [stage, url, isTaken] of [
      ['prod', 'https://services.example.kz', true],
      ['prod', 'http://services.example.kz', false],
      ['test', 'http://services.example.kz', false],
      ['local', 'http://localhost:3000', true],
    ] as const)
      expect([stage, name, url, new RegExp(patternOf(stage, name)).test(url)]).toEqual([stage, name, url, isTaken]);
});

describe('a stage', () => {
  it('names its stacks and everything in them, so that several fit in one account', () => {
    expect(prod.map(({ stack }) => stack.stackName)).toEqual(
      ['data', 'functions', 'machines', 'watch'].map((name) => `e-akimat-prod-${name}`),
    );
    expect(namesOf(prod).length).toBeGreaterThan(10);
    for (const name of namesOf(prod)) expect(name).toContain('e-akimat-prod');
    for (const name of namesOf(test)) expect(name).toContain('e-akimat-test');
  });

  it('deploys its stacks in the order of their needs', () => {
    const needs = prod.map(({ name, stack }) => [
      name,
      stack.dependencies.map((each) => each.stackName.split('-').at(-1)),
    ]);
    expect(Object.fromEntries(needs)).toMatchObject({
      data: [],
      functions: ['data'],
      machines: expect.arrayContaining(['functions', 'data']),
      watch: expect.arrayContaining(['machines', 'data']),
    });
  });

  it('in production refuses to be deleted; a trial does not', () => {
    expect(prod.map(({ stack }) => stack.terminationProtection)).toEqual([true, true, true, true]);
    expect(test.map(({ stack }) => stack.terminationProtection ?? false)).toEqual([false, false, false, false]);
    const kept = (parts: readonly Part[]) =>
      ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key'].flatMap((type) =>
        resourcesOf(parts)
          .whole(type)
          .map(([, { DeletionPolicy }]) => DeletionPolicy),
      );
    expect(new Set(kept(prod))).toEqual(new Set(['Retain']));
    expect(new Set(kept(test))).toEqual(new Set(['Delete']));
  });

  it('says for how long logs are kept and documents locked', () => {
    const days = (parts: readonly Part[]) =>
      resourcesOf(parts)
        .of('AWS::Logs::LogGroup')
        .map(([, { RetentionInDays }]) => RetentionInDays);
    expect(new Set(days(prod))).toEqual(new Set([365]));
    expect(new Set(days(test))).toEqual(new Set([30]));
  });

  it("counts the matches of AWS's rule groups until it is told to block, and samples neither body nor tokens", () => {
    const overrides = (data: StageData) => {
      const parts = synthesise(sources, accessRules, { stages: { prod: data } });
      const acl = resourcesOf(parts).only('AWS::WAFv2::WebACL');
      expect(acl['DataProtectionConfig']).toMatchObject({
        DataProtections: ['BODY', 'QUERY_STRING', 'SINGLE_HEADER', 'SINGLE_COOKIE'].map((FieldType) => ({
          Field: { FieldType },
          Action: 'SUBSTITUTION',
          ExcludeRuleMatchDetails: false,
        })),
      });
      return (acl['Rules'] as { OverrideAction?: object; Action?: object }[]).map(
        ({ OverrideAction, Action }) => OverrideAction ?? Object.keys(Action ?? {}).join(),
      );
    };
    const data = stages['prod']!;
    expect(overrides({ ...data, firewall: { ...data.firewall, mode: 'count' } })).toEqual([
      ...['Block', 'Block', 'Block'],
      { Count: {} },
      { Count: {} },
    ]);
    expect(overrides({ ...data, firewall: { ...data.firewall, mode: 'block' } })).toEqual([
      ...['Block', 'Block', 'Block'],
      { None: {} },
      { None: {} },
    ]);
  });

  it('may do without alarms', () => {
    const parts = synthesise(sources, accessRules, { stages: { prod: { ...stages['prod']!, alarms: false } } });
    expect(parts.map(({ name }) => name)).toEqual(['data', 'functions', 'machines']);
  });

  it('can use a retained or restored table, buckets and keys', () => {
    const key = (id: string) => `arn:aws:kms:eu-central-1:000000000000:key/${id}`;
    const attached = {
      dataKey: key('data'),
      table: 'restored-table',
      journal: 'restored-journal',
      buckets: { attachments: 'old-scans', documents: 'old-documents', trust: 'old-trust' },
      tokenKeys: [key('tokens')],
      gatewayKeys: [key('gateway')],
    };
    const parts = synthesise(sources, accessRules, { stages: { prod: { ...stages['prod']!, attached } } });
    const made = resourcesOf(parts);
    expect(made.of('AWS::DynamoDB::Table')).toEqual([]);
    expect(made.of('AWS::S3::Bucket').map(([id]) => id)).toEqual([expect.stringMatching(/^AccessLogs/)]);
    expect(made.of('AWS::KMS::Key').map(([id]) => id)).toEqual([expect.stringMatching(/^OperationsKey/)]);
    const submit = resolvedOf(parts).find(
      ({ properties }) => properties['FunctionName'] === 'e-akimat-prod-submit-request',
    );
    expect(submit?.properties['Environment']).toMatchObject({
      Variables: {
        TABLE_NAME: 'restored-table',
        JOURNAL_TABLE: 'restored-journal',
        DOCUMENTS_BUCKET: 'old-documents',
        TRUST_BUCKET: 'old-trust',
      },
    });
    const rights = JSON.stringify(resolvedOf(parts).filter(({ type }) => type === 'AWS::IAM::Role'));
    for (const resource of [
      'arn:aws:dynamodb:eu-central-1:000000000000:table/restored-table/index/byDue',
      'arn:aws:s3:::old-documents/*',
      key('data'),
    ])
      expect(rights).toContain(`"${resource}"`);
  });

  it('runs on the processor that is asked for', () => {
    const of = (parts: readonly Part[]) =>
      new Set(
        resourcesOf(parts)
          .of('AWS::Lambda::Function')
          .map(([, { Architectures }]) => String(Architectures)),
      );
    expect(of(prod)).toEqual(new Set(['arm64']));
    expect(of(synthesise(sources, accessRules, { arch: 'x86_64' }))).toEqual(new Set(['x86_64']));
  });

  it('that is unknown, or with an unknown processor, is refused with the choices', () => {
    expect(() => synthesise(sources, accessRules, { stage: 'production' })).toThrow(
      '-c stage=production: lib/stack/stages.ts knows prod, test, local',
    );
    expect(() => synthesise(sources, accessRules, { stage: 'constructor' })).toThrow('knows prod, test, local');
    expect(() => synthesise(sources, accessRules, { arch: 'riscv' })).toThrow('Lambda knows arm64, x86_64');
    // Its names would begin like those of `test`.
    expect(() => synthesise(sources, accessRules, { stage: 'test-2', stages: { 'test-2': stages['test']! } })).toThrow(
      'is not 2 to 12 small letters and digits',
    );
  });
});

describe('the upload origins', () => {
  it.each([
    ['https://services.example.kz', true],
    ['http://localhost:3000', false],
    ['https://a.example.kz,https://b.example.kz:8443', true],
    ['https://abc.execute-api.eu-central-1.amazonaws.com/live', false],
    ['https://services.example.kz/', false],
    ['*', false],
    ['', false],
  ])('may be %j: %s', (origins, accepted) => {
    const declared = (prod[0]?.template.Parameters ?? {})['UploadOrigins'];
    expect(new RegExp(declared?.AllowedPattern ?? '').test(origins)).toBe(accepted);
  });

  it.each([
    ['Attachments', ['PUT', 'GET']],
    ['Documents', ['GET']],
  ])('is an origin of %s, whatever the public address is', (name, methods) => {
    const [, bucket] =
      resourcesOf(prod)
        .of('AWS::S3::Bucket')
        .find(([id]) => id.startsWith(name)) ?? [];
    expect(bucket?.['CorsConfiguration']).toEqual({
      CorsRules: [
        {
          AllowedHeaders: ['*'],
          AllowedMethods: methods,
          AllowedOrigins: { 'Fn::Split': [',', { Ref: 'UploadOrigins' }] },
          ExposedHeaders: ['Content-Disposition', 'Content-Length', 'ETag', 'x-amz-checksum-sha256'],
        },
      ],
    });
  });
});
