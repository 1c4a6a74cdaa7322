import { Icon, Notice, useText } from '../../kit.ts';
import { deskTexts } from '../../texts/desk.ts';
import { signingTexts } from '../../texts/signing.ts';
import { writeOrganisation } from '../organisation.ts';
import { isToSign, type ToSign } from './use-signing.ts';

interface Props {
  readonly document: ToSign;
  readonly isOpened: boolean;
  readonly isIn: boolean;
  readonly open: () => void;
  readonly toggle: () => void;
}

/** Which document it is and for whom; it can be signed when it has been opened. */
export function ToSignRow({ document, isOpened, isIn, open, toggle }: Props) {
  const t = useText();
  const { output, result } = document;
  if (!output) return <NotSigned document={document} />;
  const { title, number, applicant, organisation, sha256 } = output;
  return (
    <li>
      <h3>{t(title)}</h3>
      <p>
        {organisation && <>{writeOrganisation(organisation, t)}, </>}
        {applicant.fullName}
      </p>
      <p class="small">
        {t(deskTexts.document, { number })} · {t(signingTexts.of, { number: document.number ?? '' })}
      </p>
      <p class="meta">
        {isToSign(document) && (
          <input
            type="checkbox"
            class="tick"
            checked={isIn}
            disabled={!isOpened}
            aria-label={t(signingTexts.include, { number })}
            onChange={toggle}
          />
        )}
        <button type="button" class="button second" onClick={open}>
          {t(signingTexts.look)}
          <span class="unseen"> {number}</span>
        </button>
        {result?.done ? (
          <span class="tag success">
            <Icon name="tick" /> {t(signingTexts.signed)}
          </span>
        ) : (
          <span class={isOpened ? 'tag' : 'tag warning'}>
            {t(isOpened ? signingTexts.looked : signingTexts.notLooked)}
          </span>
        )}
      </p>
      <details>
        <summary>{t(signingTexts.sha)}</summary>
        <p class="small">
          <code class="long">{sha256}</code>
        </p>
      </details>
      {result?.problem && <Why document={document} />}
    </li>
  );
}

function NotSigned({ document }: { readonly document: ToSign }) {
  const t = useText();
  const { id, number } = document;
  return (
    <li>
      {number !== undefined && <h3>{t(signingTexts.of, { number })}</h3>}
      <Why document={document} />
      {number !== undefined && (
        <p>
          <a href={`/app/work/${id}`}>{t(signingTexts.toWork)}</a>
        </p>
      )}
    </li>
  );
}

/** Why it cannot be signed, or was not. */
function Why({ document: { problem, result } }: { readonly document: ToSign }) {
  const t = useText();
  const why = result?.problem ?? problem;
  if (!why) return null;
  return (
    <Notice kind="error">
      <p>{why.code === 'work/other-task' ? t(deskTexts.moved) : why.title}</p>
      {why.text !== undefined && <p class="small">{why.text}</p>}
    </Notice>
  );
}
