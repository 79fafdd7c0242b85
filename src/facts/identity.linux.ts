import { say } from '../i18n/text.js';
import { known, missing, reader } from '../model/fact.js';
import type { Identity } from './identity.js';
import {
  blank,
  containerCommand,
  hostsDomainCommand,
  linesOfFiles,
  fieldsOf,
  part,
  partsOf,
  textOf,
  unquoted,
  whyNot,
} from './linux/answers.js';
import { dpkgPackages, packagesOf } from './linux/packages.js';

const about = {
  kind: 'command',
  id: 'identity-linux',
  line: [
    'if [ -r /etc/os-release ]; then cat /etc/os-release; else cat /usr/lib/os-release; fi 2>/dev/null',
    part('container', containerCommand),
    part('uname', 'set -- $(uname -nrm); n=$1; printf "%s\\n" "$@"'),
    part('domain', `[ -e /usr/bin/realm ] && realm list -n 2>/dev/null; ${hostsDomainCommand}`),
    linesOfFiles(
      { part: 'debian', files: '/etc/debian_version' },
      { part: 'locale', files: '/etc/default/locale /etc/locale.conf' },
      {
        part: 'smb',
        files: '/etc/samba/smb.conf',
        like: `^${blank}*(server role|security|realm|workgroup)${blank}*=`,
      },
    ),
  ].join('\n'),
} as const;

/** os-release(5); the point release of Debian is only in /etc/debian_version. */
export const identityOnLinux = reader({
  questions: { about, packages: dpkgPackages },
  parse({ about, packages }) {
    const text = textOf(about);
    if (text === undefined) return whyNot(about);
    const end = text.indexOf('\n::');
    const release = fieldsOf(text.slice(0, end < 0 ? undefined : end).split('\n'), '=');
    const name = unquoted(release.get('PRETTY_NAME') ?? release.get('NAME') ?? '');
    if (name === '') return noRelease;
    const parts = partsOf(text);
    const [computer = '', kernel, machine = ''] = parts.get('uname') ?? [];
    const id = unquoted(release.get('ID') ?? '');
    const numbers = unquoted(release.get('VERSION_ID') ?? '');
    const locale = unquoted(fieldsOf(parts.get('locale') ?? [], '=').get('LANG') ?? '');
    const samba = fieldsOf(parts.get('smb') ?? [], '=');
    const container = parts.get('container')?.[0];
    return known<Identity>({
      product: productOf(id, numbers),
      name,
      edition: undefined,
      version: pointRelease(id, numbers, parts.get('debian')?.[0], unquoted(release.get('VERSION') ?? '')),
      build: undefined,
      servicePack: undefined,
      language: languageOf(locale),
      architecture: architectures[packagesOf(packages)?.native ?? ''] ?? architectures[machine] ?? 'other',
      installation: undefined,
      evaluation: undefined,
      computer,
      domain: parts.get('domain')?.[0] ?? samba.get('realm'),
      role: roleOf(samba),
      suites: [],
      smallBusiness: 'none',
      smallBusinessServicePack: undefined,
      kernel,
      container: container === undefined || container === 'none' ? undefined : container,
    });
  },
});

const noRelease = missing(
  say({
    en: 'The server has no /etc/os-release: it cannot be told which distribution it runs.',
    es: 'El servidor no tiene /etc/os-release: no se puede saber qué distribución ejecuta.',
  }),
);

/** dpkg's names and uname's; a 32-bit system may run on a 64-bit kernel, so dpkg's word goes first. */
const architectures: Readonly<Record<string, Identity['architecture']>> = {
  amd64: 'x64',
  x86_64: 'x64',
  i386: 'x86',
  i586: 'x86',
  i686: 'x86',
  arm64: 'arm64',
  aarch64: 'arm64',
};

function productOf(id: string, numbers: string): string | undefined {
  if (id === 'debian' && /^\d+$/.test(numbers)) return `debian${numbers}`;
  if (id === 'ubuntu' && /^\d+\.\d+$/.test(numbers)) return `ubuntu${numbers}`;
  return undefined;
}

function pointRelease(id: string, numbers: string, debian: string | undefined, version: string): string {
  if (id === 'debian' && debian !== undefined && /^\d+\.\d+$/.test(debian)) return debian;
  return /^\d+(\.\d+)+/.exec(version)?.[0] ?? (numbers || debian || version);
}

function languageOf(locale: string): string | undefined {
  const match = /^([a-z]{2,3})(?:_([A-Z]{2}))?(?:\.|@|$)/.exec(locale);
  return match ? [match[1], match[2]].filter(Boolean).join('-') : undefined;
}

function roleOf(samba: ReadonlyMap<string, string>): Identity['role'] {
  if (/domain controller/i.test(samba.get('server role') ?? '')) return 'domain-controller';
  return /^(ads|domain)$/i.test(samba.get('security') ?? '') ? 'member' : 'standalone';
}
