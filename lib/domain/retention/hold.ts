import * as z from 'zod';

/** Why and since when something is kept beyond its term. `ground` names a paper, such as a court's request, and nobody. */
export const Hold = z.object({ at: z.iso.datetime(), ground: z.string().min(3).max(200) });
export type Hold = z.infer<typeof Hold>;

/** Held from now on, or no more. */
export function setHold<Held extends { readonly hold?: Hold | undefined }>(held: Held, hold: Hold | undefined): Held {
  const { hold: _, ...kept } = held;
  return (hold ? { ...kept, hold } : kept) as Held;
}
