import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { certificatesOnWindows } from './certificates.windows.js';
import { certificatesOnLinux } from './certificates.linux.js';

export interface Certificates {
  readonly certificates: readonly {
    readonly subject: string;
    readonly issuer: string | undefined;
    /** ISO times. */
    readonly notBefore: string | undefined;
    readonly notAfter: string | undefined;
    /** Store or file. */
    readonly place: string;
    readonly thumbprint: string | undefined;
  }[];
}

export const certificates = defineFact<Certificates>({
  id: 'certificates',
  title: say({ en: 'Certificates', es: 'Certificados' }),
  on: { windows: certificatesOnWindows, linux: certificatesOnLinux },
});
