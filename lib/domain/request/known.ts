import type { Requests } from './change.ts';
import type { Request } from './request.ts';

/**
 * Requests as one run of a function knows them: what it has read or written, it does not read again. What it then decides is as old as
 * that; but it is only written if nobody wrote meanwhile (`replace`), and after such a failure the request is read anew.
 */
export function knowRequests<Store extends Pick<Requests, 'find' | 'replace'>>(requests: Store): Store {
  const known = new Map<string, Request>();
  return {
    ...requests,
    async find(id) {
      const found = known.get(id) ?? (await requests.find(id));
      if (found) known.set(id, found);
      return found;
    },
    async replace(after, before) {
      known.delete(before.id);
      const written = await requests.replace(after, before);
      if (written === 'replaced') known.set(after.id, after);
      return written;
    },
  };
}
