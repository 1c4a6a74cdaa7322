import { describe, expect, it } from '@jest/globals';
import { isProblem, type Problem } from '../../../web/http/problem.ts';
import type { Content } from '../../../web/outbox/entry.ts';
import { sendEntry, type Sending } from '../../../web/outbox/send-entry.ts';

type Draft = Exclude<Awaited<ReturnType<Sending['begin']>>, Problem>;

const cut: Problem = { problem: 'network/failed' };
const basics = { service: 'certificate', channel: 'paper', office: 'shymkent' } as const;
const first: Content = {
  ...{ title: undefined, typed: {}, basics, form: { phone: '1' } },
  scans: ['a', 'b'].map((key) => ({ key, name: `${key}.pdf`, type: 'application/pdf', document: 'other' })),
};

/** A server that acts as the real one does, a line that can be cut at any call, and what the browser has kept. */
class Counter {
  kept: Content;
  readonly drafts = new Map<string, { form: object; version: number; scans: Set<string>; discarded?: true }>();
  readonly #byKey = new Map<string, { id: string; body: string }>();
  #calls = 0;
  #ids = 0;

  constructor(content: Content = first) {
    this.kept = content;
  }

  /** @param cutAt number of the call at which the line is cut; `torn`: after the server has acted */
  send(cutAt = 0, torn = false) {
    this.#calls = 0;
    const over = async <Answer>(act: () => Answer): Promise<Answer | Problem> => {
      this.#calls += 1;
      if (this.#calls !== cutAt) return act();
      if (torn) act();
      return cut;
    };
    const sending: Sending = {
      begin: ({ key, body }) =>
        over((): Draft | Problem => {
          const known = this.#byKey.get(key);
          if (known && known.body !== JSON.stringify(body)) return { problem: 'idempotency/mismatch', status: 422 };
          const id = known?.id ?? `draft-${(this.#ids += 1)}`;
          this.#byKey.set(key, { id, body: JSON.stringify(body) });
          if (!known) this.drafts.set(id, { form: body.form ?? {}, version: 0, scans: new Set() });
          return { id, formVersion: this.drafts.get(id)!.version };
        }),
      discard: (id) =>
        over(() => {
          this.drafts.get(id)!.discarded = true;
        }),
      fill: (id, { form, formVersion }) =>
        over((): Draft | Problem => {
          const draft = this.drafts.get(id)!;
          if (JSON.stringify(draft.form) === JSON.stringify(form)) return { id, formVersion: draft.version };
          if (formVersion !== draft.version) return { problem: 'form/newer', status: 409 };
          Object.assign(draft, { form, version: draft.version + 1 });
          return { id, formVersion: draft.version };
        }),
      attach: (id, { key }) =>
        over(() => {
          this.drafts.get(id)!.scans.add(key);
          return `attachment-${key}`;
        }),
      keep: async (content) => {
        this.kept = content;
      },
      newId: () => `key-${(this.#ids += 1)}`,
    };
    return sendEntry(this.kept, sending);
  }

  /** Drafts that somebody would find. */
  get found() {
    return [...this.drafts.values()].filter(({ discarded }) => !discarded);
  }
}

const whole = { form: { phone: '1' }, scans: new Set(['a', 'b']) };
const CALLS = 4;

describe('an application that is sent', () => {
  it('is a draft with its form and scans', async () => {
    const counter = new Counter();
    expect(isProblem(await counter.send())).toBe(false);
    expect(counter.found).toMatchObject([whole]);
    expect(counter.kept.scans.map(({ attachment }) => attachment)).toEqual(['attachment-a', 'attachment-b']);
  });

  it.each(
    Array.from({ length: CALLS }, (_, n) => [n + 1, false] as const).flatMap(
      ([n]) =>
        [
          [n, false],
          [n, true],
        ] as const,
    ),
  )('is one draft if the line is cut at call %i (torn: %s), and goes on from there', async (call, torn) => {
    const counter = new Counter();
    expect(await counter.send(call, torn)).toEqual(cut);
    expect(isProblem(await counter.send())).toBe(false);
    expect(counter.found).toMatchObject([whole]);
    expect(counter.drafts.size).toBe(1);
  });

  it('that was corrected after a lost answer is the same draft, changed', async () => {
    const counter = new Counter();
    await counter.send(1, true);
    counter.kept = { ...counter.kept, form: { phone: '2' } };
    await counter.send();
    expect(counter.found).toMatchObject([{ ...whole, form: { phone: '2' } }]);
    expect(counter.drafts.size).toBe(1);
  });

  it.each([0, 1, 2, 3])(
    'for another office after a lost answer leaves no second draft (cut again at %i)',
    async (again) => {
      const counter = new Counter();
      await counter.send(1, true);
      counter.kept = { ...counter.kept, basics: { ...basics, office: 'turkestan' } };
      if (again > 0) await counter.send(again, true);
      await counter.send();
      expect(counter.found).toMatchObject([whole]);
      expect(counter.kept.draft?.basics).toContain('turkestan');
    },
  );

  it('to a draft that was opened again changes that draft', async () => {
    const counter = new Counter({ ...first, draft: { id: 'old', formVersion: 3, basics: '' } });
    counter.drafts.set('old', { form: {}, version: 3, scans: new Set() });
    await counter.send();
    expect(counter.found).toMatchObject([whole]);
    expect(counter.drafts.size).toBe(1);
  });
});
