import { describe, expect, it } from '@jest/globals';
import {
  answerComplaint,
  draftReply,
  fileComplaint,
  passComplaints,
} from '../../../../lib/domain/request/complaint/complaining.ts';
import { complained, filed, office, reply, signedWord } from './complaint-example.ts';
import type { Task } from '../../../../lib/domain/request/work.ts';
import { noticeOf } from '../../../../lib/domain/request/notify.ts';
import type { Account } from '../../../../lib/domain/identity/account.ts';
import { isRefusal, type Refusal } from '../../../../lib/domain/problem/problem.ts';
import {
  addAttachment,
  changeForm,
  discard,
  recordRefusedSignature,
  removeAttachment,
} from '../../../../lib/domain/request/draft/draft.ts';
import {
  armMailing,
  beginMailing,
  changeMailing,
  endMailing,
  recordMailed,
  repeatMailing,
} from '../../../../lib/domain/request/mailing/mailing.ts';
import { tryMailing } from '../../../../lib/domain/request/mailing/open.ts';
import type { CorrectionWay } from '../../../../lib/domain/correction/rules.ts';
import { correct } from '../../../../lib/domain/request/correction/correct.ts';
import { reopen } from '../../../../lib/domain/request/reopening/reopen.ts';
import { approveProposal, declineProposal, proposePlace } from '../../../../lib/domain/request/queue/proposal.ts';
import {
  answerOffer,
  lapseOffer,
  offerPlace,
  recordRefusedAnswer,
} from '../../../../lib/domain/request/queue/queue.ts';
import { consent } from '../../../../lib/domain/request/draft/register-data.ts';
import { isSubmitted, type Request, type RequestState } from '../../../../lib/domain/request/request.ts';
import { recomputeDeadlines } from '../../../../lib/domain/request/rows/recompute.ts';
import {
  assignNumber,
  close,
  confirmSubmission,
  createOutput,
  deliverOutput,
  formOutput,
  notify,
  openWork,
  raiseAlarm,
  recordAnswer,
  route,
  showStatus,
  turnAway,
  type Opening,
} from '../../../../lib/domain/request/rows/rows.ts';
import { noteSilence } from '../../../../lib/domain/request/rows/silence.ts';
import { commands, type Command } from '../../../../lib/domain/request/states.ts';
import { disown } from '../../../../lib/domain/request/address/typed-address.ts';
import { adopt } from '../../../../lib/domain/request/submission/adopt.ts';
import { submit } from '../../../../lib/domain/request/submission/submission.ts';
import {
  accept,
  claim,
  decide,
  extend,
  finish,
  recordRefusedOutput,
  release,
  signOutput,
  store,
} from '../../../../lib/domain/request/work/officer.ts';
import {
  accepted,
  after,
  at,
  created,
  draft,
  must,
  numbered,
  opened,
  serik,
  submission,
  submitted,
} from './example.ts';
import { give, recall } from '../../../../lib/domain/request/work/give.ts';
import { outgrow } from '../../../../lib/domain/request/queue/leave.ts';
import { withdraw } from '../../../../lib/domain/request/withdrawal/withdraw.ts';
import { aliya, deliver, offered, queued, serikOffers, serikProposes, signedAnswer } from './queue-example.ts';

type Tried = (request: Request) => Request | Refusal;

const later = after(100);
const notice = (request: Request) => noticeOf(request, at('row', 100), 'request-received', {});
const row = (name: string) => at(name, 100);
const scan = {
  id: 's',
  name: 'a.pdf',
  type: 'application/pdf',
  size: 1,
  sha256: 'ab'.repeat(32),
  addedAt: later.toISOString(),
} as const;
const file = { key: 'pdf', sha256: 'cd'.repeat(32), size: 1 };
const signature = {
  key: 'k',
  cmsSha256: 'aa'.repeat(32),
  reportKey: 'r',
  evidenceKey: 'e',
  at: later.toISOString(),
  by: serik,
};
const approved = { outcome: 'approved', at: later.toISOString(), by: serik, fields: {} } as const;
const opening = (task: Task, token: string): Opening => ({
  ...{ task, by: 'mio' as const, dueAt: after(200).toISOString(), token },
  extendable: { value: 1, unit: 'month' },
});
/** Open work of the task, claimed, if the request's state has work at all. */
const working =
  (task: Task, then: Tried): Tried =>
  (request) => {
    if (!(commands['open-work'].from as readonly RequestState[]).includes(request.state)) return then(request);
    return then(must(claim(openWork(request, row(`99-${task}`), opening(task, task)), serik, later)));
  };

/** Each command as its function gives it; `create` makes the first of the samples. */
const brought: Readonly<Record<Exclude<Command, 'create' | 'recompute'>, Tried>> = {
  'change-form': (request) => changeForm(request, { iin: '1' }, later),
  'add-attachment': (request) => addAttachment(request, scan, later),
  'remove-attachment': (request) => {
    const added = addAttachment(request, scan, later);
    return isRefusal(added) ? added : removeAttachment(added, scan.id, later);
  },
  'refuse-signature': (request) => recordRefusedSignature(request, { failed: ['x'] }, later),
  discard: (request) => discard(request, 'discarded', later),
  expire: (request) => discard(request, 'draft-expired', later),
  submit: (request) => submit(request, submission(draft())),
  adopt: (request) =>
    adopt(request, { id: 'heir', iin: request.applicant.iin } as Account, request.applicant.account!, later),
  'confirm-submission': (request) => confirmSubmission(request, row('98-confirm')),
  'ask-registers': (request) => consent(request, { given: false, registers: ['gbd-fl'] }, later),
  wait: (request) => noteSilence('registry-silent')(request, row('97-ask')),
  'record-answer': (request) => recordAnswer(request, row('98-ask'), 'registry-asked', 'found'),
  route: (request) => route(request, row('98-route'), ['mio']),
  notify: (request) => notify(request, row('98-notify'), notice(request)),
  'turn-away': (request) => turnAway(request, row('98-away'), 'documents'),
  number: (request) => assignNumber(request, row('98-number'), 'N', { dueAt: later.toISOString() }, notice(request)),
  'show-status': (request) => showStatus(request, row('98-show'), 'con', 'received'),
  'open-work': (request) => openWork(request, row('98-open'), opening('check', 'token')),
  alarm: (request) => raiseAlarm(withWork(request), row('97-alarm'), 'reminded'),
  'form-output': (request) => formOutput(request, row('98-form'), 'N-0'),
  'create-output': (request) => createOutput(request, row('98-create'), file),
  'deliver-output': (request) => deliverOutput(signed(request), row('98-deliver'), 'portal', notice(request)),
  close: (request) => close(signed(request), row('98-close')),
  claim: (request) => claim(withWork(request), serik, later),
  release: working('check', (request) => release(request, serik, later)),
  give: (request) => give(withWork(request), serik, seen, { head: aBoss, ground: 'g', now: later }),
  recall: working('check', (request) =>
    recall(request, { row: '99-check', claimedAt: later.toISOString() }, { head: aBoss, ground: 'g', now: later }),
  ),
  accept: working('accept', (request) => accept(request, serik, later)),
  decide: working('decide', (request) => decide(request, approved, serik, later)),
  'sign-output': working('sign', (request) => signOutput(request, signature, serik, later)),
  'refuse-output-signature': working('sign', (request) =>
    recordRefusedOutput(request, { failed: ['x'] }, serik, later),
  ),
  finish: working('check', (request) => finish(request, { answer: 'approved' }, serik, later)),
  store: working('hand-over', (request) =>
    store(request, 'Сейф № 1', serik, new Date(later.getTime() + 30 * 24 * 3600 * 1000)),
  ),
  'mail-result': (request) => recordMailed(asked(request), 1, later),
  'open-result': (request) =>
    tryMailing(mailedNow(request), { digest: 'd', iin: request.applicant.iin }, later).request,
  'disown-address': (request) => disown({ ...request, typedAddress: { digest: 'd' } }, 'd', later),
  'end-mailing': (request) => endMailing(mailedNow(request), 1, 'returned', later),
  'repeat-mailing': working('hand-over', (request) => repeatMailing(ended(request), serik, later)),
  extend: working('check', (request) =>
    extend(
      request,
      { due: { dueAt: after(300).toISOString() }, ground: 'many-records', notice: notice(request) },
      serik,
      later,
    ),
  ),
  'offer-place': (request) => offerPlace(request, serikOffers, later),
  'propose-place': (request) => proposePlace(request, serikProposes),
  'approve-proposal': (request) => approveProposal(withProposal(request), aliya, after(700).toISOString(), later),
  'decline-proposal': (request) => declineProposal(withProposal(request), aliya, later),
  'lapse-offer': (request) => lapseOffer(withOffer(request), after(700)),
  'decline-offer': (request) => answered(request, 'declined'),
  'accept-offer': (request) => answered(request, 'accepted'),
  outgrow: (request) => outgrow(ofChild(request), after(700)),
  withdraw: (request) => withdraw(request, 'leave-queue', signedAnswer(later)),
  'take-back': (request) => withdraw(request, 'take-back', signedAnswer(later)),
  'file-complaint': (request) => fileComplaint(request, filed, signedWord(690), office),
  'pass-complaint': (request) => passComplaints(withComplaint(request), office, after(30 * 24 * 60)),
  'answer-complaint': (request) =>
    answerComplaint(withReply(withComplaint(request)), filed.id, reply, { ...serik, position: 'mio-head' }),
  reopen: (request) =>
    reopen(request, { ground: 'facts', at: later.toISOString(), by: 'head', due: { dueAt: after(900).toISOString() } }),
  'withdraw-output': (request) => correct(collectable(request), correction('withdraw')),
  'correct-output': (request) => correct(request, correction('correct')),
  'refuse-answer': (request) => recordRefusedAnswer(request, { offer: 'offer' }, { failed: ['x'] }, later),
};

const correction = (way: CorrectionWay, sha = '22') => ({
  ...{ way, ground: 'slip' as const, text: 'Ошибка в фамилии.', due: { dueAt: after(900).toISOString() } },
  signed: { ...signedAnswer(later), contentSha256: sha.repeat(32) },
});
/** A signed document waits at the counter. */
const collectable = (request: Request): Request =>
  request.state === 'decided' ? openWork(signed(request), row('99-hand-over'), opening('hand-over', 'h')) : request;

/** The form of a request at a counter asks for the result by e-mail. */
const asked = (request: Request): Request =>
  beginMailing(
    { ...signed(request), channel: 'mio', form: { ...request.form, resultEmail: 'a@demo.example' } },
    row('99-hand-over'),
  );
const mailedNow = (request: Request) => armMailing(asked(request), 1, 'd', later);
const seen = { row: '97-alarm' };
const aBoss = { ...serik, account: 'head', position: 'mio-head' } as const;
const ended = (request: Request) => changeMailing(asked(request), 1, (mailing) => ({ ...mailing, state: 'returned' }));
function withWork(request: Request): Request {
  if (!(commands['open-work'].from as readonly RequestState[]).includes(request.state)) return request;
  return openWork(request, row('97-alarm'), opening('check', 'alarm'));
}
function signed(request: Request): Request {
  return request.state === 'decided' && request.output
    ? { ...request, output: { ...request.output, signature } }
    : request;
}
function withOffer(request: Request): Request {
  return request.state === 'queued' ? must(offerPlace(request, serikOffers, after(30))) : request;
}
const ofChild = (request: Request): Request =>
  request.state === 'queued'
    ? { ...request, child: { field: 'childIin', key: 'child', until: after(600).toISOString() } }
    : request;
const withComplaint = (request: Request): Request => (isSubmitted(request) ? complained(request) : request);
const withReply = (request: Request): Request =>
  isSubmitted(request) ? must(draftReply(request, filed.id, reply)) : request;
function withProposal(request: Request): Request {
  return request.state === 'queued' ? must(proposePlace(request, serikProposes)) : request;
}
function answered(request: Request, answer: 'accepted' | 'declined') {
  return answerOffer(
    withOffer(request),
    serikOffers.id,
    { answer, signed: signedAnswer(after(31)), due: { dueAt: later.toISOString() } },
    after(31),
  );
}

const turnedAway = () => turnAway(submitted(), at('02-check', 2), 'documents');
const issued = () => deliver(accepted(), {}, 19);
function refused(): Request {
  const working = must(claim(opened(accepted(), '06-mio-decide', 'decide', 't'), serik, after(7)));
  const decision = { outcome: 'refused', at: after(8).toISOString(), by: serik, ground: 'g', text: 't' } as const;
  const formed = formOutput(must(decide(working, decision, serik, after(8))), at('07-form', 9), 'N-0');
  return close(signed(createOutput(formed, at('11-create', 10), file)), at('close', 11));
}

/** A request in each state. */
const samples: Readonly<Record<RequestState, Request>> = {
  draft: draft(),
  discarded: must(discard(draft(), 'discarded', after(1))),
  submitted: submitted(),
  'turned-away': turnedAway(),
  'taken-back': must(withdraw(accepted(), 'take-back', signedAnswer(after(40)))),
  received: numbered(),
  'in-progress': accepted(),
  decided: created(),
  issued: issued(),
  queued: queued(),
  refused: refused(),
  withdrawn: must(correct(issued(), correction('withdraw', '11'))),
  left: must(withdraw(queued(), 'leave-queue', signedAnswer(after(40)))),
};

/**
 * The result of a command: the history's new lines, and the state; nothing if it was refused, threw or changed nothing.
 */
function outcome(request: Request, bring: Tried): { state: RequestState; codes: string[] } | undefined {
  let result: Request | Refusal;
  try {
    result = bring(request);
  } catch {
    return undefined;
  }
  if (isRefusal(result)) return undefined;
  const before = new Map<string, number>();
  for (const { code, count = 1 } of request.events) before.set(code, (before.get(code) ?? 0) + count);
  const codes = new Set<string>();
  const now = new Map<string, number>();
  for (const { code, count = 1 } of result.events) now.set(code, (now.get(code) ?? 0) + count);
  for (const [code, count] of now) if (count > (before.get(code) ?? 0)) codes.add(code);
  return { state: result.state, codes: [...codes] };
}

describe('the table of states', () => {
  it('has a sample in each state that is in that state', () => {
    for (const [state, request] of Object.entries(samples)) expect(request.state).toBe(state);
  });

  it('reaches every state from the beginning', () => {
    const reached = new Set<string>();
    for (let before = -1; before < reached.size;) {
      before = reached.size;
      for (const { from, to } of Object.values(commands))
        if (to !== 'same' && (from.length === 0 || from.some((state) => reached.has(state))))
          for (const state of to) reached.add(state);
    }
    expect([...reached].toSorted()).toEqual(Object.keys(samples).toSorted());
  });

  it('lets no command lead out of an end', () => {
    const leads = Object.values(commands).filter(({ to }) => to !== 'same');
    const out = (state: string) =>
      leads.some(({ from, to }) => from.some((each) => each === state) && !(to as readonly string[]).includes(state));
    expect(
      Object.keys(samples)
        .filter((state) => !out(state))
        .toSorted(),
    ).toEqual(['discarded', 'left', 'taken-back', 'turned-away']);
  });

  describe.each(Object.entries(brought) as [keyof typeof brought, Tried][])('%s', (command, bring) => {
    const { from, to, events } = commands[command];
    it.each(Object.keys(samples) as RequestState[])('on %s does what the table says', (state) => {
      const came = outcome(samples[state], bring);
      const own = came?.codes.filter((code) => (events as readonly string[]).includes(code)) ?? [];
      if (!(from as readonly RequestState[]).includes(state)) {
        expect(own).toEqual([]);
        return;
      }
      // If nothing happened, something other than the state was missing; another test covers that.
      if (came === undefined || own.length === 0) return;
      expect(to === 'same' ? [state] : to).toContain(came.state);
    });

    it('is possible in at least one state', () => {
      const codes = (from as readonly RequestState[]).flatMap((state) => outcome(samples[state], bring)?.codes ?? []);
      expect(codes.some((code) => (events as readonly string[]).includes(code))).toBe(true);
    });
  });

  it('recomputes no due time of a request that is over or has no number', () => {
    for (const state of Object.keys(samples) as RequestState[])
      if (!(commands.recompute.from as readonly RequestState[]).includes(state))
        expect(recomputeDeadlines(samples[state], row('recompute'), { terms: [], officeAt: () => office })).toBe(
          samples[state],
        );
  });
});

it('offers a place to the example', () => expect(offered().state).toBe('queued'));

it('turning away drops nothing that others still need: a hold, who is to be told, what was refused', () => {
  const telling = [{ id: 't', to: 'heads', at: after(1).toISOString(), code: 'proposal-waits', facts: {} } as const];
  const kept = { hold: { at: after(1).toISOString(), ground: 'суд' }, telling, refusedKept: 2 };
  expect(turnAway({ ...submitted(), ...kept }, at('02-check', 2), 'documents')).toMatchObject(kept);
});
