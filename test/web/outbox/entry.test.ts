import { describe, expect, it } from '@jest/globals';
import { basicsOf, endsSoon, isOver, LIFE, MOST_BYTES, MOST_ENTRIES, refuseRoom } from '../../../web/outbox/entry.ts';

const lines = (count: number, bytes = 1) => Array.from({ length: count }, (_, n) => ({ id: `entry-${n}`, bytes }));

describe('an outbox', () => {
  it('takes as many entries as are allowed, and not one more', () => {
    expect(refuseRoom(lines(MOST_ENTRIES - 1), { id: 'new', bytes: 1 })).toBeUndefined();
    expect(refuseRoom(lines(MOST_ENTRIES), { id: 'new', bytes: 1 })).toBe('many');
  });

  it('takes as many bytes as are allowed, and not one more', () => {
    const one = lines(1, MOST_BYTES - 10);
    expect(refuseRoom(one, { id: 'new', bytes: 10 })).toBeUndefined();
    expect(refuseRoom(one, { id: 'new', bytes: 11 })).toBe('large');
  });

  it('counts an entry that is changed once', () => {
    expect(refuseRoom(lines(MOST_ENTRIES), { id: 'entry-0', bytes: 1 })).toBeUndefined();
    expect(refuseRoom(lines(1, MOST_BYTES), { id: 'entry-0', bytes: MOST_BYTES })).toBeUndefined();
  });
});

describe('an entry', () => {
  it('is over after a day, and warns before', () => {
    expect([isOver({ at: 1000 }, 999 + LIFE), isOver({ at: 1000 }, 1000 + LIFE)]).toEqual([false, true]);
    expect([endsSoon({ at: 0 }, LIFE / 2), endsSoon({ at: 0 }, LIFE - 1)]).toEqual([false, true]);
  });

  it('is another draft with another office, and the same with another form', () => {
    const body = { service: 's', channel: 'paper', office: 'o', form: {} } as const;
    expect(basicsOf({ ...body, form: { a: 'b' } })).toBe(basicsOf(body));
    expect(basicsOf({ ...body, office: 'p' })).not.toBe(basicsOf(body));
  });
});
