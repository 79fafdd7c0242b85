import { sbs2003Premium } from './servers/sbs2003-premium.js';
import { sbs2011Es } from './servers/sbs2011-es.js';
import { ws2000Member } from './servers/ws2000-member.js';
import { ws2012r2DcEs } from './servers/ws2012r2-dc-es.js';
import { ws2016FileServer } from './servers/ws2016-file-server.js';
import { ws2016HyperV } from './servers/ws2016-hyper-v.js';
import { ws2019Exchange } from './servers/ws2019-exchange.js';
import { ws2022Clean } from './servers/ws2022-clean.js';
import { wse2012r2 } from './servers/wse2012r2.js';
import type { Recording } from '../../src/model/recording.js';
import { composeLinux } from './linux.js';
import type { LinuxSketch } from './linux-sketch.js';
import { debian11Web } from './servers/debian11-web.js';
import { ubuntu2204Office } from './servers/ubuntu2204-office.js';
import { ubuntu2404Vmware } from './servers/ubuntu2404-vmware.js';
import type { ServerSketch } from './sketch.js';
import { composeWindows } from './windows.js';

const windows: readonly ServerSketch[] = [
  ws2000Member,
  sbs2003Premium,
  sbs2011Es,
  wse2012r2,
  ws2012r2DcEs,
  ws2016FileServer,
  ws2016HyperV,
  ws2019Exchange,
  ws2022Clean,
];

const linux: readonly LinuxSketch[] = [debian11Web, ubuntu2204Office, ubuntu2404Vmware];

/** Every server that is composed, by the name of its recording's file. */
export const composedServers: readonly { readonly file: string; readonly compose: () => Recording }[] = [
  ...windows.map(sketch => ({ file: sketch.file, compose: () => composeWindows(sketch) })),
  ...linux.map(sketch => ({ file: sketch.file, compose: () => composeLinux(sketch) })),
];
