import { FormField } from '../../form/form-field.tsx';
import type { FieldSpec } from '../../form/field-spec.ts';
import type { Counter } from './use-counter.ts';

interface Props {
  readonly of: Counter;
  readonly spec: FieldSpec;
}

/** A field at the counter: what is typed into it also stays in the tab. */
export const CounterField = ({ of: { form, type }, spec }: Props) => (
  <FormField
    spec={spec}
    value={form.typed[spec.name] ?? ''}
    fault={form.faultOf(spec.name)}
    faultOf={form.faultOf}
    onInput={(value, changed) => type(spec.name, value, changed)}
  />
);
