import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changeForm } from '../../../../../lib/domain/request/draft/draft.ts';
import { signableBytes, submit } from '../../../../../lib/domain/request/submission/submission.ts';
import { after, draft, must, submission, submitted } from '../example.ts';

describe('the signable bytes', () => {
  it('do not depend on the order in which fields were filled in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string()), (form) => {
        const reversed = Object.fromEntries(Object.entries(form).toReversed());
        expect(signableBytes({ ...draft(), form })).toEqual(signableBytes({ ...draft(), form: reversed }));
      }),
    );
  });

  it('change with every value', () => {
    const bytes = Buffer.from(signableBytes(draft())).toString();
    expect(bytes).toContain('"signer":{"iin":"900315300010"}');
    expect(Buffer.from(signableBytes({ ...draft(), office: 'turkestan' })).toString()).not.toBe(bytes);
  });
});

describe('a submission', () => {
  it('is recorded with the machine still to be started', () => {
    expect(submitted()).toMatchObject({ state: 'submitted', pending: 'start' });
  });

  it('made twice is one submission', () => {
    const once = submitted();
    expect(submit(once, submission(draft()))).toBe(once);
  });

  it('with another signature is refused', () => {
    expect(submit(submitted(), { ...submission(draft()), cmsSha256: '00'.repeat(32) })).toMatchObject({
      refused: 'request/submitted-otherwise',
    });
  });

  it('of something else than what was signed is refused', () => {
    const changed = must(changeForm(draft(), { iin: '900315300010', phone: '1' }, after(1)));
    expect(submit(changed, submission(draft()))).toMatchObject({ refused: 'request/changed-meanwhile' });
  });
});
