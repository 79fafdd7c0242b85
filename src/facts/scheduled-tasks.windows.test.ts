import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWith, reasonWith, valueWith } from '../testing/read-with.js';
import { denied, rows, text, timedOut } from '../testing/windows-answers.js';
import { interpretersIn } from './reading/interpreters.js';
import { scheduledTasksOnWindows } from './scheduled-tasks.windows.js';

const xml = `<?xml version="1.0" ?>
<Tasks>

  <!-- \\Copia nocturna -->
  <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
    <RegistrationInfo><Author>CORP\\ana</Author></RegistrationInfo>
    <Triggers><CalendarTrigger><Enabled>false</Enabled></CalendarTrigger></Triggers>
    <Principals><Principal id="Author"><UserId>CORP\\copias</UserId><LogonType>Password</LogonType><RunLevel>HighestAvailable</RunLevel></Principal></Principals>
    <Settings><Enabled>true</Enabled><IdleSettings><StopOnIdleEnd>true</StopOnIdleEnd></IdleSettings></Settings>
    <Actions Context="Author"><Exec><Command>cscript.exe</Command><Arguments>//nologo "C:\\Scripts &amp; más\\copia.vbs"</Arguments></Exec><Exec><Command>wmic</Command><Arguments>os get caption</Arguments></Exec></Actions>
  </Task>

  <!-- \\Microsoft\\Windows\\Defrag\\ScheduledDefrag -->
  <Task xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
    <RegistrationInfo><URI>\\Microsoft\\Windows\\Defrag\\ScheduledDefrag</URI></RegistrationInfo>
    <Principals><Principal id="LocalSystem"><UserId>S-1-5-18</UserId></Principal></Principals>
    <Settings><Enabled>false</Enabled></Settings>
    <Actions><ComHandler><ClassId>{C463A0FC-794F-4FDF-9201-01938CEACAFA}</ClassId></ComHandler></Actions>
  </Task>
  <Task xmlns="x"><RegistrationInfo><URI>\\Sin comentario</URI></RegistrationInfo><Principals><Principal><GroupId>S-1-5-32-545</GroupId></Principal></Principals><Actions><Exec><Command>powershell.exe</Command><Arguments>-NoProfile -Version 2 -File x.ps1</Arguments></Exec></Actions></Task>
</Tasks>`;

describe('tasks of Windows Server 2008 and later', () => {
  const { tasks } = valueWith(scheduledTasksOnWindows, { taskList: text(xml) });
  it('are told with account, password and interpreters', () => {
    expect(tasks).toEqual([
      {
        name: '\\Copia nocturna',
        command: 'cscript.exe //nologo "C:\\Scripts & más\\copia.vbs"\nwmic os get caption',
        account: 'CORP\\copias',
        storedCredentials: true,
        enabled: true,
        interpreters: ['vbscript', 'wmic'],
      },
      {
        name: '\\Microsoft\\Windows\\Defrag\\ScheduledDefrag',
        command: 'COM {C463A0FC-794F-4FDF-9201-01938CEACAFA}',
        account: 'S-1-5-18',
        storedCredentials: false,
        enabled: false,
        interpreters: [],
      },
      {
        name: '\\Sin comentario',
        command: 'powershell.exe -NoProfile -Version 2 -File x.ps1',
        account: 'S-1-5-32-545',
        storedCredentials: undefined,
        enabled: true,
        interpreters: ['powershell-2'],
      },
    ]);
  });

  it('leave out the one that was cut', () => {
    const cut = { ...text(xml.slice(0, xml.indexOf('ComHandler'))), cut: true };
    expect(valueWith(scheduledTasksOnWindows, { taskList: cut }).tasks).toHaveLength(1);
  });
});

describe('tasks of Windows 2003', () => {
  const columns = [
    'Nombre de host',
    'Nombre de tarea',
    'Hora próxima ejecución',
    'Estado',
    'Modo de inicio de sesión',
    'Último tiempo de ejecución',
    'Último resultado',
    'Creador',
    'Programación',
    'Tarea que se ejecutará',
    'Iniciar en',
    'Comentario',
    'Estado de tarea programada',
    'Tipo de programación',
    'Hora de inicio',
    'Fecha de inicio',
    'Fecha de finalización',
    'días',
    'meses',
    'Ejecutar como usuario',
    'a',
    'b',
    'c',
    'd',
    'e',
    'f',
    'g',
    'h',
  ];
  const row = (...cells: readonly string[]) => cells.map(cell => `"${cell}"`).join(',');
  const copia = [
    'SERVIDOR',
    'Copia',
    '22:00:00, 14/03/2009',
    '',
    'Interactivo/En segundo plano',
    '22:00:00, 13/03/2009',
    '0',
    'ana',
    'A las 22:00 cada día',
    '"C:\\Archivos de programa\\copia.exe" /t',
    'C:\\',
    'N/D',
    'Habilitado',
    'Diariamente',
    '22:00:00',
    '01/01/2009',
    'N/D',
    'Todos los días',
    'N/D',
    'CORP\\copias',
    ...'abcdefgh',
  ];

  it('are told by the place of their columns, in any language', () => {
    const taskList = text(['', row(...columns), row(...copia), row(...columns), row(...copia)].join('\r\n'));
    expect(valueWith(scheduledTasksOnWindows, { taskList }).tasks).toEqual([
      {
        name: 'Copia',
        command: '"C:\\Archivos de programa\\copia.exe" /t',
        account: 'CORP\\copias',
        storedCredentials: undefined,
        enabled: undefined,
        interpreters: [],
      },
    ]);
  });

  it('are told without the column of the logon mode as well', () => {
    const without = (cells: readonly string[]) => [...cells.slice(0, 4), ...cells.slice(5)];
    const taskList = text([row(...without(columns)), row(...without(copia))].join('\r\n'));
    expect(valueWith(scheduledTasksOnWindows, { taskList }).tasks[0]).toMatchObject({
      name: 'Copia',
      account: 'CORP\\copias',
    });
  });
});

describe('tasks of Windows 2000', () => {
  it('are the names of job files and the jobs of "at"', () => {
    const { tasks } = valueWith(scheduledTasksOnWindows, {
      taskList: text('Norton AntiVirus.job\r\nAt1.job\r\n'),
      atJobs: rows({ JobId: 1, Command: 'cmd /c C:\\limpia.vbs' }, { JobId: 2, Command: null }),
    });
    expect(tasks.map(task => [task.name, task.command, task.interpreters.join()])).toEqual([
      ['Norton AntiVirus', '%SystemRoot%\\Tasks\\Norton AntiVirus.job', ''],
      ['At1', 'cmd /c C:\\limpia.vbs', 'vbscript'],
    ]);
  });

  it('are none where only the version answers', () => {
    expect(
      valueWith(scheduledTasksOnWindows, { taskList: text('\r\nMicrosoft Windows 2000 [Versión 5.00.2195]\r\n') })
        .tasks,
    ).toEqual([]);
  });
});

describe('tasks that cannot be listed', () => {
  it('are missing, not none', () => {
    for (const taskList of [denied, timedOut, text('', 1)]) {
      expect(reasonWith(scheduledTasksOnWindows, { taskList }).en).toContain('schtasks could not be read');
    }
  });

  it('never throw', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('<Task ', '</Task>', '<Exec>', '<Command>', '</Command>', '"', '","', '<!--', '-->', '.job\n'),
    );
    fc.assert(
      fc.property(
        fc.array(part).map(parts => parts.join('')),
        list => {
          for (const taskList of [text(list), text(`"${list}`), text(`<Task ${list}</Task>`)]) {
            expect(readWith(scheduledTasksOnWindows, { taskList }).state).toBe('known');
          }
        },
      ),
    );
  });
});

describe('interpreters', () => {
  it.each<[string, string]>([
    ['C:\\scripts\\x.vbs', 'vbscript'],
    ['wscript "C:\\a\\x.VBE" 1', 'vbscript'],
    ['cscript //e:vbscript x.txt', 'vbscript'],
    ['mshta vbscript:Close(1)', 'vbscript'],
    ['cscript x.js', ''],
    ['C:\\x.vbs.bak', ''],
    ['wmic os get x', 'wmic'],
    ['cmd /c "C:\\Windows\\System32\\wbem\\WMIC.exe" qfe', 'wmic'],
    ['C:\\wmicro\\x.exe', ''],
    ['powershell -version 2.0 -c x', 'powershell-2'],
    ['"C:\\W\\powershell.exe" -NoLogo -v 2', 'powershell-2'],
    ['powershell -File x.ps1 -Value 2', ''],
    ['powershell -version 2.5', ''],
    ['powershell -version 5.1', ''],
  ])('%s', (command, expected) => expect(interpretersIn(command).join()).toBe(expected));
});
