import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateBlob, selfSigned } from '../../testing/certificate.js';
import { parseCertificateBlob } from './certificate-blob.js';

describe('a certificate in the registry', () => {
  it('is found among the other properties', () => {
    expect(parseCertificateBlob(certificateBlob(selfSigned))).toEqual({
      subject: 'C=ES, O=Gestoría Muñoz, CN=remote.gestoria.example',
      issuer: 'C=ES, O=Gestoría Muñoz, CN=remote.gestoria.example',
      notBefore: '2026-11-24T01:39:33.000Z',
      notAfter: '2028-11-23T01:39:33.000Z',
    });
  });

  it.each([
    ['nothing', ''],
    ['half an element', certificateBlob(selfSigned).slice(0, 100)],
    ['other properties alone', '030000000100000002000000abcd'],
    ['a length beyond the end', '2000000001000000ffffffff00'],
    ['no certificate in it', '20000000010000000200000030ff'],
  ])('is undefined for %s', (_name, hex) => expect(parseCertificateBlob(hex)).toBeUndefined());

  it('takes any value', () => {
    fc.assert(
      fc.property(fc.string(), fc.uint8Array({ maxLength: 300 }), (text, bytes) => {
        parseCertificateBlob(text);
        parseCertificateBlob(certificateBlob(Buffer.from(bytes).toString('hex')));
      }),
    );
  });
});
