import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { rolesOnWindows } from './roles.windows.js';

/** Roles and features that are installed, by their stable names (`AD-Domain-Services`, `Web-Server`, `SMTP-Server`, `FS-SMB1`). */
export interface Roles {
  readonly installed: readonly { readonly name: string; readonly title: string | undefined }[];
  /** Where the list comes from; older systems are read from their services and their set-up keys. */
  readonly from: 'server-feature' | 'registry' | 'services';
}

export const roles = defineFact<Roles>({
  id: 'roles',
  title: say({ en: 'Server roles and features', es: 'Roles y características' }),
  on: { windows: rolesOnWindows },
});
