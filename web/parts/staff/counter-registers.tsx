import { useState } from 'preact/hooks';
import { VISITOR } from '../../../lib/domain/request/draft/visitor.ts';
import { fieldsIn } from '../../../lib/domain/regulation/fields-in.ts';
import type { FieldMarkProps } from '../../later/field-mark.tsx';
import type { RegisterFillProps } from '../../later/register-fill.tsx';
import { lazy, type Answer } from '../../kit.ts';
import type { Counter } from './use-counter.ts';

const RegisterFill = lazy<RegisterFillProps>('later/register-fill');
const FieldMark = lazy<FieldMarkProps>('later/field-mark');

/** The visitor's consent, and what registers then tell: their name, and fields of the form. */
export function CounterRegisters({ of: counter }: { readonly of: Counter }) {
  const { service, channel, added, take, draft } = counter;
  const [seen, setSeen] = useState<Answer<'GET /requests/{id}'>>();
  if (!service || channel === '') return null;
  const { visitor } = service;
  const registers = new Set(fieldsIn(service.fields, channel).flatMap(({ from }) => from?.register ?? []));
  if (visitor?.channels.some((each) => each === channel)) registers.add(visitor.register);
  if (registers.size === 0) return null;
  const data = seen?.id === draft.id ? seen?.registerData : undefined;
  return (
    <>
      <RegisterFill
        registers={[...registers]}
        data={data}
        isVisitor
        prepare={added}
        filled={(request) => {
          setSeen(request);
          take(request.formVersion, request.form);
        }}
      />
      {data && <FieldMark data={data} field={VISITOR} />}
    </>
  );
}
