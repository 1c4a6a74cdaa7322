import { useEffect } from 'preact/hooks';
import type { Answer } from '../../kit.ts';

type Document = Answer<'GET /requests/{id}/receipt'>['receipt'];
type Said = Document['fields'][number]['value'];

interface Props {
  readonly receipt: Document;
  /** After the print dialog has been closed. */
  readonly printed: () => void;
}

/** The receipt as in its PDF, in both languages, only on paper; the print dialog opens by itself. */
export function Receipt({ receipt, printed }: Props) {
  const { title, region, office, fields, decree, words, signed = [] } = receipt;
  useEffect(() => {
    print();
    printed();
  }, []);
  return (
    <section class="receipt">
      <p lang="kk">{region.kk}</p>
      <p lang="ru">{region.ru}</p>
      <p>
        <Value value={office} />
      </p>
      <h2>
        <span lang="kk">{title.kk}</span> / <span lang="ru">{title.ru}</span>
      </h2>
      <table>
        <tbody>
          {fields.map(({ label, value }) => (
            <tr key={label.ru}>
              <th scope="row">
                <span lang="kk">{label.kk}</span>
                <br />
                <span lang="ru">{label.ru}</span>
              </th>
              <td>
                <Value value={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {signed.map(({ kk, ru }) => (
        <p key={ru}>
          <span lang="kk">{kk}</span> <span lang="ru">{ru}</span>
        </p>
      ))}
      {words && (
        <p lang="ru">
          {words.text} ({words.source})
        </p>
      )}
      <p lang="kk">{decree.kk}</p>
      <p lang="ru">{decree.ru}</p>
    </section>
  );
}

const Value = ({ value }: { readonly value: Said }) =>
  typeof value === 'string' ? (
    <>{value}</>
  ) : (
    <>
      <span lang="kk">{value.kk}</span>
      <br />
      <span lang="ru">{value.ru}</span>
    </>
  );
