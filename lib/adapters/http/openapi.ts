import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { lookOf } from '../../domain/access/journal-rules.ts';
import { accessRules } from '../../domain/access/rules.ts';
import { ERRORS } from '../../domain/problem/bound-errors.ts';
import { problems, type ProblemCode } from '../../domain/problem/codes.ts';
import { repeats, type Contract, type Example } from './contract.ts';
import { tags } from './tags.ts';

const codes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

const FieldProblem = z.object({
  field: z.string(),
  rule: z.string(),
  expected: z.string(),
  given: z.string().optional(),
  text: z.string().meta({ description: 'The rule as a sentence in Russian or Kazakh, by Accept-Language' }),
});

/** RFC 9457 problem details: the form of every refusal. */
const Problem = z
  .looseObject({
    type: z.string().meta({ example: 'urn:e-akimat:problem:request:unknown' }),
    title: z.string().meta({ description: 'In Russian or Kazakh, by Accept-Language' }),
    status: z.int(),
    code: z.enum(codes),
    errors: z.array(FieldProblem).max(ERRORS).optional(),
    text: z.string().optional().meta({ description: 'What `report` says, in sentences, by Accept-Language' }),
    moreErrors: z.int().optional().meta({ description: 'How many errors there are beside these' }),
  })
  .meta({ id: 'Problem' });

/** OpenAPI 3.1 of all contracts, served at /openapi.json; a test compares it with the committed file. */
export function describeApi(contracts: readonly Contract[]) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const contract of contracts.toSorted((a, b) => a.route.localeCompare(b.route))) {
    // OpenAPI has no notation for "the rest of the path".
    const [method = '', path = ''] = contract.route.replace('+}', '}').split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(contract) };
  }
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'e-akimat',
        version: '1',
        description:
          'Regional electronic public services of Kazakhstan. Texts for people are Russian or Kazakh by `Accept-Language`; ' +
          'codes are stable. Times are UTC. Refusals are RFC 9457 problem details.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      servers: [{ url: '/' }],
      components: {
        securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
      paths,
    },
    { override: ({ jsonSchema }) => ease(jsonSchema) },
  );
}

/**
 * Programs that generate clients read a day with a pattern as plain text, and two patterns as none of both: some clients then do
 * not compile. The server checks the patterns all the same.
 */
function ease(schema: { format?: string; pattern?: string; allOf?: object[] }): void {
  if (schema.format?.startsWith('date')) delete schema.pattern;
  if (schema.allOf?.every((each) => Object.keys(each).join() === 'pattern')) delete schema.allOf;
}

function operationOf(contract: Contract): ZodOpenApiOperationObject {
  const { route, tag, again, summary, params, query, headers, body, examples } = contract;
  const description = [contract.description, again && repeats[again]].filter(Boolean).join('\n\n');
  const rule = accessRules[route];
  const sent = (examples ?? []).filter((example) => example.body !== undefined);
  return {
    operationId: operationIdOf(route),
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(again && { 'x-again': again }),
    ...(rule === 'public' ? { security: [] } : { security: [{ session: [] }], 'x-roles': [...rule] }),
    requestParams: { ...(params && { path: params }), ...(query && { query }), ...(headers && { header: headers }) },
    ...(body && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: body,
            ...(sent.length > 0 && {
              examples: Object.fromEntries(sent.map(exampleOf)),
            }),
          },
        },
      },
    }),
    responses: responsesOf(contract),
  };
}

/** What is wrong in it on purpose is marked, because people and mock servers copy examples. */
const exampleOf = ({ summary, body: value, answers }: Example) =>
  [summary, { value, ...(answers >= 400 && { description: `Wrong on purpose: it answers ${answers}.` }) }] as const;

/** `POST /work/{id}/claim` → `postWorkIdClaim`. */
const operationIdOf = (route: string) =>
  route
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '')
    .map((part, index) => (index === 0 ? part.toLowerCase() : `${part[0]?.toUpperCase()}${part.slice(1)}`))
    .join('');

function responsesOf(contract: Contract): ZodOpenApiResponsesObject {
  const { answer, media, success, refusals, lasting } = contract;
  const content = (answer ?? media) !== undefined && {
    content: {
      ...(answer && { 'application/json': { schema: answer } }),
      ...(media !== undefined && { [media]: { schema: { type: 'string' } as const } }),
    },
  };
  const byStatus = Map.groupBy([...refusals, ...commonRefusals(contract)], (code) => problems[code].status);
  return {
    [`${success}`]: { description: 'Done', ...content },
    ...(lasting && { 304: { description: 'What `If-None-Match` names still holds: each answer has an `ETag`' } }),
    // A repeated creation answers what the first call made.
    ...(success === 201 && { 200: { description: 'Was done before', ...content } }),
    ...Object.fromEntries(
      [...byStatus].map(([status, found]) => [
        `${status}`,
        {
          description: [...new Set(found)].map((code) => `\`${code}\`: ${problems[code].en}`).join('\n\n'),
          content: { 'application/problem+json': { schema: Problem } },
        },
      ]),
    ),
  };
}

const bodyRefusals = [
  'body/malformed',
  'body/not-utf8',
  'body/too-deep',
  'body/too-many-values',
  'body/repeated-name',
  'body/type',
  'body/charset',
  'body/encoding',
  'body/too-large',
] as const satisfies readonly ProblemCode[];

/** The refusals that every route of a kind may answer besides its own. */
function commonRefusals({ route, params, query, headers, body }: Contract): ProblemCode[] {
  return [
    ...(params || query || headers || body ? (['input/invalid', 'input/characters'] as const) : []),
    ...(params ? (['route/malformed'] as const) : []),
    ...(query && 'from' in query.shape ? (['input/cursor'] as const) : []),
    ...(body ? bodyRefusals : []),
    ...(accessRules[route] === 'public' ? [] : (['access/unauthenticated', 'access/denied'] as const)),
    ...(lookOf(route) ? (['journal/failed', 'session/eds-needed'] as const) : []),
    'access/too-many',
    'server/failed',
  ];
}
