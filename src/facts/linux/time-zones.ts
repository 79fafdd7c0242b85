/**
 * Time zones that Debian 13 and Ubuntu 24.04 moved to the package tzdata-legacy (release notes of Debian 13, "The timezone package split";
 * NEWS.Debian of tzdata 2024a-1): names that follow no region and those kept for compatibility only.
 */
export function isLegacyTimeZone(zone: string): boolean {
  const [region = '', city] = zone.split('/');
  if (oldRegions.has(region)) return true;
  return city === undefined ? oldNames.has(zone) : oldCities.has(zone);
}

const oldRegions = new Set(['US', 'Brazil', 'Canada', 'Chile', 'Mexico', 'SystemV']);

const oldNames = new Set(
  'Cuba Egypt Eire GB GB-Eire Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya NZ NZ-CHAT Navajo PRC Poland Portugal ROC ROK Singapore Turkey W-SU Zulu Universal Greenwich UCT GMT0 GMT+0 GMT-0'.split(
    ' ',
  ),
);

const oldCities = new Set(
  'Africa/Asmera America/Buenos_Aires America/Catamarca America/Cordoba America/Fort_Wayne America/Godthab America/Indianapolis America/Jujuy America/Knox_IN America/Louisville America/Mendoza America/Rosario America/Shiprock America/Virgin Asia/Calcutta Asia/Chongqing Asia/Chungking Asia/Dacca Asia/Istanbul Asia/Kashgar Asia/Katmandu Asia/Macao Asia/Rangoon Asia/Saigon Asia/Tel_Aviv Asia/Thimbu Asia/Ujung_Pandang Asia/Ulan_Bator Atlantic/Faeroe Australia/ACT Australia/LHI Australia/NSW Australia/North Australia/Queensland Australia/South Australia/Tasmania Australia/Victoria Australia/West Australia/Yancowinna Europe/Kiev Europe/Nicosia Pacific/Enderbury Pacific/Johnston Pacific/Ponape Pacific/Samoa Pacific/Truk Pacific/Yap'.split(
    ' ',
  ),
);
