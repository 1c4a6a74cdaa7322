import { describeMint } from './describe-mint.ts';

describeMint('rsa');
