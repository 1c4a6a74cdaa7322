import { problems } from '../../lib/domain/problem/codes.ts';
import type { Answer } from './send.ts';

/** The largest size of an error answer in bytes, and of one for people: a page contains its script and styles. */
const MOST = 16 * 1024;
const MOST_PAGE = 64 * 1024;

interface Problem {
  readonly code?: string;
  readonly errors?: readonly object[];
}

/** What is wrong with an answer, whatever was asked; undefined if nothing is. */
export function judge({ status, type, body }: Answer): string | undefined {
  if (status === 0) return 'no answer';
  if (status < 400) return undefined;
  const problem = type.startsWith('application/problem+json') ? readProblem(body) : undefined;
  const { code = '', errors = [] } = problem ?? {};
  if (status >= 500) return `${status} ${code}`;
  // Pages about an unknown document or address are for people.
  const isPage = status === 404 && type.startsWith('text/html');
  if (body.length > (isPage ? MOST_PAGE : MOST)) return `${code}: ${body.length} bytes`;
  if (isPage) return undefined;
  if (!problem) return `${status} as ${type || 'nothing'}`;
  const known: Readonly<Record<string, { readonly status: number }>> = problems;
  if (!Object.hasOwn(known, code) || known[code]?.status !== status) return `${status} with the code "${code}"`;
  if (errors.length > 20 || errors.some((each) => JSON.stringify(each).length > 300)) return `${code}: long errors`;
  return undefined;
}

function readProblem(body: Buffer): Problem | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as Problem;
  } catch {
    return undefined;
  }
}
