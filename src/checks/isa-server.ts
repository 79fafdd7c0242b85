import { unverified } from '../catalog/microsoft-sources.js';
import { serverProducts } from '../facts/server-products.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { ask, fail, hint, pass } from './wording/outcomes.js';
import { staysInPlace, toModernWindows } from './wording/windows-paths.js';

export const isaServer = defineCheck({
  id: 'isa-server',
  row: 'app-compatibility',
  title: say({ en: 'ISA Server and TMG', es: 'ISA Server y TMG' }),
  why: say({
    en: 'The firewall sits deep in the network stack. Under a Windows it does not know, the server may lose its network or stand open.',
    es: 'El cortafuegos se inserta en lo más hondo de la red. Con un Windows que no conoce, el servidor puede quedarse sin red o quedar expuesto.',
  }),
  platforms: ['windows'],
  concerns: staysInPlace,
  needs: { serverProducts },
  sources: [unverified.practice],

  run: ({ serverProducts: { found } }, { path, to }) => {
    const product = found.find(one => one.product === 'isa' || one.product === 'tmg');
    if (!product) return pass({ en: 'Neither is installed.', es: 'No está instalado ninguno.' });
    const evidence = { name: product.name, version: product.version ?? null, seen: product.seen };
    if (toModernWindows(path)) {
      return fail(
        'high',
        {
          en: `${product.name} is installed; it is not known to run on ${to.name}.`,
          es: `${product.name} está instalado; no consta que funcione en ${to.name}.`,
        },
        {
          remedy: hint({
            en: 'Put another firewall in its place, export its rules for reference and uninstall it before the upgrade.',
            es: 'Ponga otro cortafuegos en su lugar, exporte sus reglas como referencia y desinstálelo antes de actualizar.',
          }),
          evidence,
        },
      );
    }
    return ask(
      {
        en: `${product.name} is installed; only Premium Edition brings a successor.`,
        es: `${product.name} está instalado; solo la edición Premium trae un sucesor.`,
      },
      {
        en: 'Will Premium Edition be installed, or is another firewall ready to take its place?',
        es: '¿Se instalará la edición Premium, o hay otro cortafuegos listo para sustituirlo?',
      },
      { severity: 'high', evidence },
    );
  },
});
