import { useAnswer, type Answer } from '../kit.ts';

interface Props {
  readonly request: Pick<Answer<'GET /requests/{id}'>, 'office' | 'service'>;
  readonly offices: readonly { readonly code: string; readonly name: string }[];
}

/** The office that decides, and how to reach it. */
export function OfficeOf({ request: { office, service }, offices }: Props) {
  const { value } = useAnswer('GET /offices', { query: { service, limit: 100 } });
  const place = value?.offices.find(({ code }) => code === office);
  return (
    <>
      <p lang="ru">{place?.name ?? offices.find(({ code }) => code === office)?.name ?? office}</p>
      {place && (place.phones.length > 0 || place.address) && (
        <p class="small" lang="ru">
          {[...place.phones, place.address].filter(Boolean).join(' · ')}
        </p>
      )}
    </>
  );
}
