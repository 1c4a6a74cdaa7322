import { runRegion } from './run-region.ts';

runRegion('south-kazakhstan');
