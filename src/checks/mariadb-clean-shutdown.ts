import { databases } from '../facts/databases.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';

export const mariadbCleanShutdown = defineCheck({
  id: 'mariadb-clean-shutdown',
  row: 'app-compatibility',
  title: say({ en: 'MariaDB stopped cleanly', es: 'MariaDB detenida limpiamente' }),
  why: say({
    en: 'A newer major version starts only on data that the old one closed cleanly; after a crash the upgrade fails and the data base stays down.',
    es: 'Una versión principal nueva solo arranca con datos que la anterior cerró limpiamente; tras una caída, la actualización falla y la base de datos no arranca.',
  }),
  platforms: ['linux'],
  needs: { databases },
  sources: [debianNotes('trixie', 'MariaDB major version upgrades only work reliably after a clean shutdown')],

  run: ({ databases: { mysql } }) => {
    if (mysql === undefined) {
      return { state: 'not-applicable', text: say({ en: 'It is not installed.', es: 'No está instalada.' }) };
    }
    const evidence = { package: mysql.package, version: mysql.version, running: mysql.running ?? null };
    if (mysql.cleanShutdown === false) {
      return {
        state: 'fail',
        severity: 'high',
        text: say({
          en: `${mysql.package} ${mysql.version} is stopped, and not cleanly.`,
          es: `${mysql.package} ${mysql.version} está detenida, y no limpiamente.`,
        }),
        remedy: {
          kind: 'command',
          text: say({
            en: 'Start it with its present version, let it recover, and stop it again.',
            es: 'Iníciela con su versión actual, deje que se recupere y deténgala de nuevo.',
          }),
          command: `systemctl start ${mysql.flavour === 'mysql' ? 'mysql' : 'mariadb'} && systemctl stop ${mysql.flavour === 'mysql' ? 'mysql' : 'mariadb'}`,
        },
        evidence,
      };
    }
    return {
      state: 'warn',
      severity: 'medium',
      text: say({
        en: `${mysql.package} ${mysql.version} is here. Stop it cleanly just before the upgrade, with a dump at hand.`,
        es: `Aquí está ${mysql.package} ${mysql.version}. Deténgala limpiamente justo antes de actualizar, con un volcado a mano.`,
      }),
      remedy: {
        kind: 'command',
        text: say({ en: 'Dump, then stop:', es: 'Vuelque y después detenga:' }),
        command: `${mysql.flavour === 'mysql' ? 'mysqldump' : 'mariadb-dump'} --all-databases --single-transaction > /root/databases.sql && systemctl stop ${mysql.flavour === 'mysql' ? 'mysql' : 'mariadb'}`,
      },
      evidence,
    };
  },
});
