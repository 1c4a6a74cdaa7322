import type { FieldSpec } from '../form/field-spec.ts';
import { FormField } from '../form/form-field.tsx';
import { useText, type Answer } from '../kit.ts';
import { writeOrganisation } from '../parts/organisation.ts';
import { applyAsTexts } from '../texts/apply-as.ts';

export interface ApplyAsProps {
  /** The input so far: the choice `applyAs`, and `bin`. */
  readonly typed: Readonly<Record<string, string>>;
  readonly fault: string | undefined;
  /** A draft that cannot change its applicant any more. */
  readonly fixed: Pick<Answer<'GET /requests/{id}'>, 'organisation'> | undefined;
  readonly type: (name: string, value: string) => void;
  readonly onLeave: () => void;
}

const asSpec: FieldSpec = {
  name: 'applyAs',
  label: applyAsTexts.as,
  required: true,
  // No hint how long the answer is.
  length: { min: 1, max: 2 },
  format: 'text',
  kind: 'choice',
  choices: [applyAsTexts.self, applyAsTexts.organisation],
};
const binSpec: FieldSpec = {
  name: 'bin',
  label: applyAsTexts.bin,
  required: true,
  length: { min: 12, max: 12 },
  format: 'numeric',
};

/** In whose name they apply, and the number of the organisation. */
export default function ApplyAs({ typed, fault, fixed, type, onLeave }: ApplyAsProps) {
  const t = useText();
  if (fixed)
    return (
      <p>
        {fixed.organisation
          ? `${t(applyAsTexts.organisation)}: ${writeOrganisation(fixed.organisation, t)}`
          : t(applyAsTexts.self)}
        <br />
        <span class="small">{t(applyAsTexts.fixed)}</span>
      </p>
    );
  const { applyAs = '1', bin = '' } = typed;
  const common = (spec: FieldSpec) => ({ spec, onInput: (value: string) => type(spec.name, value), onLeave });
  return (
    <>
      <FormField {...common(asSpec)} value={applyAs} />
      {applyAs === '2' && (
        <>
          <FormField {...common(binSpec)} value={bin} fault={fault} />
          <p class="small">{t(applyAsTexts.who)}</p>
        </>
      )}
    </>
  );
}
