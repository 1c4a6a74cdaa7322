import { describe, expect, it } from '@jest/globals';
import {
  addAttachment,
  ATTACHMENT_LIMIT,
  changeForm,
  discard,
  recordRefusedSignature,
  removeAttachment,
} from '../../../../../lib/domain/request/draft/draft.ts';
import { after, draft, must, submitted } from '../example.ts';

const scan = (id: string) => ({
  id,
  name: `${id}.pdf`,
  type: 'application/pdf' as const,
  size: 10,
  sha256: 'ef'.repeat(32),
  addedAt: after(1).toISOString(),
});

describe('a draft', () => {
  it('lives thirty days from the last touch', () => {
    expect(draft().expiresAt).toBe('2026-12-23T05:00:00.000Z');
    expect(must(changeForm(draft(), {}, after(60 * 24)))).toMatchObject({ expiresAt: '2026-12-24T05:00:00.000Z' });
  });

  it('counts saved forms, and accepts none based on an older one', () => {
    const first = must(changeForm(draft(), { phone: '87252530000' }, after(1), 0));
    expect(first).toMatchObject({ formVersion: 1 });
    const other = changeForm(first, { phone: '87252530001', sik: '' }, after(2), 0);
    expect(other).toMatchObject({ refused: 'form/newer', extension: { formVersion: 1, changed: ['phone'] } });
    expect(changeForm(first, { phone: '87252530000' }, after(2), 0)).toBe(first);
    expect(changeForm(first, { phone: '87252530001' }, after(2), 1)).toMatchObject({ formVersion: 2 });
    expect(changeForm(first, { phone: '87252530001' }, after(2))).toMatchObject({ formVersion: 2 });
  });

  it('is not renewed by findings about its scans, and drops its version when it is submitted', () => {
    expect(must(addAttachment(draft(), scan('s1'), after(1)))).toMatchObject({ formVersion: 0 });
    expect(must(discard(draft(), 'discarded', after(1)))).not.toHaveProperty('formVersion');
    expect(submitted()).not.toHaveProperty('formVersion');
  });

  it('takes twenty scans and refuses the twenty-first', () => {
    const full = Array.from({ length: ATTACHMENT_LIMIT }, (_, i) => `s${i}`).reduce(
      (request, id) => must(addAttachment(request, scan(id), after(1))),
      must(draft()),
    );
    expect(addAttachment(full, scan('one-more'), after(2))).toEqual({
      refused: 'attachment/too-many',
      facts: { limit: 20 },
    });
  });

  it('returns a removed scan, and refuses an unknown one', () => {
    const one = must(addAttachment(draft(), scan('s1'), after(1)));
    expect(must(removeAttachment(one, 's1', after(2))).attachments).toEqual([]);
    expect(removeAttachment(one, 's2', after(2))).toMatchObject({ refused: 'attachment/unknown' });
  });

  it('keeps nothing of the form when it is discarded', () => {
    const gone = must(discard(draft(), 'draft-expired', after(1)));
    expect(gone).toMatchObject({ state: 'discarded', form: {}, attachments: [] });
    expect(gone.events.at(-1)?.code).toBe('draft-expired');
  });

  it('remembers a refused signature and stays a draft', () => {
    const refused = must(recordRefusedSignature(draft(), { failed: ['content-digest'] }, after(1)));
    expect(refused.state).toBe('draft');
    expect(refused.events.at(-1)).toMatchObject({ code: 'signature-refused', facts: { checks: 'content-digest' } });
  });

  it('cannot be changed once it is submitted', () => {
    for (const change of [
      changeForm(submitted(), {}, after(2)),
      addAttachment(submitted(), scan('s1'), after(2)),
      removeAttachment(submitted(), 's1', after(2)),
      discard(submitted(), 'discarded', after(2)),
      recordRefusedSignature(submitted(), { failed: [] }, after(2)),
    ])
      expect(change).toMatchObject({ refused: 'request/not-draft' });
  });
});
