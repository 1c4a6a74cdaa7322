import { useStore } from '../state/store.ts';
import { session } from './session.ts';

export { session };

export const useSession = () => useStore(session);
