import { writeDay } from '../../lib/domain/language/dates.ts';
import { Notice, useAnswer, useText } from '../kit.ts';
import { endedTexts } from '../texts/ended.ts';

export interface EndedProps {
  readonly service: string;
  /** The version that a request names. */
  readonly version?: string;
}

/** Says that the regulation has ended, on each page of a service that only the demonstration shows. */
export default function EndedNotice({ service, version }: EndedProps) {
  const t = useText();
  const { value } = useAnswer('GET /services/{service}', {
    params: { service },
    ...(version !== undefined && { query: { version } }),
  });
  const { excluded, repealed } = value?.decree ?? {};
  const act = excluded ?? repealed;
  if (!act) return null;
  const text = excluded ? endedTexts.excluded : endedTexts.repealed;
  return <Notice kind="warning">{t(text, { date: writeDay(act.date, t.language), number: act.number })}</Notice>;
}
