import { microsoft } from '../catalog/microsoft-sources.js';
import { isAtLeast, staysInPlace } from '../checks/wording/windows-paths.js';
import { type Adapter, network } from '../facts/network.js';
import { sessions } from '../facts/sessions.js';
import { say, sentences } from '../i18n/text.js';
import { type PlannedItem, type StepPlan, type StepSituation, defineStep } from '../model/step.js';
import { type Cut, cutLinux, cutWindows } from './network/cuts.js';
import { ownConnection } from './network/own-connection.js';
import { connectionTexts, ownConnectionTexts, unplugItem } from './wording/disconnection.js';

const step = 'disconnect-network';

export const disconnectNetwork = defineStep({
  id: step,
  row: step,
  phase: 'disconnection',
  title: say({ en: 'Disconnect from the Internet', es: 'Desconectar de Internet' }),
  why: say({
    en: 'A server that is half upgraded has neither its firewall nor its updates: nobody outside should reach it, and it should reach nobody.',
    es: 'Un servidor a medio actualizar no tiene ni cortafuegos ni actualizaciones: nadie de fuera debe llegar a él, ni él a nadie.',
  }),
  changes: say({
    en: 'Windows: the adapter to the Internet is disabled; where Antesala itself comes in over it, only the default route goes, and our connection stays. Linux: routes that lead nowhere are put before the default route, when the packages are at hand already. When nobody confirms in time, the server brings the network back by itself.',
    es: 'Windows: se deshabilita el adaptador que lleva a Internet; si la propia Antesala entra por él, solo se quita la ruta predeterminada y nuestra conexión se mantiene. Linux: se anteponen a la ruta predeterminada rutas que no llevan a ninguna parte, si los paquetes ya están a mano. Si nadie confirma a tiempo, el servidor recupera la red por sí mismo.',
  }),
  undone: say({
    en: 'The adapter is enabled again, the default route added again, the routes to nowhere removed. Nothing that is configured was changed, so that a restart brings back default routes as well.',
    es: 'Se vuelve a habilitar el adaptador, se añade de nuevo la ruta predeterminada o se quitan las rutas a ninguna parte. No se cambió nada de lo configurado, así que un reinicio también devuelve las rutas predeterminadas.',
  }),
  platforms: ['windows', 'linux'],
  concerns: staysInPlace,
  needs: { network },
  uses: { sessions },
  sources: [
    microsoft.bestPractices,
    {
      title: 'Microsoft: Win32_NetworkAdapter, Disable method',
      url: 'https://learn.microsoft.com/windows/win32/cimwin32prov/disable-method-in-class-win32-networkadapter',
      proof: 'vendor',
    },
    {
      title: 'ip-route(8): routes of type unreachable',
      url: 'https://man7.org/linux/man-pages/man8/ip-route.8.html',
      proof: 'vendor',
    },
  ],

  plan: ({ network: { adapters, dialUp } }, situation, { sessions: told }): StepPlan => {
    const out = adapters.filter(adapter => adapter.facesInternet);
    const hangUp = situation.recording.platform === 'windows' ? dialUp : [];
    if (out.length === 0 && hangUp.length === 0) return { state: 'nothing', text: connectionTexts.offAlready };
    const { disconnect } = situation.choices;
    if (situation.recording.platform === 'linux' && disconnect.packagesAtHand !== true) {
      return { state: 'nothing', text: connectionTexts.needsMirrors };
    }
    // the host itself knows best which of its addresses we came in by, and from where
    const seen = told.state === 'known' ? told.value.connection : undefined;
    const wayIn =
      situation.wayIn.kind === 'ssh' && seen
        ? { kind: 'ssh' as const, localAddress: seen.local, remoteAddress: seen.remote }
        : situation.wayIn;
    const own = ownConnection(wayIn, adapters);
    const cut = cutFor(situation, out, own);
    if (cut === undefined) return { state: 'blocked', text: ownConnectionTexts.wouldGo };
    const items: PlannedItem[] = cut.resources.map(({ resource, text, from, to }) => ({
      id: `${step}/command:${resource.name}`,
      kind: 'change' as const,
      text,
      resource,
      from: { value: from },
      to: { value: to },
      after: [],
      seconds: 20,
      timeoutSeconds: 90,
      // when our own connection goes, nobody could confirm: it would bring the network back each time
      ...(cut.ownGoes ? {} : { deadManSeconds: disconnect.deadManMinutes * 60 }),
    }));
    if (cut.volatile || hangUp.length > 0) items.push(unplugItem(step, out.map(nameOf), hangUp));
    return {
      state: 'do',
      text: sentences(
        say({
          en: f => `The way to the Internet is ${f.list([...out.map(nameOf), ...hangUp])}.`,
          es: f => `La salida a Internet es ${f.list([...out.map(nameOf), ...hangUp])}.`,
        }),
        ownConnectionTexts[
          cut.ownGoes ? 'goes' : own.state !== 'none' ? 'stays' : wayIn.kind === 'recording' ? 'recording' : 'none'
        ],
      ),
      items,
    };
  },
});

const nameOf = ({ name }: Adapter): string => name;

function cutFor(
  { recording, from, choices, wayIn }: StepSituation,
  out: readonly Adapter[],
  own: ReturnType<typeof ownConnection>,
): Cut | undefined {
  const agreed = choices.disconnect.cutOwnConnection && wayIn.kind === 'ssh';
  if (recording.platform === 'linux') return cutLinux(out, own, agreed);
  const modern = isAtLeast(from.id, 'ws2008');
  const powerShell = isAtLeast(from.id, recording.executor === 'powershell' ? 'ws2008' : 'ws2008r2');
  return cutWindows(out, own, agreed, { modern, powerShell });
}
