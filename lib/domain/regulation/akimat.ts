import type { Bilingual } from '../language/bilingual.ts';
import { regions, type Region } from './regions.ts';

/** The akimat of a region is the body above its offices; the decrees give it no address. */
export const akimatCode = (region: Region): string => `${region}-akimat`;

export const akimatName = (region: Region): Bilingual => ({
  kk: `Әкімдік (${regions[region].kk})`,
  ru: `Акимат (${regions[region].ru})`,
});
