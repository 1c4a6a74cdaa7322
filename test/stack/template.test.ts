import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { accessRules } from '../../lib/domain/access/rules.ts';
import { concurrency } from '../../lib/stack/concurrency.ts';
import { functions } from '../../lib/stack/functions.ts';
import { readSources, type Sources } from '../../lib/stack/sources.ts';
import { resourcesOf, synthesise, type Resources } from './platform.ts';

// CloudFormation's own rules have a test of their own: synth.test.ts.
process.env['CDK_VALIDATION'] = 'false';

const root = join(import.meta.dirname, '../..');
let sources: Sources;
let resources: Resources;

beforeAll(async () => {
  sources = await readSources(root, functions);
  resources = resourcesOf(synthesise(sources, accessRules));
});

describe('what people entrusted', () => {
  it('is encrypted everywhere by keys of the stack', () => {
    for (const [id, { SSESpecification }] of resources.of('AWS::DynamoDB::Table'))
      expect([id, SSESpecification]).toMatchObject([id, { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: {} }]);
    for (const [id, { BucketEncryption }] of resources.of('AWS::S3::Bucket')) {
      const algorithm = id.startsWith('AccessLogs') ? 'AES256' : 'aws:kms';
      expect([id, JSON.stringify(BucketEncryption)]).toEqual([id, expect.stringContaining(`"${algorithm}"`)]);
    }
    for (const [id, { KmsKeyId }] of resources.of('AWS::Logs::LogGroup'))
      expect([id, KmsKeyId]).not.toEqual([id, undefined]);
    for (const [id, { KmsMasterKeyId }] of resources.of('AWS::SNS::Topic'))
      expect([id, KmsMasterKeyId]).not.toEqual([id, undefined]);
  });

  it('outlives the stack, and can be brought back to any minute of the last weeks', () => {
    const kept = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key'].flatMap((type) => resources.whole(type));
    for (const [id, { DeletionPolicy, UpdateReplacePolicy }] of kept)
      expect([id, DeletionPolicy, UpdateReplacePolicy]).toEqual([id, 'Retain', 'Retain']);
    const table = resources.only('AWS::DynamoDB::Table');
    expect(table).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  it('is never public, and S3 answers TLS 1.2 or better only', () => {
    for (const [id, { PublicAccessBlockConfiguration }] of resources.of('AWS::S3::Bucket'))
      expect([id, Object.values(PublicAccessBlockConfiguration as object)]).toEqual([id, [true, true, true, true]]);
    const policies = resources
      .of('AWS::S3::BucketPolicy')
      .map(([, { PolicyDocument }]) => JSON.stringify(PolicyDocument));
    expect(policies).toHaveLength(resources.of('AWS::S3::Bucket').length);
    for (const policy of policies) {
      expect(policy).toContain('"aws:SecureTransport":"false"');
      expect(policy).toContain('"s3:TlsVersion":1.2');
    }
  });

  it('keeps documents under object lock, every version of them', () => {
    const [documents] = resources.of('AWS::S3::Bucket').filter(([id]) => id.startsWith('Documents'));
    expect(documents?.[1]).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE' } } },
      VersioningConfiguration: { Status: 'Enabled' },
    });
  });
});

describe('a grant', () => {
  const statements = () =>
    [
      ...resources
        .of('AWS::IAM::Role')
        .flatMap(([id, { Policies = [] }]) =>
          (Policies as { PolicyDocument: unknown }[]).map(({ PolicyDocument }) => [id, PolicyDocument] as const),
        ),
      ...resources.of('AWS::IAM::Policy').map(([id, { PolicyDocument }]) => [id, PolicyDocument] as const),
    ].flatMap(([id, document]) =>
      (document as { Statement: { Action: string | string[]; Resource: unknown }[] }).Statement.map(
        ({ Action, Resource }) => ({ id, actions: [Action].flat(), resources: [Resource].flat() }),
      ),
    );

  it('names each action', () => {
    expect(
      statements()
        .flatMap(({ actions }) => actions)
        .filter((action) => action.includes('*')),
    ).toEqual([]);
  });

  it('names its resource, except where AWS has none to name', () => {
    const withoutResources =
      /^(xray:PutTraceSegments|xray:PutTelemetryRecords|logs:\w*LogDeliver\w+|logs:PutResourcePolicy|logs:DescribeResourcePolicies|logs:DescribeLogGroups)$/;
    const offending = statements()
      .filter(({ resources }) => resources.includes('*'))
      .flatMap(({ id, actions }) =>
        actions.filter((action) => !withoutResources.test(action)).map((action) => [id, action]),
      );
    expect(offending).toEqual([]);
  });

  it('has a star within a resource only for the objects of a bucket', () => {
    const starred = statements()
      .flatMap(({ actions, resources }) => resources.map((resource) => ({ actions, resource })))
      .filter(({ resource }) => resource !== '*' && JSON.stringify(resource).includes('*'));
    expect(starred.length).toBeGreaterThan(0);
    for (const { actions, resource } of starred) {
      expect(actions.join()).toMatch(/^(s3:(Get|Put|Delete)Object,?)+$/);
      expect(JSON.stringify(resource)).toMatch(
        /^\{"Fn::Join":\["",\[\{"Fn::GetAtt":\["\w+","Arn"\]\},"\/(crls\/)?\*"\]\]\}$/,
      );
    }
  });

  it('gives SES one sender', () => {
    const mail = resources
      .of('AWS::IAM::Role')
      .filter(([, { Policies }]) => JSON.stringify(Policies ?? []).includes('ses:SendEmail'));
    expect(mail.map(([, { Policies }]) => JSON.stringify(Policies))).toEqual([
      expect.stringContaining('"ses:FromAddress":{"Ref":"MailFrom"}'),
    ]);
  });

  it('gives a function the variables that its handler reads, and no others', () => {
    const given = new Map<string, string[]>();
    const read = new Map<string, string[]>();
    for (const [, { Environment }, metadata] of resources.of('AWS::Lambda::Function')) {
      const entry = String(metadata['e-akimat:entry']);
      const [, list = ''] =
        /readEnvironment\(\s*process\.env,([^)]*)\)/.exec(readFileSync(join(root, entry), 'utf8')) ?? [];
      read.set(entry, [...list.matchAll(/'(\w+)'/g)].map(([, name = '']) => name).sort());
      const { NODE_OPTIONS: _, ...variables } = (Environment as { Variables: Record<string, unknown> }).Variables;
      given.set(entry, Object.keys(variables).sort());
    }
    expect(given).toEqual(read);
  });
});

describe('the API', () => {
  const methods = () =>
    resources.of('AWS::ApiGateway::Method').map(([, method]) => ({ method, route: resources.routeOf(method) }));

  it('has every route of the access rules and the answer to all others', () => {
    const routes = methods().map(({ route }) => route);
    expect(routes.filter((route) => !route.startsWith('ANY ')).sort()).toEqual(Object.keys(accessRules).sort());
    const paths = [...new Set(routes.map((route) => route.split(' ')[1]))];
    expect(routes.filter((route) => route.startsWith('ANY ')).sort()).toEqual(
      paths.map((path) => `ANY ${path}`).sort(),
    );
  });

  it('asks the authorizer on every route that is not public', () => {
    for (const { route, method } of methods()) {
      const open = route.startsWith('ANY ') || accessRules[route as keyof typeof accessRules] === 'public';
      expect([route, method['AuthorizationType'], method['AuthorizerId'] !== undefined]).toEqual([
        route,
        open ? 'NONE' : 'CUSTOM',
        !open,
      ]);
    }
    const authorizer = resources.only('AWS::ApiGateway::Authorizer');
    expect(authorizer).toMatchObject({ Type: 'REQUEST', AuthorizerResultTtlInSeconds: 0 });
  });

  it('speaks TLS 1.2 or better, behind a firewall, and logs neither addresses nor people', () => {
    const api = resources.only('AWS::ApiGateway::RestApi');
    expect(api).toMatchObject({ SecurityPolicy: expect.stringContaining('TLS13_1_2'), EndpointAccessMode: 'STRICT' });
    expect(resources.of('AWS::WAFv2::WebACLAssociation')).toHaveLength(1);
    const stage = resources.only('AWS::ApiGateway::Stage');
    const { Format } = stage['AccessLogSetting'] as { Format: string };
    expect(Format).not.toMatch(/identity|context\.path|authorizer|query|header/i);
    expect(JSON.stringify(stage['MethodSettings'])).not.toContain('"DataTraceEnabled":true');
  });

  it('lets sign-in, registration and public checks be called less often than the rest', () => {
    const stage = resources.only('AWS::ApiGateway::Stage');
    const settings = stage['MethodSettings'] as {
      ResourcePath: string;
      HttpMethod: string;
      ThrottlingRateLimit: number;
    }[];
    const rate = (path: string, method: string) =>
      settings.find(({ ResourcePath, HttpMethod }) => ResourcePath === path && HttpMethod === method)
        ?.ThrottlingRateLimit ?? Number.NaN;
    for (const [path, method] of [
      ['/~1sessions', 'POST'],
      ['/~1accounts', 'POST'],
      ['/~1documents~1{number}', 'GET'],
      ['/~1eds~1verifications', 'POST'],
    ] as const)
      expect([path, rate(path, method)]).toEqual([path, 10]);
    expect(rate('/~1requests~1{id}~1submission', 'POST')).toBe(50);
    expect(rate('/*', '*')).toBe(200);
  });

  it('keeps room for what it names, and lets it take no more', () => {
    const reserved = resources
      .of('AWS::Lambda::Function')
      .filter(([, { ReservedConcurrentExecutions }]) => ReservedConcurrentExecutions !== undefined)
      .map(([, { Description, ReservedConcurrentExecutions }]) => [String(Description), ReservedConcurrentExecutions]);
    expect(reserved).toHaveLength(Object.keys(concurrency).length);
    expect(reserved).toContainEqual(['POST /requests/{id}/submission', concurrency['submit-request']]);
    expect(reserved).toContainEqual(['schedule: sweep', 1]);
  });

  it('answers refusals of its own in Russian and Kazakh', () => {
    const answers = resources.of('AWS::ApiGateway::GatewayResponse');
    expect(answers.map(([, { ResponseType }]) => ResponseType)).toEqual(
      expect.arrayContaining(['DEFAULT_4XX', 'DEFAULT_5XX', 'UNAUTHORIZED', 'THROTTLED']),
    );
    for (const [, { ResponseTemplates, StatusCode }] of answers) {
      const problem = JSON.parse((ResponseTemplates as Record<string, string>)['application/json'] ?? '') as {
        title: string;
        status: number;
      };
      expect(problem).toMatchObject({ status: Number(StatusCode), code: expect.stringMatching(/^\w+\/[\w-]+$/) });
      expect(problem.title).toMatch(/[әғқңөұүһі]/i);
      expect(problem.title).not.toContain('{');
    }
  });
});

describe('operators', () => {
  it('are told who is harmed, for each route and each step', () => {
    const alarms = resources.of('AWS::CloudWatch::Alarm').map(([, alarm]) => JSON.stringify(alarm));
    for (const { verb, route } of sources.functions) {
      const [method, path] = route?.split(' ') ?? [];
      const watched = route
        ? `"Value":"${method}"},{"Name":"Resource","Value":"${path}"}`
        : resources.functionIdOf(verb);
      if (verb !== 'authorize' && verb !== 'answer-unknown')
        expect([verb, alarms.some((alarm) => alarm.includes(watched))]).toEqual([verb, true]);
    }
    for (const [id, { AlarmDescription, AlarmActions }] of resources.of('AWS::CloudWatch::Alarm')) {
      expect([id, AlarmDescription]).toEqual([id, expect.stringMatching(/^\S.{20,}\.$/)]);
      expect(AlarmActions).toHaveLength(1);
    }
  });

  it('find a year of encrypted logs and a trace of every call', () => {
    for (const [id, { RetentionInDays }] of resources.of('AWS::Logs::LogGroup'))
      expect([id, RetentionInDays]).toEqual([id, 365]);
    for (const [id, { TracingConfig }] of resources.of('AWS::Lambda::Function'))
      expect([id, TracingConfig]).toEqual([id, { Mode: 'Active' }]);
    for (const [id, machine] of resources.of('AWS::StepFunctions::StateMachine'))
      expect([id, machine]).toMatchObject([
        id,
        {
          TracingConfiguration: { Enabled: true },
          LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
        },
      ]);
  });

  it('meet one machine for each compiled file, and keep well below the 500 resources of a stack', () => {
    const machines = resources.of('AWS::StepFunctions::StateMachine');
    expect(new Set(machines.map(([, { StateMachineName }]) => StateMachineName))).toEqual(
      new Set(sources.machines.map(({ name }) => `e-akimat-${name}`)),
    );
    expect(resources.count).toBeLessThan(490);
  });
});
