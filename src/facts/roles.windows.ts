import { type AnswersTo, known, reader } from '../model/fact.js';
import type { PowerShellQuestion, RegistryQuestion, WmiQuestion } from '../model/question.js';
import { serviceStates } from './questions/windows-services.js';
import { productOptions } from './questions/windows.js';
import { jsonObject } from './reading/json-text.js';
import { componentNames, optionalFeatureNames, roleServices, serverFeatureNames } from './reading/role-names.js';
import { couldNotRead } from './reading/why.js';
import { keyOf, numberCell, numberIn, rowsOf, textCell, textIn, textOf } from './reading/windows-answers.js';
import type { Roles } from './roles.js';

/** Roles by number; the names are in the host's language. */
const serverFeatures = {
  id: 'windows-server-features',
  kind: 'wmi',
  class: 'Win32_ServerFeature',
  properties: ['ID', 'Name'],
  timeoutSeconds: 60,
} as const satisfies WmiQuestion;

/** Parts of Windows by stable names, Windows Server 2008 R2 and later. InstallState 1 is "on". */
const optionalFeatures = {
  id: 'windows-optional-features',
  kind: 'wmi',
  class: 'Win32_OptionalFeature',
  properties: ['Name', 'Caption'],
  where: 'InstallState = 1',
  timeoutSeconds: 60,
} as const satisfies WmiQuestion;

/** Parts of Windows 2000 and 2003. */
const components = {
  id: 'registry-setup-components',
  kind: 'registry',
  key: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\Oc Manager\\Subcomponents',
} as const satisfies RegistryQuestion;

/** The list with the names that all Microsoft's pages use, Windows Server 2012 and later. */
const windowsFeatures = {
  id: 'powershell-windows-features',
  kind: 'powershell',
  timeoutSeconds: 90,
  script: `
$found = @()
if (Get-Command Get-WindowsFeature -ErrorAction SilentlyContinue) {
  $found = @(Get-WindowsFeature | Where-Object { $_.Installed } | ForEach-Object { @{ name = [string]$_.Name; title = [string]$_.DisplayName } })
}
ConvertTo-Json -Compress -Depth 3 @{ features = $found }
`,
} as const satisfies PowerShellQuestion;

const questions = {
  serverFeatures,
  optionalFeatures,
  components,
  windowsFeatures,
  services: serviceStates,
  options: productOptions,
} as const;

type Answers = AnswersTo<typeof questions>;
type Role = Roles['installed'][number];

export const rolesOnWindows = reader<Roles, typeof questions>({
  questions,
  parse(answers) {
    const listed = listedFeatures(answers);
    if (listed) return known({ installed: listed, from: 'server-feature' });
    const parts = keyOf(answers.components, components.key);
    const services = rowsOf(answers.services);
    if (!parts && !services) return couldNotRead('Win32_ServerFeature', answers.serverFeatures);
    const controller: readonly Role[] =
      textIn(keyOf(answers.options, productOptions.key), 'ProductType')?.toLowerCase() === 'lanmannt'
        ? [{ name: 'AD-Domain-Services', title: undefined }]
        : [];
    if (parts) {
      const installed = Object.keys(parts).flatMap(part =>
        numberIn(parts, part) === 1 ? named(componentNames.get(part.toLowerCase()), undefined) : [],
      );
      return known({ installed: once([...controller, ...installed]), from: 'registry' });
    }
    const installed = (services ?? []).flatMap(row =>
      textCell(row.StartMode) === 'Disabled'
        ? []
        : named(roleServices.get(textCell(row.Name)?.toLowerCase() ?? ''), textCell(row.DisplayName)),
    );
    return known({ installed: once([...controller, ...installed]), from: 'services' });
  },
});

/** Get-WindowsFeature where it answers; else roles by their numbers and parts by their names. */
function listedFeatures(answers: Answers): readonly Role[] | undefined {
  const features = jsonObject(textOf(answers.windowsFeatures))?.features;
  if (Array.isArray(features) && features.length > 0) {
    return once(
      (features as readonly unknown[]).flatMap(entry => {
        const { name, title } = (entry ?? {}) as { name?: unknown; title?: unknown };
        return typeof name === 'string' ? named(name, typeof title === 'string' ? title : undefined) : [];
      }),
    );
  }
  const roles = rowsOf(answers.serverFeatures);
  const parts = rowsOf(answers.optionalFeatures);
  // either class can be there and empty: on Server Core of 2008, and on systems that only look like Windows
  if (!roles?.length && !parts?.length) return undefined;
  return once([
    ...(roles ?? []).flatMap(row => {
      const id = numberCell(row.ID);
      return id === undefined ? [] : named(serverFeatureNames.get(id) ?? `feature-${id}`, textCell(row.Name));
    }),
    ...(parts ?? []).flatMap(row => {
      const name = textCell(row.Name);
      return named(optionalFeatureNames.get(name?.toLowerCase() ?? '') ?? name, textCell(row.Caption));
    }),
  ]);
}

function named(name: string | undefined, title: string | undefined): readonly Role[] {
  return name === undefined || name === '' ? [] : [{ name, title }];
}

function once(roles: readonly Role[]): readonly Role[] {
  const found = new Map<string, Role>();
  for (const role of roles) if (!found.has(role.name)) found.set(role.name, role);
  return [...found.values()];
}
