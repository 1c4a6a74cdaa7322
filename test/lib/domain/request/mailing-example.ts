import { findService, PRESENT } from '../../../../lib/domain/regulation/cards.ts';
import { armMailing, beginMailing, recordMailed } from '../../../../lib/domain/request/mailing/mailing.ts';
import type { DecidedRequest, Request } from '../../../../lib/domain/request/request.ts';
import { openWork } from '../../../../lib/domain/request/rows/rows.ts';
import { after, at, signed } from './example.ts';

export const address = 'azamat.keldi@demo.example';
/** The keyed hash of the mailed secret. */
export const digest = 'digest';

const row = '10-mio-hand-over';

/** A signed result at the office's counter; the form asks to mail it, if an address is given. */
export function waiting(to: string = address): Request {
  const { work: _, pending: __, pendingSince: ___, ...request } = signed() as DecidedRequest;
  const { version } = findService(request.service, PRESENT)!;
  return openWork(
    {
      ...request,
      ...{ channel: 'mio', regulationVersion: version, notices: [] },
      form: { ...request.form, ...(to && { resultEmail: to }) },
    },
    at(row, 13),
    { task: 'hand-over', by: 'mio', dueAt: after(23).toISOString(), token: 'token-4' },
  );
}

/** Its mail is due. */
export const begun = (): Request => beginMailing(waiting(), at(row, 13));

/** Its mail has gone, a quarter of an hour after the start of the example; the address works until three days later. */
export const mailed = (): Request => recordMailed(armMailing(begun(), 1, digest, after(15)), 1, after(15));
