/**
 * Time zones that Debian 13 and Ubuntu 24.04 moved to the package tzdata-legacy (release notes of Debian 13, "The timezone package split"):
 * what tzdata 2026b-0+deb12u1 of Debian 12 has and tzdata 2026f-0+deb13u1 of Debian 13 has not.
 */
export function isLegacyTimeZone(zone: string): boolean {
  return oldRegions.has(zone.split('/')[0] ?? '') || oldZones.has(zone);
}

const oldRegions = new Set(['US', 'Brazil', 'Canada', 'Chile', 'Mexico']);

const oldZones = new Set(
  'CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey UCT Universal W-SU WET Zulu Africa/Asmera America/Argentina/ComodRivadavia America/Buenos_Aires America/Catamarca America/Cordoba America/Fort_Wayne America/Godthab America/Indianapolis America/Jujuy America/Knox_IN America/Louisville America/Mendoza America/Rosario Antarctica/South_Pole Asia/Ashkhabad Asia/Calcutta Asia/Choibalsan Asia/Chungking Asia/Dacca Asia/Katmandu Asia/Macao Asia/Rangoon Asia/Saigon Asia/Thimbu Asia/Ujung_Pandang Asia/Ulan_Bator Atlantic/Faeroe Australia/ACT Australia/LHI Australia/NSW Australia/North Australia/Queensland Australia/South Australia/Tasmania Australia/Victoria Australia/West Europe/Kiev Europe/Uzhgorod Europe/Zaporozhye Pacific/Enderbury Pacific/Ponape Pacific/Truk'.split(
    ' ',
  ),
);
