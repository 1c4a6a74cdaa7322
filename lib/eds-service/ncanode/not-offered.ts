const keys =
  'It takes a person’s private key and password. This service takes no key: sign where the key is (NCALayer, eGov mobile).';
const xml = 'Signatures in XML are not verified here; only CMS and bare signatures are.';
const tsp = 'This service makes no timestamp. Ask the timestamp authority, or use `npm run eds -- extend`.';

/** NCANode's other calls, by the beginning of their path, and why they answer 501. */
export const notOffered: readonly { readonly path: string; readonly why: string }[] = [
  { path: '/pkcs12/', why: keys },
  { path: '/cms/sign', why: keys },
  { path: '/xml/sign', why: keys },
  { path: '/wsse/sign', why: keys },
  { path: '/xml/', why: xml },
  { path: '/wsse/', why: xml },
  { path: '/tsp', why: tsp },
];
