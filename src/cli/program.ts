import { Option } from 'commander';
import { say } from '../i18n/text.js';
import { assessCommand } from './commands/assess.js';
import { caseCommand } from './commands/case.js';
import { explainCommand } from './commands/explain.js';
import { gatherCommand } from './commands/gather.js';
import { keyCommand } from './commands/key.js';
import { kitCommand } from './commands/kit.js';
import { logCommand } from './commands/log.js';
import { pathsCommand } from './commands/paths.js';
import { reportCommand } from './commands/report.js';
import { signCommand } from './commands/sign.js';
import { verifyCommand } from './commands/verify.js';
import { attestCommand } from './commands/attest.js';
import { compareCommand } from './commands/compare.js';
import { decideCommand } from './commands/decide.js';
import { planCommand } from './commands/plan.js';
import { prepareCommand } from './commands/prepare.js';
import { putBackCommand } from './commands/put-back.js';
import { proveCommand } from './commands/prove.js';
import { rehearseCommand } from './commands/rehearse.js';
import { waiveCommand } from './commands/waive.js';
import type { Context } from './context.js';
import type { ExitCode } from './exit-codes.js';
import { LocalizedCommand } from './localized-command.js';

/** The whole command line. Commands load what they need only when they run, so that help and errors are instant. */
export function program(context: Context, end: (code: ExitCode) => void): LocalizedCommand {
  const root = new LocalizedCommand(context.terminal.language, 'antesala');
  root.description(
    root.t(
      say({
        en: 'Prepares a server for an in-place upgrade, proves that its backup restores, says go or no-go, and puts everything back.',
        es: 'Prepara un servidor para actualizarlo en el mismo equipo, demuestra que su copia se restaura, dice si se puede seguir y lo deja todo como estaba.',
      }),
    ),
  );
  root.version(context.version, '-V, --version', root.t(say({ en: 'show the version', es: 'muestra la versión' })));
  const all = [
    ...[assessCommand, gatherCommand, pathsCommand, explainCommand, kitCommand, reportCommand],
    ...[planCommand, rehearseCommand, prepareCommand, attestCommand, waiveCommand, decideCommand],
    ...[putBackCommand, compareCommand, proveCommand],
    ...[caseCommand, logCommand, verifyCommand, keyCommand, signCommand],
  ];
  for (const add of all) {
    const command = add(root, context, end);
    for (const one of [command, ...command.commands]) one.addOption(languageOption(root));
  }
  return root.addOption(languageOption(root));
}

function languageOption(root: LocalizedCommand): Option {
  return new Option(
    '--lang <language>',
    root.t(say({ en: 'language of all texts', es: 'idioma de todos los textos' })),
  ).choices(['en', 'es']);
}
