/** What the service methods of WMI return, in words (Win32_Service class, learn.microsoft.com/windows/win32/cimwin32prov). */
const methodWords = (
  '|' +
  'the request is not supported|' +
  'access denied|' +
  'other running services depend on it|' +
  'the service does not take this request|' +
  'the service cannot take requests now|' +
  'it is not running|' +
  'it did not answer in time|' +
  'unknown failure|' +
  'its program was not found|' +
  'it is running already|' +
  'the service database is locked|' +
  'a service it depends on was removed|' +
  'a service it depends on could not be found or started|' +
  'it is disabled|' +
  'its account could not log on|' +
  'it is marked for deletion|' +
  'it has no thread to run in|' +
  'its dependencies go in a circle|' +
  'another runs under the same name|' +
  'its name has characters that are not allowed|' +
  'invalid parameters|' +
  'its account is not valid or may not run it|' +
  'it exists already|' +
  'it is paused already'
).split('|');

/** Errors of the service manager, as sc.exe returns them (System Error Codes 1000-1299). */
function systemWords(code: number): string {
  switch (code) {
    case 5:
      return 'access denied';
    case 1060:
      return 'there is no such service any more';
    case 1072:
      return 'it is marked for deletion';
    default:
      return '';
  }
}

function methodSaid(method: string, code: number): string {
  return method + ' returned ' + code + (methodWords[code] ? ': ' + methodWords[code] : '');
}

function scSaid(verb: string, code: number): string {
  const words = systemWords(code);
  return 'sc.exe ' + verb + ' returned ' + code + (words === '' ? '' : ': ' + words);
}
