import { Icon, useText } from '../kit.ts';
import { applyTexts } from '../texts/apply.ts';

interface Props {
  readonly offices: readonly { readonly code: string; readonly name: string; readonly nameKk?: string | undefined }[];
  readonly value: string;
  readonly fault: string | undefined;
  /** It cannot be changed any more. */
  readonly isFixed: boolean;
  readonly onChange: (code: string) => void;
}

/** The office that decides. A name that exists only in Russian is shown in Russian. */
export function OfficeField({ offices, value, fault, isFixed, onChange }: Props) {
  const t = useText();
  return (
    <div class={fault ? 'field wrong' : 'field'}>
      <label for="office">{t(applyTexts.office)}</label>
      <p class="hint" id="office-hint">
        {t(isFixed ? applyTexts.officeFixed : applyTexts.officeHint)}
      </p>
      {fault && (
        <p class="fault" id="office-fault">
          <Icon name="stop" /> {fault}
        </p>
      )}
      <select
        id="office"
        value={value}
        disabled={isFixed}
        aria-describedby={fault ? 'office-hint office-fault' : 'office-hint'}
        aria-invalid={fault ? 'true' : undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {value === '' && <option value="">{t(applyTexts.chooseOffice)}</option>}
        {offices.map(({ code, name, nameKk }) => {
          const kk = t.language === 'kk' ? nameKk : undefined;
          return (
            <option key={code} value={code} lang={kk ? 'kk' : 'ru'}>
              {kk ?? name}
            </option>
          );
        })}
      </select>
    </div>
  );
}
