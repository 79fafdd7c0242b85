import { known, reader } from '../model/fact.js';
import type { Network } from './network.js';
import { networkQuestions } from './questions/windows-network.js';
import { couldNotRead } from './reading/why.js';
import { type NetworkAnswers, adaptersOf } from './reading/windows-adapters.js';
import { phoneBookEntries, winHttpProxy } from './reading/windows-addresses.js';
import { keyOf, keysOf, numberIn, rowsOf, textIn, textOf, valueOf } from './reading/windows-answers.js';

/** Adapters by WMI, with TCP/IP's registry keys for what WMI does not give; dial-up connections; the proxy. */
export const networkOnWindows = reader<Network, typeof networkQuestions>({
  questions: networkQuestions,
  parse(answers) {
    const configured = rowsOf(answers.configurations);
    const parameters = keyOf(answers.tcpip, networkQuestions.tcpip.key);
    if (!configured && !keysOf(answers.tcpip))
      return couldNotRead('Win32_NetworkAdapterConfiguration', answers.configurations);
    const found = adaptersOf(answers);
    const best = Math.min(...found.filter(({ gateways }) => gateways.length > 0).map(({ metric }) => metric));
    return known({
      hostName: textIn(parameters, 'NV Hostname') ?? textIn(parameters, 'Hostname'),
      dnsDomain: textIn(parameters, 'NV Domain') ?? textIn(parameters, 'Domain') ?? textIn(parameters, 'DhcpDomain'),
      adapters: found.map(({ metric, ...adapter }) => ({
        ...adapter,
        facesInternet: adapter.gateways.length > 0 && metric === best,
      })),
      dialUp: dialUpOf(answers),
      proxy: proxyOf(answers),
      configuredBy: [],
    });
  },
});

function dialUpOf(answers: NetworkAnswers): readonly string[] {
  const books = [answers.phoneBook, answers.phoneBookEnglish, answers.phoneBookSpanish, answers.routerBook];
  // on later systems two of these paths lead to the same file
  return [...new Set(books.flatMap(book => phoneBookEntries(textOf(book) ?? '')))];
}

function proxyOf(answers: NetworkAnswers): string | undefined {
  const machine = valueOf(keyOf(answers.machineProxy, networkQuestions.machineProxy.key), 'WinHttpSettings');
  const named = machine?.type === 'binary' ? winHttpProxy(machine.value) : undefined;
  if (named !== undefined) return named;
  const user = keyOf(answers.userProxy, networkQuestions.userProxy.key);
  return numberIn(user, 'ProxyEnable') === 1 ? textIn(user, 'ProxyServer') : undefined;
}
