import { useState } from 'preact/hooks';
import type { FieldError } from '../../lib/domain/problem/problem.ts';
import { load, useText } from '../kit.ts';
import type { SummaryLine } from './error-summary.tsx';
import type { FieldSpec } from './field-spec.ts';
import { normalise } from './normalise.ts';

type Sentences = typeof import('../later/sentence.ts');
type Values = Readonly<Record<string, string>>;

interface Refused {
  readonly faults: readonly FieldError[];
  readonly attempt: number;
  readonly sentenceOf: Sentences['sentenceOf'];
}

/** The input of a form with these fields, and what is wrong with it. */
export function useForm(specs: readonly FieldSpec[], first: Values) {
  const t = useText();
  const [typed, setTyped] = useState<Values>(first);
  const [refused, setRefused] = useState<Refused>();
  const specOf = (fault: FieldError) => specs.find(({ name }) => name === nameOf(fault));
  const sentence = (fault: FieldError) => (refused ? t(...refused.sentenceOf(fault, specOf(fault))) : '');
  const faults = refused?.faults ?? [];
  return {
    typed,
    attempt: refused?.attempt ?? 0,
    lines: faults.map((fault): SummaryLine => {
      const spec = specOf(fault);
      return { id: nameOf(fault), text: spec ? `${t(spec.label)}: ${lower(sentence(fault))}` : sentence(fault) };
    }),
    values: Object.fromEntries(specs.map((spec) => [spec.name, normalise(spec, typed[spec.name] ?? '')])),
    faultOf: (name: string) => {
      const fault = faults.find((each) => nameOf(each) === name);
      return fault && sentence(fault);
    },
    /** While somebody corrects a field, its error is hidden. */
    type: (name: string, value: string) => {
      setTyped((now) => ({ ...now, [name]: value }));
      setRefused((now) => now && { ...now, faults: now.faults.filter((fault) => nameOf(fault) !== name) });
    },
    /** The sentences are loaded only when they are needed. */
    refuse: (found: readonly FieldError[]) =>
      void load<Sentences>('later/sentence').then((module) =>
        setRefused((now) => ({ faults: found, attempt: (now?.attempt ?? 0) + 1, sentenceOf: module.sentenceOf })),
      ),
  };
}

const nameOf = ({ field }: FieldError) => field.split('/').at(-1)!;
const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);
