import { Icon, useText, type Answer, type IconName } from '../kit.ts';

type Request = Answer<'GET /requests/{id}'>;
type State = Request['state'];

const looks: Readonly<Record<State, readonly [kind: string, icon?: IconName]>> = {
  draft: [''],
  discarded: [''],
  submitted: ['information', 'info'],
  'turned-away': ['error', 'cross'],
  'taken-back': [''],
  received: ['information', 'info'],
  'in-progress': ['working', 'clock'],
  decided: ['working', 'clock'],
  issued: ['success', 'tick'],
  queued: ['', 'clock'],
  refused: ['error', 'cross'],
  withdrawn: ['error', 'cross'],
  left: [''],
};

export function StateTag({ of: { state, stateText } }: { readonly of: Pick<Request, 'state' | 'stateText'> }) {
  const t = useText();
  const [kind, icon] = looks[state];
  return (
    <span class={`tag ${kind}`}>
      {icon && <Icon name={icon} />} {t(stateText)}
    </span>
  );
}
