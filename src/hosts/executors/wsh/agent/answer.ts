/** Answers one question; whatever goes wrong is an answer as well. `folder` is '' when there is none to write to. */
function answer(question: Asked, folder: string, earlier: Earlier): Answered {
  try {
    switch (question.kind) {
      case 'command':
        return answerCommand(question, folder);
      case 'file':
        return answerFile(question);
      case 'registry':
        return answerRegistry(question, folder);
      case 'wmi':
        return answerWmi(question);
      case 'file-info':
        return answerFileInfo(question, earlier);
      case 'powershell':
        return no('unsupported', 'Windows Script Host runs no PowerShell');
    }
  } catch (fault) {
    return fromFault(fault, question.id);
  }
}

/** The answer line, without the mark. */
function answerLine(id: string, ms: number, answered: Answered): string {
  return (
    '{"id":' +
    jsonText(id) +
    ',"ms":' +
    ms +
    ',"state":"' +
    answered.state +
    '",' +
    (answered.state === 'ok' ? answered.fields : '"why":' + jsonText(answered.why || '')) +
    '}'
  );
}
