import { runRegion } from './run-region.ts';

runRegion('zhambyl');
