import { useState } from 'preact/hooks';
import type { FormValues } from '../../lib/domain/regulation/form-values.ts';
import type { FieldError } from '../../lib/domain/problem/problem.ts';
import { load, useText } from '../kit.ts';
import type { SummaryLine } from './error-summary.tsx';
import type { FieldSpec } from './field-spec.ts';
import { normalise } from './normalise.ts';
import { typedOf } from './rows.ts';

type Sentences = typeof import('../later/sentence.ts');
type Values = Readonly<Record<string, string>>;

type Place = ReturnType<Sentences['placesOf']>[number];

interface Refused extends Pick<Sentences, 'lineOf' | 'sentenceOf'> {
  readonly places: readonly Place[];
  readonly attempt: number;
}

/** The input of a form with these fields, and what is wrong with it. */
export function useForm(specs: readonly FieldSpec[], first: FormValues) {
  const t = useText();
  const [typed, setTyped] = useState<Values>(() => typedOf(first));
  const [refused, setRefused] = useState<Refused>();
  const places = refused?.places ?? [];
  return {
    typed,
    attempt: refused?.attempt ?? 0,
    lines: places.map((place): SummaryLine => ({ id: place.id, text: refused!.lineOf(place, t) })),
    values: Object.fromEntries(specs.map((spec) => [spec.name, normalise(spec, typed[spec.name] ?? '')])),
    /** What is wrong with the control of this id. */
    faultOf: (id: string) => {
      const place = places.find((each) => each.id === id);
      return place && t(...refused!.sentenceOf(place.fault, place.spec));
    },
    /** While somebody corrects a field, its error is hidden; `changed` is the cell of a table, or the table whose rows moved. */
    type: (name: string, value: string, changed = name) => {
      setTyped((now) => ({ ...now, [name]: value }));
      setRefused(
        (now) => now && { ...now, places: now.places.filter(({ id, table }) => id !== changed && table !== changed) },
      );
    },
    /** The sentences are loaded only when they are needed. */
    refuse: (found: readonly FieldError[]) =>
      void load<Sentences>('later/sentence').then(({ placesOf, lineOf, sentenceOf }) =>
        setRefused((now) => ({
          ...{ places: placesOf(found, specs), attempt: (now?.attempt ?? 0) + 1 },
          ...{ lineOf, sentenceOf },
        })),
      ),
  };
}
