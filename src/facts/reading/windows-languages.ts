/**
 * Windows language identifiers to BCP 47 (Microsoft's "Windows Language Code Identifier Reference", MS-LCID): the languages in which
 * Windows Server was sold and their regional forms.
 */
const languages: ReadonlyMap<number, string> = new Map([
  [0x0401, 'ar-SA'],
  [0x0402, 'bg-BG'],
  [0x0403, 'ca-ES'],
  [0x0404, 'zh-TW'],
  [0x0405, 'cs-CZ'],
  [0x0406, 'da-DK'],
  [0x0407, 'de-DE'],
  [0x0408, 'el-GR'],
  [0x0409, 'en-US'],
  // 0x040a is Spanish in its traditional order of the alphabet, 0x0c0a in the modern one: the same language to a person
  [0x040a, 'es-ES'],
  [0x040b, 'fi-FI'],
  [0x040c, 'fr-FR'],
  [0x040d, 'he-IL'],
  [0x040e, 'hu-HU'],
  [0x0410, 'it-IT'],
  [0x0411, 'ja-JP'],
  [0x0412, 'ko-KR'],
  [0x0413, 'nl-NL'],
  [0x0414, 'nb-NO'],
  [0x0415, 'pl-PL'],
  [0x0416, 'pt-BR'],
  [0x0418, 'ro-RO'],
  [0x0419, 'ru-RU'],
  [0x041a, 'hr-HR'],
  [0x041b, 'sk-SK'],
  [0x041d, 'sv-SE'],
  [0x041e, 'th-TH'],
  [0x041f, 'tr-TR'],
  [0x0422, 'uk-UA'],
  [0x0424, 'sl-SI'],
  [0x0425, 'et-EE'],
  [0x0426, 'lv-LV'],
  [0x0427, 'lt-LT'],
  [0x042d, 'eu-ES'],
  [0x0456, 'gl-ES'],
  [0x0804, 'zh-CN'],
  [0x0807, 'de-CH'],
  [0x0809, 'en-GB'],
  [0x080a, 'es-MX'],
  [0x080c, 'fr-BE'],
  [0x0816, 'pt-PT'],
  [0x0c04, 'zh-HK'],
  [0x0c0a, 'es-ES'],
  [0x0c0c, 'fr-CA'],
  [0x100a, 'es-GT'],
  [0x200a, 'es-VE'],
  [0x240a, 'es-CO'],
  [0x280a, 'es-PE'],
  [0x2c0a, 'es-AR'],
  [0x340a, 'es-CL'],
]);

/** The language of an identifier; undefined for one that is not in the table. */
export function languageOf(lcid: number | undefined): string | undefined {
  return lcid === undefined ? undefined : languages.get(lcid);
}

/** Reads the identifier as the registry holds it: four hexadecimal digits ("0C0A"). */
export function lcidFrom(text: string | undefined): number | undefined {
  return text !== undefined && /^[0-9a-f]{4,8}$/i.test(text) ? Number.parseInt(text, 16) & 0xffff : undefined;
}
