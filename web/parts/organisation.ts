import type { Organisation } from '../../lib/domain/identity/organisation.ts';
import type { useText } from '../kit.ts';
import { organisationTexts } from '../texts/organisation.ts';

/** A legal person with its BIN; before anybody has signed for it, the BIN alone. */
export const writeOrganisation = ({ bin, name }: Organisation, t: ReturnType<typeof useText>): string =>
  name === undefined ? t(organisationTexts.number, { bin }) : t(organisationTexts.named, { name, bin });
