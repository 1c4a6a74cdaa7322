import type { Bilingual } from '../../lib/domain/language/bilingual.ts';
import type { FormField } from '../../lib/domain/request/draft/form.ts';

/**
 * What a form asks for, as in `fields` and `output.fields` of `GET /services/{id}`: the applicant's form and the
 * officer's have the same shape.
 */
export type FieldSpec = FormField & { readonly label: Bilingual };

/** From this length on a field has several lines. */
export const isLong = ({ length, kind }: Pick<FieldSpec, 'length' | 'kind'>) => kind === undefined && length.max > 250;
