import type { Bilingual } from '../../lib/domain/language/bilingual.ts';
import type { FormField } from '../../lib/domain/request/draft/form.ts';

/**
 * What a form asks for, as `GET /services/{id}` has it in `fields` and `output.fields`: the applicant's form and the
 * officer's are of the same kind.
 */
export type FieldSpec = FormField & { readonly label: Bilingual };

/** Where a field's value is longer than a line. */
export const isLong = ({ length, kind }: Pick<FieldSpec, 'length' | 'kind'>) => kind === undefined && length.max > 250;
