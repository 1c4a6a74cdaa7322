import { dayOf } from '../language/dates.ts';
import { refuse, type Refusal } from '../problem/problem.ts';
import type { ServiceCard } from '../regulation/card.ts';
import type { Indicator } from '../regulation/questionnaire.ts';
import type { Request } from '../request/request.ts';

/** Positions of the chosen answers, from 1. */
export type Answers = Readonly<Record<Indicator, number>>;

/** What is kept of an answered questionnaire: it names no person and no request. */
export interface Ballot {
  readonly service: string;
  readonly office: string;
  /** In which it was answered, in the service's zone: `2026-11`. */
  readonly month: string;
  /** The indicators for which the answer counts. */
  readonly satisfied: readonly Indicator[];
}

/** The ballot of the answers, or why they cannot be counted: a service that asks nothing, an answer that is not listed. */
export function ballotOf(
  { service, office }: Pick<Request, 'service' | 'office'>,
  { asks, zone }: Pick<ServiceCard, 'asks' | 'zone'>,
  given: Answers,
  now: Date,
): Ballot | Refusal {
  if (asks.length === 0) return refuse('questionnaire/none');
  const errors = asks
    .filter(({ measures, answers }) => given[measures] > answers)
    .map(({ measures, answers }) => ({
      field: `/${measures}`,
      rule: 'choice',
      expected: `the position of a listed answer, at most ${answers}`,
    }));
  if (errors.length > 0) return refuse('form/invalid', { errors });
  const satisfied = asks.filter((each) => given[each.measures] === each.satisfied).map(({ measures }) => measures);
  return { service, office, month: dayOf(now.toISOString(), zone).slice(0, 7), satisfied };
}

/** Whether the request has the result after which it is asked: `open` until it is answered. */
export function questionnaireOf(
  request: Pick<Request, 'state'> & { readonly answered?: boolean | undefined },
  asks: ServiceCard['asks'],
): 'open' | 'answered' | undefined {
  if (asks.length === 0 || (request.state !== 'issued' && request.state !== 'refused')) return undefined;
  return request.answered ? 'answered' : 'open';
}

/** Marks that the questionnaire was answered; neither what the answer was, nor when it was given. */
export function markAnswered(request: Request): Request | Refusal {
  if (request.state !== 'issued' && request.state !== 'refused') return refuse('questionnaire/too-early');
  return request.answered ? refuse('questionnaire/answered') : { ...request, answered: true };
}
