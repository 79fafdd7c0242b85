import { say } from '../../i18n/text.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import type { LocalizedCommand } from '../localized-command.js';
import type { ProveCommandOptions } from '../prove-run.js';
import { several } from '../several.js';

/** `antesala prove BACKUP --against ROOT`: restores files of a backup elsewhere and compares them with the originals. */
export function proveCommand(
  root: LocalizedCommand,
  context: Context,
  end: (code: ExitCode) => void,
): LocalizedCommand {
  const command = root.createCommand('prove');
  command
    .description(
      root.t(
        say({
          en: 'Proves that a backup restores: takes files out of it at random, and those that matter most, and compares them byte by byte with the originals. Changes neither.',
          es: 'Demuestra que una copia se restaura: saca de ella archivos al azar, y los que más importan, y los compara byte a byte con los originales. No cambia ni unos ni otros.',
        }),
      ),
    )
    .argument(
      '<backup>',
      root.t(
        say({
          en: 'folder of files (rsync, robocopy, a mounted snapshot), repository of restic, .bkf file of NTBackup (any of its parts), archive (zip, tar) or disk image of one volume (vhd, vhdx)',
          es: 'carpeta de archivos (rsync, robocopy, una instantánea montada), repositorio de restic, archivo .bkf de NTBackup (cualquiera de sus partes), archivo comprimido (zip, tar) o imagen de disco de un solo volumen (vhd, vhdx)',
        }),
      ),
    )
    .with(
      '--against <root[=mapped]>',
      say({
        en: 'folder of the originals, and where it lies in the backup if not at its top (/mnt/c=C:); may be given more than once',
        es: 'carpeta de los originales y, si no está al principio de la copia, su lugar en ella (/mnt/c=C:); se puede repetir',
      }),
      option => option.argParser(several),
    )
    .with(
      '--exclude <path>',
      say({
        en: 'file or folder of the originals that is not compared; may be given more than once',
        es: 'archivo o carpeta de los originales que no se compara; se puede repetir',
      }),
      option => option.argParser(several),
    )
    .with('--all', say({ en: 'compare everything, not a sample', es: 'compara todo, no una muestra' }))
    .with(
      '--hashes',
      say({
        en: 'with --all: write down the SHA-256 of every file, which takes longer',
        es: 'con --all: anota el SHA-256 de cada archivo; tarda más',
      }),
    )
    .with(
      '--confidence <percent>',
      say({ en: 'confidence that is aimed at', es: 'nivel de confianza que se busca' }),
      option => option.default('95'),
    )
    .with(
      '--tolerate <percent>',
      say({
        en: 'share of damaged files that the sample must rule out',
        es: 'proporción de archivos dañados que la muestra debe descartar',
      }),
      option => option.default('1'),
    )
    .with(
      '--budget <time-or-size>',
      say({
        en: 'look at as many files as fit (20m, 2h, 50GB), and say what that shows',
        es: 'compara tantos archivos como quepan (20m, 2h, 50GB) y dice qué demuestra eso',
      }),
    )
    .with(
      '--seed <text>',
      say({
        en: 'draw the same files as a proof with this seed did',
        es: 'elige los mismos archivos que una prueba anterior con esta semilla',
      }),
    )
    .with(
      '--made <moment>',
      say({
        en: 'when the backup was made, if it does not say so itself',
        es: 'cuándo se hizo la copia, si ella misma no lo dice',
      }),
    )
    .with(
      '--snapshot <id>',
      say({ en: 'which snapshot of a repository', es: 'qué instantánea de un repositorio' }),
      option => option.default('latest'),
    )
    .with(
      '--password-file <file>',
      say({
        en: 'take the password of the repository from the first line of this file; it is asked for otherwise',
        es: 'toma la contraseña del repositorio de la primera línea de este archivo; si no, se pide',
      }),
    )
    .with(
      '--work <folder>',
      say({
        en: 'where restored files may be put meanwhile, usually the folder for temporary files',
        es: 'dónde poner mientras tanto los archivos restaurados; por defecto, la carpeta de archivos temporales',
      }),
    )
    .with(
      '--save <file>',
      say({ en: 'write the evidence to a file (JSON)', es: 'guarda la evidencia en un archivo (JSON)' }),
    )
    .with(
      '--case <case>',
      say({
        en: 'keep the evidence in this case, where it answers the question for a restored backup',
        es: 'guarda la evidencia en este caso, donde responde a la pregunta por una copia restaurada',
      }),
    )
    .with(
      '--progress <form>',
      say({ en: 'progress for people or for programs', es: 'progreso para personas o para programas' }),
      option => option.choices(['text', 'json']).default('text'),
    )
    .with('--json', say({ en: 'print the evidence as JSON', es: 'imprime la evidencia en JSON' }))
    .action(async (backup: string, options: ProveCommandOptions) => {
      const { runProve } = await import('../prove-run.js');
      end(await runProve(backup, options, context));
    });
  root.addCommand(command);
  return command;
}
