import { Command, Option } from 'commander';
import { type Language, type Text, say } from '../i18n/text.js';
import { CliError } from './cli-error.js';
import { exitCodeTexts } from './exit-codes.js';

/** commander with its own words in both languages, and its errors thrown as ours, so that they end in the one table of exit codes. */
export class LocalizedCommand extends Command {
  readonly #language: Language;

  constructor(language: Language, name?: string) {
    super(name);
    this.#language = language;
    this.exitOverride();
    this.showSuggestionAfterError(false);
    this.configureOutput({ outputError: () => undefined, writeErr: () => undefined });
    this.helpOption('-h, --help', this.t(words.help));
    this.helpCommand(false);
    this.configureHelp({
      styleTitle: title => this.t(titles[title] ?? { en: title, es: title }),
      optionDescription: option => this.#optionDescription(option),
      commandUsage: command => this.#usage(command),
    });
    this.addHelpText('after', () => this.#exitCodes());
  }

  override createCommand(name?: string): LocalizedCommand {
    return new LocalizedCommand(this.#language, name);
  }

  t(text: Text): string {
    return text[this.#language];
  }

  /** Adds an option whose description stands in both languages. */
  with(flags: string, description: Text, more: (option: Option) => Option = option => option): this {
    return this.addOption(more(new Option(flags, this.t(description))));
  }

  // commander calls these when the line is wrong; its own would print English and end the process.
  missingArgument(name: string): never {
    throw wrong(say({ en: `The argument <${name}> is missing.`, es: `Falta el argumento <${name}>.` }), this.#path());
  }

  optionMissingArgument(option: Option): never {
    throw wrong(
      say({ en: `The option ${option.flags} needs a value.`, es: `La opción ${option.flags} necesita un valor.` }),
      this.#path(),
    );
  }

  missingMandatoryOptionValue(option: Option): never {
    throw wrong(
      say({ en: `The option ${option.flags} is missing.`, es: `Falta la opción ${option.flags}.` }),
      this.#path(),
    );
  }

  unknownOption(flag: string): never {
    throw wrong(say({ en: `There is no option ${flag}.`, es: `No existe la opción ${flag}.` }), this.#path());
  }

  /** Called when a command that only groups others is given alone. */
  override help(): never {
    throw wrong(say({ en: 'A command is missing.', es: 'Falta una orden.' }), this.#path());
  }

  unknownCommand(): never {
    const name = this.args[0] ?? '';
    throw wrong(say({ en: `There is no command “${name}”.`, es: `No existe la orden «${name}».` }), this.#path());
  }

  _excessArguments(received: readonly string[]): never {
    const last = received.at(-1) ?? '';
    throw wrong(say({ en: `“${last}” is one argument too many.`, es: `«${last}» sobra.` }), this.#path());
  }

  /** `antesala case new`: what is typed to get here. */
  #path(): string {
    return namesTo(this).join(' ');
  }

  #optionDescription(option: Option): string {
    const { defaultValue, argChoices } = option;
    const extra = [
      ...(argChoices ? [argChoices.join(' | ')] : []),
      ...(defaultValue !== undefined && defaultValue !== false && !Array.isArray(defaultValue)
        ? [`${this.t(words.usually)} ${String(defaultValue)}`]
        : []),
    ];
    return extra.length > 0 ? `${option.description} (${extra.join('; ')})` : option.description;
  }

  #usage(command: Command): string {
    const names = namesTo(command);
    const args = command.registeredArguments.map(argument => {
      const shown = argument.variadic ? `${argument.name()}...` : argument.name();
      return argument.required ? `<${shown}>` : `[${shown}]`;
    });
    const sub = command.commands.length > 0 ? [`<${this.t(words.command)}>`] : [];
    return [...names, ...sub, ...args, `[${this.t(words.options)}]`].join(' ');
  }

  #exitCodes(): string {
    const lines = Object.entries(exitCodeTexts).map(([code, text]) => `  ${code}  ${this.t(text)}`);
    return `\n${this.t(words.exitCodes)}\n${lines.join('\n')}`;
  }
}

function namesTo(command: Command): string[] {
  return command.parent ? [...namesTo(command.parent), command.name()] : [command.name()];
}

function wrong(text: Text, command: string): CliError {
  const help = `${command} --help`;
  return new CliError(say({ en: `${text.en} See “${help}”.`, es: `${text.es} Consulte «${help}».` }));
}

const words = {
  help: say({ en: 'show this help', es: 'muestra esta ayuda' }),
  usually: say({ en: 'usually', es: 'por defecto' }),
  command: say({ en: 'command', es: 'orden' }),
  options: say({ en: 'options', es: 'opciones' }),
  exitCodes: say({ en: 'Exit codes:', es: 'Códigos de salida:' }),
} as const;

const titles: Readonly<Record<string, Text>> = {
  'Usage:': say({ en: 'Usage:', es: 'Uso:' }),
  'Arguments:': say({ en: 'Arguments:', es: 'Argumentos:' }),
  'Options:': say({ en: 'Options:', es: 'Opciones:' }),
  'Commands:': say({ en: 'Commands:', es: 'Órdenes:' }),
};
