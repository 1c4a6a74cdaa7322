import { writeDay } from '../../lib/domain/language/dates.ts';
import { Notice, useAnswer, useText, type Answer } from '../kit.ts';
import { endedTexts } from '../texts/ended.ts';

type Decree = Answer<'GET /services/{service}'>['decree'];

/** The decree, where the page has it; otherwise where it stands. */
export type EndedProps = { readonly decree: Decree } | OfService;
interface OfService {
  readonly service: string;
  /** The version that a request names. */
  readonly version: string | undefined;
}

/** Says that the regulation has ended, on each page of a service that only the demonstration shows. */
export default function EndedNotice(of: EndedProps) {
  return 'decree' in of ? <OfDecree decree={of.decree} /> : <Asked {...of} />;
}

function Asked({ service, version }: OfService) {
  const { value } = useAnswer('GET /services/{service}', {
    params: { service },
    ...(version !== undefined && { query: { version } }),
  });
  return value ? <OfDecree decree={value.decree} /> : null;
}

function OfDecree({ decree: { excluded, repealed } }: { readonly decree: Decree }) {
  const t = useText();
  const act = excluded ?? repealed;
  if (!act) return null;
  const text = excluded ? endedTexts.excluded : endedTexts.repealed;
  return <Notice kind="warning">{t(text, { date: writeDay(act.date, t.language), number: act.number })}</Notice>;
}
