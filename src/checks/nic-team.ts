import { microsoft } from '../catalog/microsoft-sources.js';
import { type Adapter, network } from '../facts/network.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { command, fail, pass } from './wording/outcomes.js';
import { inPlaceFrom } from './wording/windows-paths.js';

export const nicTeam = defineCheck({
  id: 'nic-team',
  row: 'hardware-compatibility',
  title: say({ en: 'Teamed network cards', es: 'Equipos de tarjetas de red (NIC Teaming)' }),
  why: say({
    en: 'Microsoft asks to take NIC Teaming apart before the upgrade and to set it up again afterwards.',
    es: 'Microsoft pide deshabilitar la formación de equipos de NIC antes de actualizar y volver a configurarla después.',
  }),
  platforms: ['windows'],
  concerns: inPlaceFrom('ws2012'),
  needs: { network },
  sources: [
    microsoft.conversion,
    {
      title: say({
        en: 'A team is recognised by its adapter “Microsoft Network Adapter Multiplexor Driver”',
        es: 'Un equipo de tarjetas se reconoce por su adaptador «Microsoft Network Adapter Multiplexor Driver»',
      }),
      proof: 'unverified',
    },
  ],

  run: ({ network: { adapters } }) => {
    const teams = adapters.filter(isTeam);
    if (teams.length === 0)
      return pass({ en: 'No network cards are teamed.', es: 'No hay ningún equipo de tarjetas de red.' });
    return teams.map(({ name, team, addresses, gateways, dns }) =>
      fail(
        'high',
        {
          en: f => `${name} is a team${team && team.length > 0 ? ` of ${f.list(team)}` : ''}.`,
          es: f => `${name} es un equipo de tarjetas${team && team.length > 0 ? `: ${f.list(team)}` : ''}.`,
        },
        {
          resource: name,
          remedy: command(
            '&{ Get-NetLbfoTeam; Get-NetLbfoTeamMember; Get-NetLbfoTeamNic } | Format-List * | Out-File C:\\nic-teams.txt',
            {
              en: 'In Windows PowerShell as an administrator, write the teams down with this. Then, at the console (the connection breaks), take the team apart with Remove-NetLbfoTeam and give its addresses to one of the cards.',
              es: 'En Windows PowerShell como administrador, anote así los equipos. Después, desde la consola (la conexión se corta), deshaga el equipo con Remove-NetLbfoTeam y dé sus direcciones a una de las tarjetas.',
            },
          ),
          evidence: { members: team ?? [], addresses, gateways, dns },
        },
      ),
    );
  },
});

function isTeam({ team, description }: Adapter): boolean {
  return team !== undefined || (description?.includes('Network Adapter Multiplexor') ?? false);
}
