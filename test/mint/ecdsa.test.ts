import { describeMint } from './describe-mint.ts';

describeMint('ecdsa');
