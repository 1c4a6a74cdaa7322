import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { LIVE } from './api.ts';
import { problemJson, type ProblemTexts } from './gateway-responses.ts';
import type { Stage } from './stages.ts';

/**
 * Routes that one address could use up for all others, or use for guessing. Each group has its own limit in the stage's
 * data. A route's own limit (functions.ts) is far higher and applies to all addresses together.
 */
const groups = {
  identity: ['/accounts', '/sessions', '/sessions/challenges', '/sessions/eds'],
  checks: ['/documents/{number}', '/eds/verifications', '/mailed-results', '/disowned-addresses'],
} as const satisfies Record<keyof Stage['firewall']['perMinute'], readonly string[]>;

/**
 * Seconds. AWS counts in whole minutes, looks about every ten seconds, and lets the address in again when it sends
 * less.
 */
const MINUTE = 60;
const FIVE_MINUTES = 300;

const ANSWER = 'too-many-from-address';

/** With or without the stage in front of the path: the API's own address has it, a domain does not. */
const patternOf = (routes: readonly string[]) =>
  `^(/${LIVE})?(${routes.map((route) => route.replaceAll(/\{\w+\}/g, '[^/]+')).join('|')})/?$`;

const refuse = {
  block: {
    customResponse: {
      responseCode: 429,
      customResponseBodyKey: ANSWER,
      responseHeaders: Object.entries({
        'Retry-After': String(MINUTE),
        'Cache-Control': 'no-store',
        'Access-Control-Allow-Origin': '*',
        'Content-Language': 'ru, kk',
      }).map(([name, value]) => ({ name, value })),
    },
  },
};

type Rule = Omit<CfnWebACL.RuleProperty, 'priority' | 'visibilityConfig'>;

const limit = (name: string, most: number, seconds: number, pattern?: string): Rule => ({
  name,
  action: refuse,
  statement: {
    rateBasedStatement: {
      limit: most,
      evaluationWindowSec: seconds,
      aggregateKeyType: 'IP',
      ...(pattern && {
        scopeDownStatement: {
          regexMatchStatement: {
            regexString: pattern,
            fieldToMatch: { uriPath: {} },
            textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
          },
        },
      }),
    },
  },
});

/** How much one address may send: for each group in one minute, for everything in five. */
export const addressLimits = ({ perAddress, perMinute }: Stage['firewall']): readonly Rule[] => [
  ...Object.entries(groups).map(([name, routes]) =>
    limit(`TooManyOf-${name}`, perMinute[name as keyof typeof groups], MINUTE, patternOf(routes)),
  ),
  limit('TooManyFromOneAddress', perAddress, FIVE_MINUTES),
];

/** The words of the refusal, in both languages: the firewall cannot read Accept-Language. */
export const addressAnswer = (texts: ProblemTexts) => ({
  [ANSWER]: { contentType: 'APPLICATION_JSON', content: problemJson('access/too-many-from-address', texts) },
});
