import { generateOpensslKey } from '../../lib/local/authority/openssl-key.ts';

export const shortRsaKey = await generateOpensslKey('rsa', 1024);
