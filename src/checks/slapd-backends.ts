import { databases } from '../facts/databases.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { debianNotes } from './wording/debian.js';

const gone = new Set(['bdb', 'hdb', 'ndb']);

export const slapdBackends = defineCheck({
  id: 'slapd-backends',
  row: 'app-compatibility',
  title: say({ en: 'OpenLDAP directory', es: 'Directorio OpenLDAP' }),
  why: say({
    en: 'OpenLDAP 2.5 and later have no bdb or hdb back end: such a directory does not start after the upgrade. In Debian 13 its TLS settings are read by OpenSSL.',
    es: 'OpenLDAP 2.5 y posteriores no tienen los motores bdb ni hdb: un directorio así no arranca tras actualizar. En Debian 13, OpenSSL lee sus ajustes de TLS.',
  }),
  platforms: ['linux'],
  needs: { databases },
  sources: [
    debianNotes('bookworm', 'OpenLDAP upgrade', 'information'),
    debianNotes('trixie', 'OpenLDAP TLS now provided by OpenSSL'),
  ],

  run: ({ databases: { slapd } }, { path }) => {
    if (slapd === undefined) {
      return { state: 'not-applicable', text: say({ en: 'slapd is not installed.', es: 'slapd no está instalado.' }) };
    }
    if (slapd.backends === undefined) {
      return {
        state: 'unknown',
        text: say({
          en: 'The back ends could not be read. As root, “slapcat -n 0 | grep olcDatabase” names them.',
          es: 'No se han podido leer los motores. Como root, «slapcat -n 0 | grep olcDatabase» los muestra.',
        }),
      };
    }
    const old = slapd.backends.filter(backend => gone.has(backend));
    if (old.length > 0) {
      return {
        state: 'fail',
        severity: 'inhibitor',
        text: say({
          en: f => `The directory is kept in ${f.list(old)}, which the new version does not know.`,
          es: f => `El directorio se guarda en ${f.list(old)}, que la nueva versión no admite.`,
        }),
        remedy: {
          kind: 'command',
          text: say({
            en: 'Export it, change the back end to mdb, and load it again before the upgrade.',
            es: 'Expórtelo, cambie el motor a mdb y vuelva a cargarlo antes de actualizar.',
          }),
          command: 'slapcat -n 0 -l config.ldif && slapcat -n 1 -l data.ldif',
        },
        evidence: { backends: slapd.backends },
      };
    }
    if (path.to === 'debian13') {
      return {
        state: 'warn',
        severity: 'low',
        text: say({
          en: 'The TLS settings of slapd are read by OpenSSL after the upgrade; cipher lists in GnuTLS’s words are not understood.',
          es: 'Tras actualizar, OpenSSL lee los ajustes TLS de slapd; las listas de cifrados escritas para GnuTLS no se entienden.',
        }),
        remedy: {
          kind: 'hint',
          text: say({
            en: 'Note olcTLSCipherSuite and the certificate files now, and test a TLS login right after the upgrade.',
            es: 'Anote ahora olcTLSCipherSuite y los archivos de certificados, y pruebe una conexión TLS nada más actualizar.',
          }),
        },
      };
    }
    return { state: 'pass', text: say({ en: 'Its back ends stay known.', es: 'Sus motores siguen admitiéndose.' }) };
  },
});
