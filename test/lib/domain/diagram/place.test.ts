import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areNear } from '../../../../lib/domain/diagram/geometry.ts';
import { placeProcess } from '../../../../lib/domain/diagram/place.ts';
import { processOf } from '../../../../lib/domain/diagram/process.ts';
import { actorNamed } from '../../../../lib/domain/regulation/actors.ts';
import type { Action } from '../../../../lib/domain/regulation/regulation.ts';

const actors = ['ПЭП', 'РШЭП (ШЭП)', 'ИС МИО', 'МИО', 'ЦОН'] as const;

/** A table whose rows lead anywhere: back, over each other, into the middle of a branch. */
const tables = fc.integer({ min: 1, max: 9 }).chain((rows) =>
  fc.tuple(
    ...Array.from({ length: rows }, (_, index) =>
      fc
        .record({
          actorName: fc.constantFrom(...actors),
          onward: fc.integer({ min: 1, max: rows + 1 }),
          aside: fc.option(fc.integer({ min: 1, max: rows + 1 })),
        })
        .map(({ actorName, onward, aside }): Action => {
          const to = (row: number) => (row > rows ? ('end' as const) : row);
          return {
            ...{ no: index + 1, name: 'Действие', completion: '-', term: { text: '-' }, next: [], added: false },
            ...{ actorName, actor: actorNamed(actorName)!, does: [{ work: 'decide', by: 'mio' }] },
            goes: [...(aside === null ? [] : [{ to: to(aside), if: 'refused' as const }]), { to: to(onward) }],
          };
        }),
    ),
  ),
);

it('finds a place for every row of any table, without overlap', () => {
  const frame = {
    trackWidth: () => 144,
    sizeOf: ({ kind }: { readonly kind: string }) =>
      kind === 'task' ? { width: 120, height: 50 } : { width: 24, height: 24 },
    labelSize: () => ({ width: 60, height: 20 }),
  };
  fc.assert(
    fc.property(tables, (actions) => {
      const process = processOf({ actions });
      const boxes = [...placeProcess(process, frame).boxes.values()];
      expect(boxes).toHaveLength(process.nodes.length);
      const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b] as const));
      expect(pairs.filter(([a, b]) => areNear(a, b))).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
