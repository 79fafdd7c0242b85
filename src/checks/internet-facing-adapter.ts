import { microsoft } from '../catalog/microsoft-sources.js';
import { network } from '../facts/network.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';

export const internetFacingAdapter = defineCheck({
  id: 'internet-facing-adapter',
  row: 'disconnect-network',
  title: say({ en: 'Which connection leads to the Internet', es: 'Qué conexión lleva a Internet' }),
  why: say({
    en: 'The paper asks to take the server off the Internet before the upgrade. That needs to be known beforehand, and whether you yourself come in that way.',
    es: 'El documento pide desconectar el servidor de Internet antes de actualizar. Hay que saber antes por dónde sale y si usted mismo entra por ahí.',
  }),
  platforms: ['windows', 'linux'],
  needs: { network },
  sources: [microsoft.bestPractices],

  run: ({ network: { adapters } }, { recording }) => {
    const out = adapters.filter(adapter => adapter.facesInternet);
    if (out.length === 0) {
      return {
        state: 'warn',
        severity: 'low',
        text: say({
          en: 'No connection has a default gateway: the server seems to be off the Internet already.',
          es: 'Ninguna conexión tiene puerta de enlace: el servidor parece estar ya fuera de Internet.',
        }),
        remedy: {
          kind: 'hint',
          text: say({
            en: 'Make sure of it at the router, and note how it is connected.',
            es: 'Compruébelo en el router y anote cómo está conectado.',
          }),
        },
      };
    }
    const remote = recording.host.startsWith('ssh://');
    const names = out.map(adapter => adapter.name);
    return {
      state: 'pass',
      text: say({
        en: f =>
          `It is ${f.list(names)}${remote ? '. This assessment came in over the network: without it only a console or a kit is left.' : '.'}`,
        es: f =>
          `Es ${f.list(names)}${remote ? '. Esta evaluación entró por la red: sin ella solo quedan una consola o un kit.' : '.'}`,
      }),
      evidence: { adapters: names, gateways: out.flatMap(adapter => adapter.gateways) },
    };
  },
});
