import { documentsIn } from '../../lib/domain/regulation/documents-in.ts';
import type { Answer } from '../kit.ts';

/** The pages of an application, in their order; scans only if the regulation asks for some on the portal. */
export function stepsOf(service: Pick<Answer<'GET /services/{service}'>, 'documents'>) {
  return papersOf(service).length > 0 ? (['form', 'scans', 'check'] as const) : (['form', 'check'] as const);
}

/** The documents of which the portal asks a scan. */
export const papersOf = ({ documents }: Pick<Answer<'GET /services/{service}'>, 'documents'>) =>
  documentsIn(documents, 'portal').filter(({ scan }) => scan !== undefined);
