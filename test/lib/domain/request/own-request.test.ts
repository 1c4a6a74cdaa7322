import { describe, expect, it } from '@jest/globals';
import { offerPlace } from '../../../../functions/queue/offer-place/offer-place.ts';
import { showOfferSignable } from '../../../../functions/submission/show-offer-signable/show-offer-signable.ts';
import { isInterested, mayDraft, mayRead } from '../../../../lib/domain/request/ownership.ts';
import { Role, type Caller } from '../../../../lib/domain/access/roles.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { changeWork } from '../../../../lib/domain/request/work/change-work.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { accountOf, daniyar } from '../../adapters/identity/people.ts';
import { after, draft, numbered, opened, serik } from './example.ts';
import { offered, queued } from './queue-example.ts';

const open = opened(numbered(), '05-mio-accept', 'accept');
const caller: Caller = { account: serik.account, role: 'mio-officer', session: 's', office: 'shymkent' };
const own = (request: Request) => request.applicant.iin;
const accountsOf = (iin: string) => ({
  find: async () => ({ ...accountOf(iin, 'mio-officer'), id: serik.account }),
  absencesAt: async () => [],
});
const requestsOf = (request: Request) => ({
  find: async () => request,
  add: () => Promise.reject(new Error('added')),
  replace: () => Promise.reject(new Error('written')),
  listQueue: async () => ({ requests: [request], listed: 1, offsets: [0] }),
});
const asked = { body: {}, headers: {}, language: 'ru', sourceIp: '' } as const;
const filed = (request: Request): Request => ({
  ...request,
  filedBy: { account: 'colleague', iin: daniyar, place: 'shymkent' },
});

describe('on their own request', () => {
  it('no employee changes the work, even if it is for their office and names no account', async () => {
    const { account: _, ...applicant } = open.applicant;
    for (const request of [open, { ...open, applicant }]) {
      const change = (iin: string) =>
        changeWork(
          request.id,
          caller,
          { requests: requestsOf(request), accounts: accountsOf(iin), now: after(5) },
          (same) => same,
        );
      expect(await change(own(request))).toEqual({ refused: 'work/own-request' });
      expect(await change(daniyar)).toBe(request);
    }
  });

  it('no employee offers a place', async () => {
    const request = queued();
    const offer = (iin: string) =>
      offerPlace(
        {
          ...asked,
          params: { id: request.id },
          query: undefined,
          body: { organisation: 'Ясли-сад', keptFrom: '2027-01-11' },
        } as never,
        caller,
        {
          ...{ requests: requestsOf(request), accounts: accountsOf(iin), findService },
          ...{ newId: () => 'id', now: after(30) },
        },
      );
    expect(await offer(own(request))).toEqual({ refused: 'work/own-request' });
    // The example's service has no queue, which is checked next.
    expect(await offer(daniyar)).toEqual({ refused: 'queue/not-waiting' });
  });

  it('no employee answers an offer for the place that filed it, but the citizen does', async () => {
    const request = offered();
    const show = (of: Request, iin: string, by: Caller) =>
      showOfferSignable(
        {
          ...asked,
          params: { id: of.id, offer: 'offer-of-serik' },
          query: { answer: 'accepted' },
          body: undefined,
        } as never,
        by,
        { requests: requestsOf(of), accounts: accountsOf(iin), now: after(31) },
      );
    expect(await show(filed(request), own(request), caller)).toEqual({ refused: 'work/own-request' });
    expect(await show(filed(request), daniyar, caller)).toMatchObject({ body: { sha256: expect.any(String) } });
    const citizen: Caller = { account: 'applicant-azamat', role: 'applicant', session: 's' };
    expect(await show(request, own(request), citizen)).toMatchObject({ body: { sha256: expect.any(String) } });
  });

  it.each(Role.options)('a session of %s is interested unless it is the citizen’s', (role) => {
    const by: Caller = { account: 'a', role, session: 's' };
    expect(isInterested(by, own(open), open)).toBe(role !== 'applicant');
    expect(isInterested(by, daniyar, open)).toBe(false);
    const represented = { ...open, form: { ...open.form, representativeIin: daniyar } };
    expect(isInterested(by, daniyar, represented)).toBe(role !== 'applicant');
    expect(isInterested(by, own(open), represented)).toBe(role !== 'applicant');
  });
});

describe('one account in two roles', () => {
  const [asOfficer, asCitizen] = [caller, { account: serik.account, role: 'applicant', session: 's' } as const];
  const forVisitor = { ...draft(), filedBy: { account: serik.account, iin: daniyar, place: 'shymkent' } };
  const forHimself = { ...draft(), applicant: { ...draft().applicant, account: serik.account } };

  it('has each draft in the role in which it was begun', () => {
    for (const may of [mayDraft, mayRead]) {
      expect([may(asOfficer, forVisitor), may(asCitizen, forVisitor)]).toEqual([true, false]);
      expect([may(asOfficer, forHimself), may(asCitizen, forHimself)]).toEqual([false, true]);
    }
  });
});
