import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateBlob, selfSigned, selfSignedThumbprint } from '../testing/certificate.js';
import { readWith, reasonWith, valueWith } from '../testing/read-with.js';
import { denied, registry, timedOut } from '../testing/windows-answers.js';
import { certificatesOnWindows } from './certificates.windows.js';

const key = (store: string) => `HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\${store}\\Certificates`;
const holding = (store: string, blob: string) =>
  registry(key(store), { '': {}, [selfSignedThumbprint]: { Blob: { binary: blob } } });

describe("the computer's certificates", () => {
  it('are told with their time of validity', () => {
    expect(
      valueWith(certificatesOnWindows, { personal: holding('MY', certificateBlob(selfSigned)) }).certificates,
    ).toEqual([
      {
        subject: 'C=ES, O=Gestoría Muñoz, CN=remote.gestoria.example',
        issuer: 'C=ES, O=Gestoría Muñoz, CN=remote.gestoria.example',
        notBefore: '2026-11-24T01:39:33.000Z',
        notAfter: '2028-11-23T01:39:33.000Z',
        place: 'LocalMachine\\MY',
        thumbprint: selfSignedThumbprint,
      },
    ]);
  });

  it('are kept by their thumbprint when they cannot be understood', () => {
    const [found] = valueWith(certificatesOnWindows, { webHosting: holding('WebHosting', 'ff') }).certificates;
    expect(found).toMatchObject({
      subject: selfSignedThumbprint,
      notAfter: undefined,
      place: 'LocalMachine\\WebHosting',
    });
  });

  it('are none where no store was ever used', () =>
    expect(valueWith(certificatesOnWindows, {}).certificates).toEqual([]));

  it('are not said to be none when they may not be read', () => {
    expect(reasonWith(certificatesOnWindows, { personal: denied }).en).toContain('SystemCertificates\\MY');
    expect(reasonWith(certificatesOnWindows, { webHosting: timedOut }).es).toContain('WebHosting');
    expect(valueWith(certificatesOnWindows, { remoteDesktop: denied }).certificates).toEqual([]);
  });

  it('are read whatever the value holds', () => {
    fc.assert(
      fc.property(
        fc.string(),
        blob => readWith(certificatesOnWindows, { personal: holding('MY', blob) }).state === 'known',
      ),
    );
  });
});
