import { microsoft } from '../catalog/microsoft-sources.js';
import { identity } from '../facts/identity.js';
import { say } from '../i18n/text.js';
import { defineCheck } from '../model/check.js';
import { fail, hint, pass, unread, warn } from './wording/outcomes.js';
import { isAtLeast, staysInPlace } from './wording/windows-paths.js';

export const evaluationEdition = defineCheck({
  id: 'evaluation-edition',
  row: 'service-pack',
  title: say({ en: 'Evaluation licence', es: 'Licencia de evaluación' }),
  why: say({
    en: 'An evaluation must become a licensed edition, and on a domain controller it cannot.',
    es: 'Una evaluación debe pasar a edición con licencia y, en un controlador de dominio, no puede.',
  }),
  platforms: ['windows'],
  concerns: staysInPlace,
  needs: { identity },
  sources: [microsoft.conversion],

  run: ({ identity: { evaluation, role } }, { from }) => {
    const evidence = { evaluation: evaluation ?? null, role: role ?? null };
    if (evaluation === undefined) {
      return unread(
        // slmgr came with Windows Server 2008
        isAtLeast(from.id, 'ws2008')
          ? {
              en: 'It could not be read whether this is an evaluation. Look with “slmgr.vbs /dlv”: it shows EVAL.',
              es: 'No se ha podido leer si es una evaluación. Mírelo con «slmgr.vbs /dlv»: muestra EVAL.',
            }
          : {
              en: 'It could not be read whether this is an evaluation. Look with “winver”: it names the days that are left.',
              es: 'No se ha podido leer si es una evaluación. Mírelo con «winver»: indica los días que quedan.',
            },
        { severity: 'medium' },
      );
    }
    if (!evaluation) {
      return pass({ en: 'This is not an evaluation.', es: 'No es una evaluación.' }, { evidence });
    }
    if (role === 'domain-controller') {
      return fail(
        'inhibitor',
        {
          en: 'This domain controller runs an evaluation, which cannot become a licensed edition while it holds that role.',
          es: 'Este controlador de dominio usa una evaluación, que no puede pasar a edición con licencia mientras tenga esa función.',
        },
        {
          remedy: hint({
            en: 'Promote another server, move the operation masters to it, demote this one, convert it, then promote it again.',
            es: 'Promueva otro servidor, pásele los maestros de operaciones, degrade este, conviértalo y vuelva a promoverlo.',
          }),
          evidence,
        },
      );
    }
    return warn(
      'high',
      {
        en: 'This is an evaluation: only media and a key of a licensed edition will do, and the way back to an evaluation is closed.',
        es: 'Es una evaluación: solo sirven un medio y una clave de una edición con licencia, y no se puede volver a una evaluación.',
      },
      {
        remedy: hint({
          en: 'List the editions it may become with “DISM /Online /Get-TargetEditions” and set one with its key before the upgrade.',
          es: 'Vea las ediciones posibles con «DISM /Online /Get-TargetEditions» y establezca una con su clave antes de actualizar.',
        }),
        evidence,
      },
    );
  },
});
