import { useText } from '../../kit.ts';
import { counterTexts } from '../../texts/counter.ts';
import { writeAnswer } from '../write-answer.ts';
import { ShowVisitor } from './show-visitor.tsx';
import type { Counter } from './use-counter.ts';

interface Props {
  readonly of: Counter;
  readonly goOn: () => void;
}

/** The whole application in words, turned to the visitor. */
export function CounterShown({
  of: { service, values, asked, offices, office, draft, isShown, setShown },
  goOn,
}: Props) {
  const t = useText();
  const { iin = '', fullName = '' } = values;
  if (!isShown || !service) return null;
  return (
    <ShowVisitor
      title={t(service.title)}
      lines={[
        [t(counterTexts.visitor), `${fullName}, ${iin}`],
        ...offices
          .filter(({ code }) => code === office)
          .map(({ name }) => [t(counterTexts.office), name, 'ru'] as const),
        ...asked.map((spec) => [t(spec.label), writeAnswer(spec, values[spec.name], t)] as const),
        [t(counterTexts.attached), draft.papers.map(({ name }) => name).join(', ') || '—'],
      ]}
      goOn={() => {
        setShown(false);
        goOn();
      }}
      back={() => setShown(false)}
    />
  );
}
