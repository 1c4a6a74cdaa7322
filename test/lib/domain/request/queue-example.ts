import { findService, PRESENT } from '../../../../lib/domain/regulation/cards.ts';
import type { Answer, Proposal, SignedAnswer } from '../../../../lib/domain/request/offer.ts';
import { noticeOf } from '../../../../lib/domain/request/notify.ts';
import { claim, decide, signOutput } from '../../../../lib/domain/request/work/officer.ts';
import { offerPlace, type NewOffer } from '../../../../lib/domain/request/queue/queue.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { close, createOutput, deliverOutput, formOutput, openWork } from '../../../../lib/domain/request/rows/rows.ts';
import { runOf } from '../../../../lib/domain/request/run.ts';
import { accepted, after, at, gulnar, must, serik } from './example.ts';

/** The service whose requests wait in a queue, as a request names it. */
export const preschool = {
  service: 'south-kazakhstan-preschool-queue',
  regulationVersion: findService('south-kazakhstan-preschool-queue', PRESENT)!.version,
};

/** From the decision to the end of the machine's run, by serik, in the minutes after `start`. */
export function deliver(request: Request, { interim }: { readonly interim?: true }, start: number): Request {
  const run = runOf(request);
  const working = (from: Request, row: string, task: 'decide' | 'sign') =>
    must(
      claim(
        openWork(from, at(row, start), {
          task,
          by: 'mio',
          dueAt: after(start + 9).toISOString(),
          token: `${row}-${run}`,
        }),
        serik,
        after(start),
      ),
    );
  const decision = {
    outcome: 'approved',
    at: after(start).toISOString(),
    by: serik,
    fields: {},
    ...(interim && { interim }),
  } as const;
  const decided = must(decide(working(request, '06-mio-decide', 'decide'), decision, serik, after(start)));
  const formed = formOutput(decided, at('07-is-mio-form-output', start), `SK-UC-2026-000001-${run}`);
  const file = { key: `pdf-${run}`, sha256: 'cd'.repeat(32), size: 1000 };
  const waiting = working(createOutput(formed, at('11-mio-create-output', start), file), '12-is-mio-sign', 'sign');
  const signature = {
    ...{ key: 'cms', cmsSha256: 'aa'.repeat(32), reportKey: 'report', evidenceKey: 'evidence' },
    at: after(start).toISOString(),
    by: serik,
  };
  const signed = must(signOutput(waiting, signature, serik, after(start)));
  const row = at('14-portal-deliver-output', start + 1);
  const notice = noticeOf(signed, row, interim ? 'registered' : 'certificate-issued', { number: 'SK-UC-2026-000001' });
  return close(deliverOutput(signed, row, 'portal', notice), at('close-request', start + 1));
}

/** A request whose interim document was issued twenty minutes after the start of the example. */
export const queued = (): Request => deliver(accepted(), { interim: true }, 19);

const place = { keptFrom: '2027-01-11', dueAt: after(600).toISOString() };
export const serikOffers: NewOffer = {
  id: 'offer-of-serik',
  organisation: 'Ясли-сад № 1',
  by: serik.account,
  ...place,
};
export const gulnarOffers: NewOffer = {
  id: 'offer-of-gulnar',
  organisation: 'Ясли-сад № 2',
  by: gulnar.account,
  ...place,
  dueAt: after(9000).toISOString(),
};

/** Past others who wait longer, for the head to decide. */
export const serikProposes: Proposal = {
  id: 'proposal-of-serik',
  organisation: 'Ясли-сад № 3',
  ground: 'court',
  keptFrom: '2027-01-11',
  by: serik.account,
  as: { role: 'mio-officer', name: serik.name, place: 'shymkent' },
  proposedAt: after(25).toISOString(),
};
/** The head, about that proposal. */
export const aliya = {
  id: serikProposes.id,
  by: 'head-aliya',
  as: { role: 'mio-head', name: 'Демо Әлия', place: 'shymkent' },
} as const;

export const offered = (): Request => must(offerPlace(queued(), serikOffers, after(30)));

export const signedAnswer = (now: Date): SignedAnswer => ({
  at: now.toISOString(),
  by: 'applicant-azamat',
  signerIin: '900315300010',
  contentSha256: 'ef'.repeat(32),
  cmsSha256: 'ab'.repeat(32),
  ...{ contentKey: 'content', cmsKey: 'cms', reportKey: 'report', evidenceKey: 'evidence' },
});

/** An answer whose signature has been checked; the next run is due two hours later. */
export const answered = (answer: Answer, now: Date) => ({
  answer,
  signed: signedAnswer(now),
  due: { dueAt: new Date(now.getTime() + 2 * 3_600_000).toISOString() },
});
