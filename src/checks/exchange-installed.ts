import { community, microsoft } from '../catalog/microsoft-sources.js';
import { exchange } from '../facts/exchange.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask, fail, hint, pass, unread } from './wording/outcomes.js';
import { staysInPlace, toModernWindows, toSmallBusiness2003 } from './wording/windows-paths.js';

export const exchangeInstalled = defineCheck({
  id: 'exchange-installed',
  row: 'app-compatibility',
  title: say({ en: 'Exchange Server', es: 'Exchange Server' }),
  why: say({
    en: 'Windows must not be upgraded under Exchange: the mail server is left without the parts it was tied to.',
    es: 'No se debe actualizar Windows con Exchange instalado: el correo se queda sin las piezas a las que estaba ligado.',
  }),
  platforms: ['windows'],
  concerns: staysInPlace,
  needs: { exchange },
  sources: [community.exchangeAndWindows, community.exchange2003, microsoft.applications],

  run: ({ exchange: { installed, release, build, services } }, { path, to }) => {
    if (!installed) return pass({ en: 'Exchange is not installed.', es: 'Exchange no está instalado.' });
    const name = `Exchange ${release ?? ''}`.trim();
    const evidence = { release: release ?? null, build: build ?? null, services };
    if (toModernWindows(path) || to.id === 'ws2008') {
      return fail(
        'inhibitor',
        {
          en: `${name} is installed: Windows must not be upgraded under it.`,
          es: `${name} está instalado: no se debe actualizar Windows mientras lo esté.`,
        },
        {
          remedy: hint({
            en: 'Move the mailboxes to another Exchange server or to a cloud service, uninstall Exchange, then assess again.',
            es: 'Traslade los buzones a otro servidor Exchange o a un servicio en la nube, desinstale Exchange y vuelva a evaluar.',
          }),
          evidence,
        },
      );
    }
    if (release === undefined) {
      return unread(
        {
          en: 'Exchange is installed, but its release could not be read. Look in Exchange System Manager, properties of the server.',
          es: 'Exchange está instalado, pero no se ha podido leer su versión. Mírela en el Administrador del sistema de Exchange, propiedades del servidor.',
        },
        { evidence },
      );
    }
    if (release === '2000' && to.id === 'ws2003') {
      return fail(
        'inhibitor',
        {
          en: 'Exchange 2000 does not run on Windows Server 2003.',
          es: 'Exchange 2000 no funciona en Windows Server 2003.',
        },
        {
          remedy: hint({
            en: 'Upgrade Exchange to 2003 first, on Windows 2000, then Windows.',
            es: 'Actualice primero Exchange a 2003, sobre Windows 2000, y después Windows.',
          }),
          evidence,
        },
      );
    }
    if (toSmallBusiness2003(path) && release === '2000') {
      return pass(
        {
          en: 'Exchange 2000 is installed; it becomes Exchange 2003 in the course of the upgrade. Back it up through its own interface first.',
          es: 'Exchange 2000 está instalado; pasa a Exchange 2003 durante la actualización. Antes, cópielo mediante su propia interfaz.',
        },
        { evidence },
      );
    }
    return ask(
      {
        en: `${name} is installed, and no source was found that says how ${to.name} treats it.`,
        es: `${name} está instalado y no se ha encontrado ninguna fuente que diga cómo lo trata ${to.name}.`,
      },
      {
        en: `Have you confirmed that ${name} may stay through this upgrade, and is it backed up?`,
        es: `¿Ha confirmado que ${name} puede quedarse durante esta actualización, y tiene copia de seguridad?`,
      },
      { severity: 'high', evidence },
    );
  },
});
