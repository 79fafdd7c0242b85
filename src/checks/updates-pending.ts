import { microsoft } from '../catalog/microsoft-sources.js';
import { updates } from '../facts/updates.js';
import type { Formats } from '../i18n/formats.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { command, fail, hint, pass, unread, warn } from './wording/outcomes.js';

export const updatesPending = defineCheck({
  id: 'updates-pending',
  row: 'updates',
  title: say({ en: 'Updates not installed', es: 'Actualizaciones sin instalar' }),
  why: say({
    en: 'Makers test the upgrade from a fully updated system; many updates are there to make it possible.',
    es: 'Los fabricantes prueban la actualización desde un sistema al día; muchas actualizaciones existen para hacerla posible.',
  }),
  platforms: ['windows', 'linux'],
  needs: { updates },
  sources: [microsoft.bestPractices],

  run: ({ updates: { pending, lastInstalled } }, { recording: { platform } }) => {
    const last = lastInstalled ?? null;
    if (pending === undefined) {
      return unread(
        {
          en: f =>
            `This system does not tell which are missing${lastInstalled === undefined ? '' : `; the newest installed is of ${f.day(lastInstalled)}`}. Look on the server itself.`,
          es: f =>
            `Este sistema no dice cuáles faltan${lastInstalled === undefined ? '' : `; la última instalada es del ${f.day(lastInstalled)}`}. Mírelo en el propio servidor.`,
        },
        { severity: 'medium', evidence: { lastInstalled: last } },
      );
    }
    if (pending.length === 0) {
      return pass(
        { en: 'All updates it knows of are installed.', es: 'Están instaladas todas las que conoce.' },
        { evidence: { lastInstalled: last } },
      );
    }
    const names = pending.map(update => update.title);
    const security = pending.filter(update => update.security === true).length;
    const evidence = { pending: names.slice(0, 200), count: pending.length, security, lastInstalled: last };
    const remedy =
      platform === 'linux'
        ? command('apt-get update && apt-get dist-upgrade', {
            en: 'Install them as root, restart if asked to, and assess again.',
            es: 'Instálelas como root, reinicie si lo pide y vuelva a evaluar.',
          })
        : hint({
            en: 'Install them with Windows Update or your own update server, restart, and assess again.',
            es: 'Instálelas con Windows Update o con su propio servidor de actualizaciones, reinicie y vuelva a evaluar.',
          });
    const all = security === pending.length;
    const wording = {
      en: (f: Formats) =>
        `${f.plural(pending.length, '# update is missing', '# updates are missing')}${security === 0 ? '' : all ? ', for security' : `, ${f.number(security)} of them for security`}: ${f.list(names, 5)}.`,
      es: (f: Formats) =>
        `${f.plural(pending.length, 'Falta # actualización', 'Faltan # actualizaciones')}${security === 0 ? '' : all ? ' de seguridad' : `, ${f.number(security)} de seguridad`}: ${f.list(names, 5)}.`,
    };
    return platform === 'linux'
      ? fail('high', wording, { remedy, evidence })
      : warn('medium', wording, { remedy, evidence });
  },
});
