import type * as z from 'zod';
import { readFirewall } from '../../../lib/local/template/firewall.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { lookOf } from '../../../lib/domain/access/journal-rules.ts';
import { accessRules, type Route } from '../../../lib/domain/access/rules.ts';
import { dueKinds } from '../../../lib/domain/request/due.ts';
import { concurrency } from '../../../lib/stack/concurrency.ts';
import { functions } from '../../../lib/stack/functions.ts';
import { outcomes } from '../../../lib/adapters/outcome.ts';
import { sweepKinds } from '../../../lib/stack/alarm-texts.ts';
import { outcomes as outcomesOfMetrics } from '../../../lib/stack/metrics.ts';
import { readSources, type Sources } from '../../../lib/stack/sources.ts';
import { operationsOf, resolvedOf, resourcesOf, synthesise } from './platform.ts';
import type { Body, Part, Resources } from './platform.ts';

// Another test checks CloudFormation's own rules: synth.test.ts.
process.env['CDK_VALIDATION'] = 'false';

const root = join(import.meta.dirname, '../../..');
let sources: Sources;
let parts: readonly Part[];
let resources: Resources;

beforeAll(async () => {
  sources = await readSources(root, functions);
  parts = synthesise(sources, accessRules);
  resources = resourcesOf(parts);
});

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

describe("people's data", () => {
  it('is encrypted everywhere with keys of the stage', () => {
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

  it('outlives the stack, and can be restored to any minute of the last weeks', () => {
    const kept = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key'].flatMap((type) => resources.whole(type));
    for (const [id, { DeletionPolicy, UpdateReplacePolicy }] of kept)
      expect([id, DeletionPolicy, UpdateReplacePolicy]).toEqual([id, 'Retain', 'Retain']);
    for (const [id, table] of resources.of('AWS::DynamoDB::Table'))
      expect([id, table]).toMatchObject([
        id,
        { DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
      ]);
  });

  it('stays in the access journal for its term: whoever answers people may only add an entry, and one job deletes', () => {
    const [[id, journal] = ['', {}]] = resources
      .of('AWS::DynamoDB::Table')
      .filter(([each]) => each.startsWith('Journal'));
    expect(journal).not.toHaveProperty('TimeToLiveSpecification');
    const roles = resolvedOf(parts).filter(({ type }) => type === 'AWS::IAM::Role');
    const rightsOf = (role: (typeof roles)[number]) =>
      ((role.properties['Policies'] ?? []) as { PolicyDocument: { Statement: Statement[] } }[])
        .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
        .filter(({ Resource }) => JSON.stringify(Resource).includes(id))
        .flatMap(({ Action }) => Action);
    const rights = roles.map(rightsOf).filter((actions) => actions.length > 0);
    expect(rights.length).toBeGreaterThan(5);
    expect([...new Set(rights.flat())].toSorted()).toEqual([
      'dynamodb:DeleteItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
    ]);
    // Whoever deletes adds nothing, and is one role.
    const deleting = rights.filter((actions) => actions.includes('dynamodb:DeleteItem'));
    expect(deleting.map((actions) => actions.toSorted())).toEqual([['dynamodb:DeleteItem', 'dynamodb:Query']]);
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

interface Statement {
  readonly Action: string | string[];
  readonly Resource: string | string[];
}

describe('a grant', () => {
  it('names each action', () => {
    expect(
      statements()
        .flatMap(({ actions }) => actions)
        .filter((action) => action.includes('*')),
    ).toEqual([]);
  });

  it('names its resource, except where AWS has none', () => {
    const withoutResources =
      /^(xray:PutTraceSegments|xray:PutTelemetryRecords|xray:GetSamplingRules|xray:GetSamplingTargets|logs:\w*LogDeliver\w+|logs:PutResourcePolicy|logs:DescribeResourcePolicies|logs:DescribeLogGroups)$/;
    const offending = statements()
      .filter(({ resources }) => resources.includes('*'))
      .flatMap(({ id, actions }) =>
        actions.filter((action) => !withoutResources.test(action)).map((action) => [id, action]),
      );
    expect(offending).toEqual([]);
  });

  const patterns = [
    {
      of: /^arn:aws:s3:::e-akimat-\w+\/((crls|refused|registers|journal)\/)?\*$/,
      may: /^(s3:(Get|Put|Delete)Object(Tagging)?,?)+$/,
    },
    {
      of: /^arn:aws:states:eu-central-1:000000000000:stateMachine:e-akimat-prod-\*$/,
      may: /^(states:(StartExecution|SendTaskSuccess|SendTaskFailure),?)+$/,
    },
    {
      of: /^arn:aws:logs:eu-central-1:000000000000:log-group:\/aws\/lambda\/e-akimat-prod-[a-z]+:\*$/,
      may: /^logs:CreateLogStream,logs:PutLogEvents$/,
    },
  ];

  it('has a star within a resource only for objects of a bucket, machines of the stage and streams of an area', () => {
    const starred = resolvedOf(parts)
      .filter(({ type }) => type === 'AWS::IAM::Role')
      .flatMap(({ properties: { Policies = [] } }) => Policies as { PolicyDocument: { Statement: Statement[] } }[])
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .flatMap(({ Action, Resource }) => [Resource].flat().map((resource) => ({ actions: [Action].flat(), resource })))
      .filter(({ resource }) => resource !== '*' && resource.includes('*'));
    expect(starred.length).toBeGreaterThan(0);
    for (const { actions, resource } of starred)
      expect(patterns.filter((each) => each.of.test(resource) && each.may.test(actions.join()))).toHaveLength(1);
  });

  it('gives SES one sender', () => {
    const mail = resources
      .of('AWS::IAM::Role')
      .filter(([, { Policies }]) => JSON.stringify(Policies ?? []).includes('ses:SendEmail'));
    expect(mail.map(([, { Policies }]) => JSON.stringify(Policies))).toEqual([
      expect.stringContaining('"ses:FromAddress":{"Ref":"MailFrom"}'),
    ]);
  });

  it('is shared by functions with the same needs, and by no others', () => {
    const needs = new Map<string, Set<string>>();
    for (const [, { FunctionName, Role }] of resources.of('AWS::Lambda::Function')) {
      const source = sources.functions.find(({ verb }) => FunctionName === `e-akimat-prod-${verb}`);
      const role = JSON.stringify(Role);
      needs.set(role, (needs.get(role) ?? new Set()).add((source?.needs ?? ['?']).toSorted().join(' ')));
    }
    for (const [role, sets] of needs) expect([role, sets.size]).toEqual([role, 1]);
    expect(needs.size).toBe(new Set([...needs.values()].flatMap((sets) => [...sets])).size);
  });

  it('gives a function the variables that its handler reads, and no others', () => {
    const given = new Map<string, string[]>();
    const read = new Map<string, string[]>();
    for (const [, { Environment }, metadata] of resources.of('AWS::Lambda::Function')) {
      const entry = String(metadata['e-akimat:entry']);
      const [, list = ''] =
        /readEnvironment\(\s*process\.env,([^)]*)\)/.exec(readFileSync(join(root, entry), 'utf8')) ?? [];
      const { route } = sources.functions.find((source) => source.entry === entry) ?? {};
      const own = [...list.matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
      // Read by the door of a route whose calls are written down: lib/adapters/http/note-call.ts.
      const noted = route !== undefined && lookOf(route as Route) ? ['JOURNAL_TABLE'] : [];
      read.set(entry, [...new Set([...own, ...noted])].sort());
      // `serve` and `serveRow` read it for every function: lib/adapters/outcome.ts.
      const {
        NODE_OPTIONS: _,
        AREA: __,
        METRICS_NAMESPACE: ___,
        ...variables
      } = (Environment as { Variables: Record<string, unknown> }).Variables;
      given.set(entry, Object.keys(variables).sort());
    }
    expect(given).toEqual(read);
  });
});

describe('the API', () => {
  const operations = () => operationsOf(resources.body());
  const isOpen = (route: string) => accessRules[route as keyof typeof accessRules] === 'public';

  it('has every route of the access rules, HEAD where everybody may GET, and two that answer all others', () => {
    const heads = Object.keys(accessRules).flatMap((route) =>
      isOpen(route) && route.startsWith('GET ') ? [route.replace('GET', 'HEAD')] : [],
    );
    const routes = operations().map(({ route }) => route);
    expect(routes.toSorted()).toEqual([...Object.keys(accessRules), ...heads, 'ANY /', 'ANY /{proxy+}'].toSorted());
    // SAM keeps the last of two methods that match.
    expect(Object.keys(resources.body().paths['/'] ?? {})).toEqual(['x-amazon-apigateway-any-method', 'get', 'head']);
  });

  it('asks the authorizer on every route that is not public, which cdk-nag cannot check in a body', () => {
    for (const { route, operation } of operations()) {
      const open = route.startsWith('ANY ') || isOpen(route.replace('HEAD', 'GET'));
      expect([route, operation.security]).toEqual([route, open ? undefined : [{ session: [] }]]);
    }
    expect(resources.body().components.securitySchemes).toMatchObject({
      session: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        'x-amazon-apigateway-authtype': 'custom',
        'x-amazon-apigateway-authorizer': { type: 'request', authorizerResultTtlInSeconds: 0 },
      },
    });
  });

  it('is written in OpenAPI 3.0, the newest that API Gateway imports, and has no methods beside its body', () => {
    expect(resources.body().openapi).toBe('3.0.1');
    for (const type of ['Method', 'Resource', 'Authorizer', 'GatewayResponse'])
      expect([type, resources.of(`AWS::ApiGateway::${type}`)]).toEqual([type, []]);
  });

  it('calls each function by the verb of its route', () => {
    const verbs = new Map(sources.functions.map(({ route, verb }) => [route, verb]));
    const api = resolvedOf(parts).find(({ type }) => type === 'AWS::ApiGateway::RestApi')?.properties['Body'];
    for (const { route, operation } of operationsOf(api as Body)) {
      const verb = route.startsWith('ANY ') ? 'answer-unknown' : verbs.get(route.replace('HEAD', 'GET'));
      expect([route, operation['x-amazon-apigateway-integration']]).toMatchObject([
        route,
        { type: 'aws_proxy', uri: expect.stringContaining(`:function:e-akimat-prod-${verb}/invocations`) },
      ]);
    }
  });

  it('uses TLS 1.2 or better, behind a firewall, and logs neither addresses nor people', () => {
    const api = resources.only('AWS::ApiGateway::RestApi');
    expect(api).toMatchObject({ SecurityPolicy: expect.stringContaining('TLS13_1_2'), EndpointAccessMode: 'STRICT' });
    expect(resources.of('AWS::WAFv2::WebACLAssociation')).toHaveLength(1);
    const stage = resources.only('AWS::ApiGateway::Stage');
    const { Format } = stage['AccessLogSetting'] as { Format: string };
    expect(Format).not.toMatch(/identity|context\.path|authorizer|query|header/i);
    expect(JSON.stringify(stage['MethodSettings'])).not.toContain('"DataTraceEnabled":true');
  });

  it('compresses what is longer than a packet', () => {
    expect(resources.only('AWS::ApiGateway::RestApi')['MinimumCompressionSize']).toBe(1400);
  });

  it('limits sign-in, registration and public checks more than the rest', () => {
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
      ['/~1documents~1{number}', 'HEAD'],
      ['/~1eds~1verifications', 'POST'],
    ] as const)
      expect([path, rate(path, method)]).toEqual([path, 50]);
    expect(rate('/~1requests~1{id}~1submission', 'POST')).toBe(50);
    expect(rate('/*', '*')).toBe(200);
  });

  it('limits one address more than a route limits all together', () => {
    const { Rules, CustomResponseBodies } = resources.only('AWS::WAFv2::WebACL');
    const limits = readFirewall(<T>(_: string, schema: z.ZodType<T>) => [
      { properties: schema.parse({ Rules, CustomResponseBodies }) },
    ]);
    expect(limits.map(({ limit, seconds }) => [limit, seconds])).toEqual([
      [120, 60],
      [240, 60],
      [6000, 300],
    ]);
    const [identity, checks] = limits.map(({ pattern }) => pattern!);
    for (const path of ['/sessions', '/live/sessions/eds', '/accounts/', '/sessions/challenges'])
      expect([path, identity!.test(path)]).toEqual([path, true]);
    for (const path of ['/live/documents/SK-UC-2026-000003-4F8C', '/eds/verifications'])
      expect([path, checks!.test(path)]).toEqual([path, true]);
    for (const path of ['/sessions/refresh', '/account', '/documents', '/services', '/x/sessions'])
      expect([path, identity!.test(path) || checks!.test(path)]).toEqual([path, false]);
    for (const { answer } of limits) {
      expect(answer).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
      expect(JSON.parse(String(answer.body))).toMatchObject({ code: 'access/too-many-from-address', status: 429 });
    }
  });

  it('reserves concurrency for the functions that it names, and limits them to it', () => {
    const reserved = resources
      .of('AWS::Lambda::Function')
      .filter(([, { ReservedConcurrentExecutions }]) => ReservedConcurrentExecutions !== undefined)
      .map(([, { Description, ReservedConcurrentExecutions }]) => [String(Description), ReservedConcurrentExecutions]);
    expect(reserved).toHaveLength(Object.keys(concurrency).length);
    expect(reserved).toContainEqual(['POST /requests/{id}/submission', concurrency['submit-request']]);
    expect(reserved).toContainEqual(['schedule: sweep', 1]);
  });

  it('answers refusals of its own in Russian and Kazakh', () => {
    const answers = Object.entries(resources.body()['x-amazon-apigateway-gateway-responses']);
    expect(answers.map(([type]) => type)).toEqual(
      expect.arrayContaining([
        'DEFAULT_4XX',
        'DEFAULT_5XX',
        'UNAUTHORIZED',
        'THROTTLED',
        'MISSING_AUTHENTICATION_TOKEN',
      ]),
    );
    for (const [, { responseTemplates, statusCode }] of answers) {
      const problem = JSON.parse((responseTemplates as Record<string, string>)['application/json'] ?? '') as {
        title: string;
        status: number;
      };
      expect(problem).toMatchObject({ status: Number(statusCode), code: expect.stringMatching(/^\w+\/[\w-]+$/) });
      expect(problem.title).toMatch(/[әғқңөұүһі]/i);
      expect(problem.title).not.toContain('{');
    }
  });
});

describe('operators', () => {
  it('are told of each failed call, whichever function it was', () => {
    const alarms = resources.of('AWS::CloudWatch::Alarm').map(([, alarm]) => JSON.stringify(alarm));
    for (const { verb, route, area } of sources.functions) {
      const crashed = `"MetricName":"Errors","Namespace":"AWS/Lambda"`;
      const ofVerb = alarms.find((alarm) => alarm.includes(crashed) && alarm.includes(`"e-akimat-prod-${verb}"`));
      expect([verb, ofVerb !== undefined]).toEqual([verb, true]);
      const answered = `[{"Name":"area","Value":"${area}"},{"Name":"outcome","Value":"failed"}]`;
      if (route) expect([verb, alarms.some((alarm) => alarm.includes(answered))]).toEqual([verb, true]);
    }
  });

  it('read in each alarm who is harmed and where the runbook says what to do', () => {
    const runbook = readFileSync(join(root, 'docs/runbook.md'), 'utf8');
    const headings = new Set([...runbook.matchAll(/^## ([a-z-]+)$/gm)].map(([, name]) => name));
    const linked = resources.of('AWS::CloudWatch::Alarm').map(([id, { AlarmDescription, AlarmActions }]) => {
      expect(AlarmActions).toHaveLength(1);
      const [, name] = /^\S.{20,}\. What to do: docs\/runbook\.md#([a-z-]+)$/.exec(String(AlarmDescription)) ?? [];
      expect([id, name && headings.has(name)]).toEqual([id, true]);
      return name;
    });
    expect(new Set(linked)).toEqual(headings);
  });

  it('are told for each kind of due work how long the oldest item has waited', () => {
    expect(Object.keys(sweepKinds).toSorted()).toEqual([...dueKinds].toSorted());
    const kinds = resources
      .of('AWS::CloudWatch::Alarm')
      .filter(([, { MetricName }]) => MetricName === 'SweepOldest')
      .map(([, { Dimensions, Threshold }]) => [Dimensions, Threshold]);
    expect(kinds).toEqual(Object.keys(sweepKinds).map((kind) => [[{ Name: 'kind', Value: kind }], 15]));
  });

  it('see on the dashboard the calls of each area that were done, refused and failed', () => {
    const body = JSON.stringify(resources.only('AWS::CloudWatch::Dashboard')['DashboardBody']);
    expect([...outcomes].toSorted()).toEqual([...outcomesOfMetrics].toSorted());
    for (const area of new Set(sources.functions.map((each) => each.area)))
      for (const outcome of outcomes)
        expect([area, outcome, body.includes(`area\\",\\"${area}\\",\\"outcome\\",\\"${outcome}\\"`)]).toEqual([
          area,
          outcome,
          true,
        ]);
  });

  it('pay for the metrics of areas and not for those of each route', () => {
    const [stage] = resources.of('AWS::ApiGateway::Stage');
    expect(JSON.stringify(stage)).not.toContain('"MetricsEnabled":true');
    for (const [id, { Environment }] of resources.of('AWS::Lambda::Function'))
      expect([id, Environment]).toMatchObject([
        id,
        { Variables: { AREA: expect.any(String), METRICS_NAMESPACE: 'e-akimat-prod' } },
      ]);
  });

  it('find in no trace and no line of the access log an address or who called', () => {
    for (const [, { TracingEnabled, AccessLogSetting }] of resources.of('AWS::ApiGateway::Stage')) {
      expect(TracingEnabled ?? false).toBe(false);
      expect(JSON.stringify(AccessLogSetting)).not.toMatch(/context\.(path|identity|extendedRequestId|authorizer)/);
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

  it('find one machine for each compiled file, which may call every function that it uses', () => {
    const machines = resolvedOf(parts).filter(({ type }) => type === 'AWS::StepFunctions::StateMachine');
    expect(machines.map(({ properties }) => properties['StateMachineName']).toSorted()).toEqual(
      sources.machines.map(({ name }) => `e-akimat-prod-${name}`).toSorted(),
    );
    const role = resolvedOf(parts).find(({ id }) => id.startsWith('MachinesRole'));
    for (const { properties } of machines)
      for (const called of Object.values(properties['DefinitionSubstitutions'] as object))
        expect(JSON.stringify(role)).toContain(`"${called}"`);
    // Executions that began under a definition of an earlier release still call it.
    expect(JSON.stringify(role)).toMatch(/"arn:[^"]*:function:e-akimat-prod-measure-term"/);
  });
});
