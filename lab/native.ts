import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint } from './chroot.js';
import { type Layout, sourceDir } from './paths.js';
import type { ProgramVersion } from './profile.js';
import { run } from './run.js';

const compiler = 'x86_64-w64-mingw32-gcc';

/** Compiles the lab's own programs and lays them and the guests' scripts where every guest sees them as /lab/bin. */
export function installPrograms(layout: Layout): void {
  mkdirSync(layout.bin, { recursive: true });
  mkdirSync(layout.build, { recursive: true });
  for (const script of [
    'wine-env.sh',
    'wine-clean.sh',
    'wine-build.sh',
    'wine-init.sh',
    'win-exec',
    'debian-init.sh',
    'systemd-init.sh',
    'posix-exec',
  ]) {
    copyFileSync(join(sourceDir, 'guest', script), join(layout.bin, script));
  }
  for (const [name, unicode] of [
    ['keep', false],
    ['runraw', true],
    ['sc', true],
    ['stamp', true],
  ] as const) {
    copyFileSync(compiled(layout, name, unicode), join(layout.bin, `${name}.exe`));
  }
}

function compiled(layout: Layout, name: string, unicode: boolean): string {
  const source = join(sourceDir, 'native', `${name}.c`);
  return cached(layout, `${name}-${fingerprint(readFileSync(source))}.exe`, target =>
    run(compiler, ['-Wall', '-O2', '-s', ...(unicode ? ['-municode'] : []), '-o', target, source, '-ladvapi32']),
  );
}

/** The service program with this version resource: compiled once, linked once per resource. */
export function serviceProgram(layout: Layout, version: ProgramVersion): string {
  const source = join(sourceDir, 'native', 'service.c');
  const code = fingerprint(readFileSync(source));
  const script = versionResource(version);
  return cached(layout, `service-${code}-${fingerprint(script)}.exe`, target => {
    const object = cached(layout, `service-${code}.o`, o => run(compiler, ['-Wall', '-O2', '-c', '-o', o, source]));
    const resource = `${target}.rc`;
    writeFileSync(resource, script);
    run('x86_64-w64-mingw32-windres', ['-c', '65001', '-O', 'coff', resource, `${resource}.o`]);
    run(compiler, ['-s', '-o', target, object, `${resource}.o`, '-ladvapi32']);
  });
}

/** A VERSIONINFO script in UTF-8. */
export function versionResource({ company, product, description, version }: ProgramVersion): string {
  const numbers = version.split('.').join(',');
  const text = (value: string) => `"${value.replace(/"/g, '""')}"`;
  return `#pragma code_page(65001)
1 VERSIONINFO
FILEVERSION ${numbers}
PRODUCTVERSION ${numbers}
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "0C0A04B0"
    BEGIN
      VALUE "CompanyName", ${text(company)}
      VALUE "FileDescription", ${text(description)}
      VALUE "FileVersion", ${text(version)}
      VALUE "ProductName", ${text(product)}
      VALUE "ProductVersion", ${text(version)}
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x0C0A, 0x04B0
  END
END
`;
}

function cached(layout: Layout, name: string, make: (target: string) => void): string {
  const file = join(layout.build, name);
  if (existsSync(file)) return file;
  mkdirSync(dirname(file), { recursive: true });
  make(`${file}.new`);
  renameSync(`${file}.new`, file);
  return file;
}
