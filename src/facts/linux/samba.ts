export interface Share {
  readonly sessions: readonly {
    readonly user: string;
    readonly from: string | undefined;
    /** The process that serves it. */
    readonly process: string | undefined;
  }[];
  /** Undefined when Samba is there and could not be asked (smbstatus is root's). */
  readonly openFiles: readonly { readonly path: string; readonly user: string | undefined }[] | undefined;
}

/** What smbstatus says: JSON of Samba 4.17 and later, tables before; `absent` when Samba is not installed. */
export function shareOf(text: string | undefined): Share {
  const trimmed = text?.trim();
  if (trimmed === 'absent') return { sessions: [], openFiles: [] };
  if (!trimmed) return { sessions: [], openFiles: undefined };
  return trimmed.startsWith('{') ? fromJson(trimmed) : fromTables(trimmed);
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): readonly Fields[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).filter((one): one is Fields => typeof one === 'object' && one !== null);
}

function textField(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function fromJson(text: string): Share {
  let answer: Fields;
  try {
    answer = JSON.parse(text) as Fields;
  } catch {
    return { sessions: [], openFiles: undefined };
  }
  const users = new Map<string, string>();
  const sessions = fieldsOf(answer['sessions']).flatMap(session => {
    const user = textField(session, 'username');
    if (user === undefined) return [];
    users.set(String(session['uid']), user);
    return [{ user, from: textField(session, 'remote_machine'), process: processOf(session) }];
  });
  const openFiles = fieldsOf(answer['open_files']).flatMap(file => {
    const path = [textField(file, 'service_path'), textField(file, 'filename')].filter(Boolean).join('/');
    const opens = fieldsOf(file['opens']);
    // a share's own folder is held open by every browser of it
    if (path === '' || textField(file, 'filename') === '.') return [];
    const owners = new Set(opens.map(open => users.get(String(open['uid']))));
    return [...(owners.size > 0 ? owners : [undefined])].map(user => ({ path, user }));
  });
  return { sessions, openFiles };
}

/** `pid`, after `node:` in a cluster, whose other nodes' processes are not here. */
function processOf(session: Fields): string | undefined {
  const [server] = fieldsOf({ server: session['server_id'] });
  const pid = server?.['pid'];
  return (typeof pid === 'string' || typeof pid === 'number') && /^\d+$/.test(String(pid)) ? String(pid) : undefined;
}

function fromTables(text: string): Share {
  const sessions: Share['sessions'][number][] = [];
  const openFiles: NonNullable<Share['openFiles']>[number][] = [];
  let table: 'sessions' | 'files' | undefined;
  let asked = false;
  for (const line of text.split('\n')) {
    if (/^PID\s+Username/.test(line)) {
      table = 'sessions';
      asked = true;
    } else if (/^Pid\s+User\(ID\)/.test(line)) table = 'files';
    else if (/^(Service\s+pid|Locked files|No locked files)/.test(line)) table = undefined;
    else if (table === 'sessions') {
      const match = /^(\d+)\s+(\S+)\s+\S+\s+(\S+)/.exec(line);
      if (match?.[2]) sessions.push({ user: match[2], from: match[3], process: match[1] });
    } else if (table === 'files') {
      const match = /^\d+\s+\d+\s+\S+\s+0x\S+\s+\S+\s+\S+\s+(\/.*?)\s{3,}(.*?)\s{3,}/.exec(line);
      if (match?.[1] && match[2] !== '.') openFiles.push({ path: `${match[1]}/${match[2] ?? ''}`, user: undefined });
    }
  }
  return { sessions, openFiles: asked ? openFiles : undefined };
}
