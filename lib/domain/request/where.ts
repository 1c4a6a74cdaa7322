import type { Worker } from '../regulation/words.ts';
import type { Where } from '../regulation/open-hours.ts';
import type { Line } from './line.ts';

type Filed = Pick<Line, 'channel' | 'office' | 'filedBy'>;

/** Centres and akims work on requests that were filed with them. */
const kindOf: Readonly<Partial<Record<string, Where['kind']>>> = { con: 'centre', akim: 'akim' };

const at = ({ office, filedBy }: Filed, of: string): Where => {
  const kind = kindOf[of];
  return kind && filedBy ? { kind, code: filedBy.place } : { kind: 'office', code: office };
};

/** The place whose hours measure the whole request: where its applicant gets the result. */
export const whereOf = (request: Filed): Where => at(request, request.channel);

/** The place whose hours measure a worker's row. */
export const whereWorks = (request: Filed, by: Worker): Where => at(request, by);

/** The office that decides, whose hours also measure complaints about it. */
export const whereDecides = ({ office }: Pick<Line, 'office'>): Where => ({ kind: 'office', code: office });
