import { useState } from 'preact/hooks';
import type { FieldSpec } from '../form/field-spec.ts';
import { typedOf } from '../form/rows.ts';
import { Loaded, Notice, ProblemNotice, useAnswer, useText, type Problem } from '../kit.ts';
import { writeAnswer } from '../parts/write-answer.ts';
import { saveTexts } from '../texts/save-problem.ts';

type Values = Readonly<Record<string, string>>;

interface Chosen {
  /** The form in this window. */
  readonly here: Values;
  /** The version that the person saw, and the chosen value of each field. */
  readonly chosen: (formVersion: number | undefined, values: Values) => void;
}

export interface SaveProblemProps extends Chosen {
  readonly problem: Problem;
  /** The draft's id, if there is one already. */
  readonly id: string | undefined;
  readonly specs: readonly FieldSpec[];
}

/** Why a draft was not saved, and what the person can do about it. */
export default function SaveProblem({ problem, id, specs, ...way }: SaveProblemProps) {
  const t = useText();
  if (id === undefined) return <ProblemNotice problem={problem} />;
  if (problem.problem === 'form/newer') return <Conflict id={id} title={problem.title} specs={specs} {...way} />;
  return (
    <>
      <ProblemNotice problem={problem} />
      {problem.problem === 'request/not-draft' && (
        <p>
          <a href={`/app/requests/${id}`}>{t(saveTexts.open)}</a>
        </p>
      )}
    </>
  );
}

interface ConflictProps extends Chosen, Pick<SaveProblemProps, 'specs'> {
  readonly id: string;
  readonly title: string | undefined;
}

/**
 * Another window has saved this draft since: shows each field that differs, with both values, and the person chooses.
 */
function Conflict({ id, title, specs, here, chosen }: ConflictProps) {
  const t = useText();
  const stored = useAnswer('GET /requests/{id}', { params: { id } });
  const [fromThere, setFromThere] = useState<ReadonlySet<string>>(new Set());
  const take = (name: string, isThere: boolean) =>
    setFromThere((now) => new Set(isThere ? [...now, name] : [...now].filter((each) => each !== name)));
  return (
    <Loaded from={stored}>
      {({ form: held, formVersion }) => {
        const form = typedOf(held);
        const differing = specs.filter(({ name }) => (form[name] ?? '') !== (here[name] ?? ''));
        return (
          <Notice kind="warning" role="alert">
            <p>{title}</p>
            {differing.map((spec) => (
              <fieldset key={spec.name} class="field">
                <legend>{t(spec.label)}</legend>
                {[here, form].map((values, side) => (
                  <label key={side} class="choice">
                    <input
                      type="radio"
                      name={`saved-${spec.name}`}
                      checked={fromThere.has(spec.name) === (side === 1)}
                      onChange={() => take(spec.name, side === 1)}
                    />
                    <span>
                      {t(side === 1 ? saveTexts.there : saveTexts.here)}:{' '}
                      <b>{values[spec.name] ? writeAnswer(spec, values[spec.name], t) : t(saveTexts.none)}</b>
                    </span>
                  </label>
                ))}
              </fieldset>
            ))}
            <p class="small">{t(saveTexts.after)}</p>
            <p>
              <button
                type="button"
                class="button second"
                onClick={() =>
                  chosen(formVersion, Object.fromEntries([...fromThere].map((name) => [name, form[name] ?? ''])))
                }
              >
                {t(saveTexts.choose)}
              </button>
            </p>
          </Notice>
        );
      }}
    </Loaded>
  );
}
