import { type Text, say } from '../../src/i18n/text.js';
import { debianStory } from './debian.js';
import { smallBusinessStory } from './sbs2000-es.js';
import { kitStory } from './sbs2000-es-kit.js';
import type { Teller } from './teller.js';

export interface Story {
  readonly name: string;
  readonly kit: boolean;
  /** The lab's profile that is brought up fresh. */
  readonly guest: string;
  readonly title: Text;
  /** Said at the end, when every command has ended as expected. */
  readonly proven: Text;
  readonly tell: (teller: Teller, host: string) => Promise<void>;
}

export const stories: readonly Story[] = [
  {
    name: 'sbs2000-es',
    kit: false,
    guest: 'sbs2000-es',
    title: say({
      en: 'A Spanish Small Business Server 2000 is upgraded to 2003, over SSH.',
      es: 'Un Small Business Server 2000 en español se actualiza a 2003, por SSH.',
    }),
    proven: say({
      en: 'Proven: services of other makers, the antivirus and the backup agents were stopped and disabled, each first written down; nothing went on without the answers of people; no-go as long as something was not known; after the upgrade all came back but what it had removed, and what it had changed was left alone until somebody decided. The server is a Windows Server of the lab under Wine: it says what it is like a Windows, and it is none.',
      es: 'Demostrado: los servicios de otros fabricantes, el antivirus y los agentes de copia se detuvieron y deshabilitaron, y cada uno se anotó antes; nada siguió sin las respuestas de las personas; no se dio el visto bueno mientras algo no se sabía; tras la actualización volvió todo menos lo que ella había quitado, y lo que había cambiado no se tocó hasta que alguien lo decidió. El servidor es un Windows del laboratorio bajo Wine: dice lo que es como lo diría Windows, pero no lo es.',
    }),
    tell: smallBusinessStory,
  },
  {
    name: 'sbs2000-es',
    kit: true,
    guest: 'sbs2000-es',
    title: say({
      en: 'The same Small Business Server 2000, with no way in: by a kit.',
      es: 'El mismo Small Business Server 2000, sin acceso remoto: con un kit.',
    }),
    proven: say({
      en: 'Proven: a folder carried to the server asked it, prepared it as planned and rehearsed, and left there what puts it back; what it wrote down is part of the same case. Under Wine, as above.',
      es: 'Demostrado: una carpeta llevada al servidor lo consultó, lo preparó según el plan ensayado y dejó allí lo que lo devuelve a su estado; lo que anotó forma parte del mismo caso. Bajo Wine, como antes.',
    }),
    tell: kitStory,
  },
  {
    name: 'debian',
    kit: false,
    guest: 'debian-systemd',
    title: say({
      en: 'A Debian 12 with units of another maker is upgraded to 13, over SSH.',
      es: 'Un Debian 12 con unidades de otro fabricante se actualiza a 13, por SSH.',
    }),
    proven: say({
      en: 'Proven on a real Debian with a running systemd: units of another maker were stopped and masked; one that refuses to stop was not killed and held the preparation up; apt upgraded the release; afterwards every unit was as before, and the comparison says what else changed.',
      es: 'Demostrado en un Debian real con systemd en marcha: las unidades de otro fabricante se detuvieron y enmascararon; la que no se deja detener no se mató y retuvo la preparación; apt actualizó la versión; después, cada unidad quedó como antes, y la comparación dice qué más ha cambiado.',
    }),
    tell: debianStory,
  },
];
