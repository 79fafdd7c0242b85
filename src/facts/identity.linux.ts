import { say } from '../i18n/text.js';
import { known, missing, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import type { Identity } from './identity.js';
import { fieldsOf, partsOf, textOf, unquoted, whyNot } from './linux/answers.js';
import { container, hostsDomain, serverName } from './linux/known-pieces.js';
import { dpkgPackages, packagesOf } from './linux/packages.js';
import { asked, blank, both, linesOfFiles, part, where } from './linux/pieces.js';

const about: CommandQuestion = {
  kind: 'command',
  id: 'identity-linux',
  ...asked(
    both(
      'if [ -r /etc/os-release ]; then cat /etc/os-release; else cat /usr/lib/os-release; fi 2>/dev/null',
      "my $t = slurp('/etc/os-release'); $t = slurp('/usr/lib/os-release') unless defined $t; put(defined $t ? $t : '');",
    ),
    part('container', container),
    serverName,
    part(
      'uname',
      both(
        'printf "%s\\n" "$n" $(uname -rm)',
        String.raw`my ($r) = split /\n/, slurp('/proc/sys/kernel/osrelease') || run('uname', '-r'); put("$n\n$r\n", slurp('/proc/sys/kernel/arch') || run('uname', '-m'));`,
      ),
    ),
    part('domain', where('/usr/bin/realm', '[ -e /usr/bin/realm ] && realm list -n 2>/dev/null'), hostsDomain),
    linesOfFiles(
      { part: 'debian', files: '/etc/debian_version' },
      { part: 'locale', files: '/etc/default/locale /etc/locale.conf' },
      {
        part: 'smb',
        files: '/etc/samba/smb.conf',
        like: `^${blank}*(server role|security|realm|workgroup)${blank}*=`,
      },
    ),
  ),
};

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
