import { Icon } from '../kit.ts';

/** What a check found, with a shape. */
export const Line = ({ good, children }: { readonly good: boolean; readonly children: string }) => (
  <div class={good ? 'notice success' : 'notice error'}>
    <Icon name={good ? 'tick' : 'cross'} />
    <div>
      <p>{children}</p>
    </div>
  </div>
);
