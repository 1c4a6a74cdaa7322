import type { FieldError } from '../../lib/domain/problem/problem.ts';
import type { FieldSpec } from '../form/field-spec.ts';
import { Notice, useText } from '../kit.ts';
import { checkTexts } from '../texts/check.ts';

export interface IncompleteProps {
  readonly request: string;
  readonly errors: readonly Pick<FieldError, 'field'>[];
  readonly specs: readonly Pick<FieldSpec, 'name' | 'label'>[];
}

/** Which fields of the application the server refused, each with a link to it. */
export default function Incomplete({ request, errors, specs }: IncompleteProps) {
  const t = useText();
  return (
    <Notice kind="error" role="alert">
      <p>{t(checkTexts.incomplete)}</p>
      <ul>
        {errors.map(({ field }) => {
          const name = field.split('/').at(-1)!;
          const spec = specs.find((each) => each.name === name);
          return (
            <li key={field}>
              <a href={`/app/requests/${request}/form?field=${name}`}>{spec ? t(spec.label) : name}</a>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
