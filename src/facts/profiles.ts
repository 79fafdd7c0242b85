import { say } from '../i18n/text.js';
import { defineFact } from '../model/fact.js';
import { profilesOnWindows } from './profiles.windows.js';

export interface Profiles {
  /** ProfilesDirectory and ProgramData as configured and expanded. */
  readonly profilesFolder: string | undefined;
  readonly programData: string | undefined;
  readonly profiles: readonly {
    readonly sid: string;
    readonly path: string | undefined;
    /** The folder is there; undefined when not looked at. */
    readonly exists: boolean | undefined;
    readonly link: boolean | undefined;
    /** Sub-key ends in .bak, left by a profile that failed to load. */
    readonly backupKey: boolean;
  }[];
}

export const profiles = defineFact<Profiles>({
  id: 'profiles',
  title: say({ en: 'User profiles', es: 'Perfiles de usuario' }),
  on: { windows: profilesOnWindows },
});
