import { findAnswer } from './answers.ts';
import type { Finding } from '../lib/domain/regulation/defect.ts';
import type { Regulation } from '../lib/domain/regulation/regulation.ts';
import type { RegulationText } from '../lib/domain/regulation/schema.ts';

/** A transcribed text lists its points; each has an answer that exists, or a reading, and stands once. */
export function checkPoints(regulation: Regulation, { extract, points }: RegulationText): Finding[] {
  if (!points)
    return extract
      ? [{ path: ['extract'], reason: 'a transcribed text needs points: what answers each of its points' }]
      : [];
  const sources = points.map(({ source }) => source);
  return points.flatMap(({ source, by, reading }, index): Finding[] => [
    ...(sources.indexOf(source) < index
      ? [{ path: ['points', index, 'source'], reason: 'the point stands twice' }]
      : []),
    ...(by.length === 0 && reading === undefined
      ? [{ path: ['points', index], reason: 'the point has neither an answer nor a reading' }]
      : []),
    ...by.flatMap((reference, at) =>
      findAnswer(reference, regulation)
        ? []
        : [{ path: ['points', index, 'by', at], reason: `there is no key, part, route or check "${reference}"` }],
    ),
  ]);
}
