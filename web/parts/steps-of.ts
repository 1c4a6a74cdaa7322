import type { Answer } from '../kit.ts';

/** The pages of an application, in their order; scans only if the regulation lists documents for the portal. */
export function stepsOf(service: Pick<Answer<'GET /services/{service}'>, 'documents'>) {
  return papersOf(service).length > 0 ? (['form', 'scans', 'check'] as const) : (['form', 'check'] as const);
}

export const papersOf = ({ documents }: Pick<Answer<'GET /services/{service}'>, 'documents'>) =>
  documents.filter(({ channel }) => channel === undefined || channel === 'portal').map(({ text }) => text);
