import type { KitCase, KitChange, KitGroup } from '../../../model/kit.js';
import type { Resource } from '../../../model/resource.js';
import { exchangeDrive } from '../../exchange-drive.js';
import { kitOutcomes, kitWords } from '../kit-words.js';
import { actingFunctions } from './instruction-program.js';
import { kitDecisionFunctions } from './kit/decisions.ps1.js';
import { kitJsonFunctions } from './kit/json.ps1.js';
import { kitLogFunctions } from './kit/log.ps1.js';
import { kitMainProgram } from './kit/main.ps1.js';
import { kitPrepareFunctions } from './kit/prepare.ps1.js';
import { kitPutBackFunctions } from './kit/put-back.ps1.js';
import { literal } from './literal.js';

/** The functions of a case's kit, without its two roles. */
export const kitFunctions = [
  actingFunctions,
  kitJsonFunctions,
  kitDecisionFunctions,
  kitLogFunctions,
  kitPrepareFunctions,
  kitPutBackFunctions,
].join('\n');

/**
 * The program of a case's kit for PowerShell, started with `-File`: the same arguments, exit codes and behaviour as the one for Windows Script
 * Host (`wsh/kit-program.ts`).
 *
 * @param files names of the kit's files that are to stay on the server
 */
export function powershellKitProgram(kit: KitCase, files: readonly string[]): string {
  const { caseId, caseName, computer, system, plan, lines } = kit;
  const steps = kit.steps.map(({ groups, ...step }) => ({ ...step, groups: groups.map(groupAs) }));
  const data = { caseId, caseName, computer, system, plan, files, words: kitWords('windows'), outcomes: kitOutcomes };
  return `# Antesala prepares this server as the plan at the end says, and puts back what it changed.
$given = @($args)
$own = $(if ($MyInvocation.MyCommand.Path) { [IO.Path]::GetDirectoryName($MyInvocation.MyCommand.Path) } else { [Environment]::CurrentDirectory })
& {
param($kit, $drives, $given, $own)
${kitFunctions}
${kitMainProgram}
} (${literal(data)} + @{lines=@(
${lines.map(literal).join(',\n')}
);steps=@(
${steps.map(literal).join(',\n')}
)}) ${literal([exchangeDrive])} $given $own
`;
}

function groupAs(group: KitGroup): object {
  return group.kind === 'changes' ? { kind: group.kind, items: group.items.map(changeAs) } : withLimit(group);
}

function withLimit(group: Exclude<KitGroup, { kind: 'changes' }>): object {
  return group.kind === 'run' ? { ...group, item: { ...group.item, limit: group.item.timeoutSeconds } } : group;
}

/** What goes into the log as it is stands there as JSON already. */
function changeAs({ resource, lost, after, timeoutSeconds, ...item }: KitChange): object {
  return {
    ...item,
    limit: timeoutSeconds,
    resource: resourceAs(resource),
    resourceJson: asciiJson(resource),
    lostJson: lost ? `,"lost":${asciiJson(lost)}` : '',
    afterJson: asciiJson(after),
  };
}

function resourceAs(resource: Resource): object {
  if (resource.kind !== 'command') return resource;
  // a table would take names that differ in case alone for the same
  return { ...resource, set: Object.entries(resource.set).map(([value, line]) => ({ value, line })) };
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^\x20-\x7e]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
