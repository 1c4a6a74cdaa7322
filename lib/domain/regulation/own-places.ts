import * as z from 'zod';
import deployed from '../../../statemachines/offices.json' with { type: 'json' };
import { readHours } from '../calendar/read-hours.ts';
import { regionCodes, type Region } from './regions.ts';
import { SourceText } from './procedure.ts';

/**
 * A place as the deployment names it. Its code begins as those of the directories do: `mangystau-education-aktau` for an office
 * of a department, `mangystau-con-aktau` for a centre, `akmola-akim-…` for an akim, `mangystau-akimat` for the body above.
 */
const OwnPlace = z.strictObject({
  code: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  kind: z.enum(['office', 'centre', 'akim', 'akimat']),
  region: z.enum(regionCodes),
  name: SourceText,
  nameKk: SourceText.optional(),
  district: SourceText.optional(),
  address: SourceText.optional(),
  phones: z.array(SourceText).optional(),
  email: SourceText.optional(),
  hours: SourceText.refine((text) => readHours(text) !== undefined, 'not read as hours').optional(),
  /** Who says so: an order, a letter, the office's own page. */
  source: SourceText,
});
export type OwnPlace = z.infer<typeof OwnPlace>;

export const OwnPlaces = z.strictObject({
  why: z.string(),
  places: z.array(OwnPlace).superRefine((places, context) => {
    for (const [index, { code, region }] of places.entries()) {
      if (places.findIndex((other) => other.code === code) < index)
        context.addIssue({ code: 'custom', path: [index], message: `${code} stands twice` });
      if (!code.startsWith(`${region}-`))
        context.addIssue({ code: 'custom', path: [index], message: `the code of ${code} begins with another region` });
    }
  }),
});

/** `statemachines/offices.json`. Read when asked, so that bundles which only show places do not hold it. */
export const ownPlaces = (): readonly OwnPlace[] => OwnPlaces.parse(deployed).places;

/** The places of a kind whose codes begin so. */
export const ownOf = (own: readonly OwnPlace[], kind: OwnPlace['kind'], region: Region, beginning: string) =>
  own.filter((place) => place.kind === kind && place.region === region && place.code.startsWith(`${beginning}-`));
