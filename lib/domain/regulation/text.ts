import * as z from 'zod';
import type { Regulation } from './regulation.ts';

const Part = z.strictObject({ source: z.string(), items: z.array(z.string()) });

/**
 * What the regulation itself says of its words, its legal basis and who answers for it: the decree's own sentences. Apart from
 * the detail, because that is loaded with every form and this is larger than all of it.
 */
export const ServiceText = z.strictObject({
  id: z.string(),
  version: z.string(),
  /** Of the words: the decrees were read in Russian. */
  language: z.literal('ru'),
  definitions: Part.optional(),
  basis: Part.optional(),
  responsibility: Part.optional(),
});
export type ServiceText = z.infer<typeof ServiceText>;

export const parts = ['definitions', 'basis', 'responsibility'] as const;

export function textOf(regulation: Regulation): ServiceText {
  const { id, version } = regulation;
  const there = parts.flatMap((name) => {
    const part = regulation[name];
    return part ? [[name, { source: part.source, items: part.items }]] : [];
  });
  return ServiceText.parse({ id, version, language: 'ru', ...Object.fromEntries(there) });
}
