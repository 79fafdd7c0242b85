interface ScriptFault {
  readonly number?: number;
  readonly description?: string;
  readonly message?: string;
}

const HEX_RANGE = 4294967296;

/** The COM error number in hexadecimal, as it is looked up; '' when there is none. */
function faultCode(fault: unknown): string {
  const number = (fault as ScriptFault).number;
  if (typeof number !== 'number') return '';
  return (number < 0 ? number + HEX_RANGE : number).toString(16).toUpperCase();
}

function faultText(fault: unknown): string {
  const { description, message } = fault as ScriptFault;
  const words = clean(description || message || '');
  const code = faultCode(fault);
  return words === '' ? code : code === '' ? words : words + ' (' + code + ')';
}

/** Wine ends some texts with a NUL, and WMI with a line end. */
function clean(text: string): string {
  const end = text.indexOf('\0');
  return (end < 0 ? text : text.substring(0, end)).replace(/[\r\n\t ]+$/, '');
}

/** Codes of the file system object (53, 76: no such file, folder), of Windows and of WMI (class, object, namespace not there). */
const missingCodes = ' 800A0035 800A004C 80070002 80070003 80041002 80041010 8004100E ';
/** 70 of the file system object, also for files another program holds; Windows' and WMI's access denied, missing privilege. */
const deniedCodes = ' 800A0046 80070005 80070020 80041003 80041062 ';

function fromFault(fault: unknown, what: string): Answered {
  const code = faultCode(fault);
  const is = (codes: string) => code !== '' && codes.indexOf(' ' + code + ' ') >= 0;
  return {
    state: is(missingCodes) ? 'missing' : is(deniedCodes) ? 'denied' : 'error',
    why: what + ': ' + faultText(fault),
  };
}

/** Whether what was thrown is an answer already. */
function isAnswered(fault: unknown): fault is Answered {
  return typeof (fault as Answered).state === 'string';
}

function no(state: 'missing' | 'denied' | 'error' | 'unsupported' | 'timeout', why: string): Answered {
  return { state, why };
}

function yes(fields: string, cut: boolean): Answered {
  return { state: 'ok', fields: cut ? fields + ',"cut":true' : fields };
}
