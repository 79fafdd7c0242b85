import { sbs2003Premium } from './servers/sbs2003-premium.js';
import { sbs2011Es } from './servers/sbs2011-es.js';
import { ws2000Member } from './servers/ws2000-member.js';
import { ws2012r2DcEs } from './servers/ws2012r2-dc-es.js';
import { ws2016FileServer } from './servers/ws2016-file-server.js';
import { ws2016HyperV } from './servers/ws2016-hyper-v.js';
import { ws2019Exchange } from './servers/ws2019-exchange.js';
import { ws2022Clean } from './servers/ws2022-clean.js';
import { wse2012r2 } from './servers/wse2012r2.js';
import type { ServerSketch } from './sketch.js';

/** Every Windows server that is composed. */
export const composedServers: readonly ServerSketch[] = [
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
