import { useStore } from '../frame/store.ts';
import { session } from './session.ts';

export { session };

export const useSession = () => useStore(session);
