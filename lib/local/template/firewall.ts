import * as z from 'zod';

const CustomResponse = z.object({
  ResponseCode: z.number(),
  CustomResponseBodyKey: z.string(),
  ResponseHeaders: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
});
/** The only kind of scope that is understood: a pattern of the path, after percent-decoding. */
const Scope = z.strictObject({
  RegexMatchStatement: z.strictObject({
    RegexString: z.string(),
    FieldToMatch: z.strictObject({ UriPath: z.strictObject({}) }),
    TextTransformations: z.tuple([z.strictObject({ Priority: z.number(), Type: z.literal('URL_DECODE') })]),
  }),
});
const RateBased = z.strictObject({
  Limit: z.number(),
  EvaluationWindowSec: z.number(),
  AggregateKeyType: z.literal('IP'),
  ScopeDownStatement: Scope.optional(),
});
const Rule = z.object({
  Action: z.object({ Block: z.object({ CustomResponse }) }).optional(),
  Statement: z.union([
    z.strictObject({ RateBasedStatement: RateBased }),
    z.strictObject({ ManagedRuleGroupStatement: z.unknown() }),
  ]),
});
const WebAcl = z.object({
  Rules: z.array(Rule),
  CustomResponseBodies: z.record(z.string(), z.object({ Content: z.string() })).default({}),
});

/** How many requests one address may send to the paths of a pattern, and the refusal for more. */
export interface AddressLimit {
  readonly limit: number;
  readonly seconds: number;
  readonly pattern?: RegExp;
  readonly answer: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  };
}

type All = <T>(type: string, schema: z.ZodType<T>) => readonly { readonly properties: T }[];

/**
 * The limits of the templates' firewall. AWS's own rule groups do nothing here.
 * @throws ZodError for a statement that is not understood
 */
export const readFirewall = (all: All): AddressLimit[] =>
  all('AWS::WAFv2::WebACL', WebAcl).flatMap(({ properties: { Rules, CustomResponseBodies } }) =>
    Rules.flatMap(({ Statement, Action }) => {
      if (!('RateBasedStatement' in Statement)) return [];
      const { Limit: limit, EvaluationWindowSec: seconds, ScopeDownStatement } = Statement.RateBasedStatement;
      const {
        ResponseCode: status,
        CustomResponseBodyKey,
        ResponseHeaders,
      } = CustomResponse.parse(Action?.Block.CustomResponse);
      const headers = Object.fromEntries(ResponseHeaders.map(({ Name, Value }) => [Name.toLowerCase(), Value]));
      const body = CustomResponseBodies[CustomResponseBodyKey]?.Content ?? '';
      const pattern = ScopeDownStatement?.RegexMatchStatement.RegexString;
      return [
        {
          ...{ limit, seconds, ...(pattern !== undefined && { pattern: new RegExp(pattern) }) },
          answer: { status, headers: { 'content-type': 'application/json', ...headers }, body },
        },
      ];
    }),
  );
