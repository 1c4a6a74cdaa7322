import { describeMint } from './describe-mint.ts';

describeMint('gost-2015');
