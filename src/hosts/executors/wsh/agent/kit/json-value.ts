/**
 * Reads JSON of the log. JScript has no parser but its own, which would run anything: so first the text must be seen to hold nothing but
 * values (the check of Crockford's json2, without what JScript 5.1 lacks). Null when it is no JSON.
 */
function readJson(text: string): unknown {
  const bare = text
    .replace(/\\["\\\/bfnrtu]/g, '@')
    .replace(/"[^"\\\n\r]*"|true|false|null|-?\d+(\.\d*)?([eE][+\-]?\d+)?/g, ']')
    .replace(/(^|:|,)(\s*\[)+/g, '');
  if (!/^[\],:{}\s]*$/.test(bare)) return null;
  try {
    return eval('(' + text + ')');
  } catch (fault) {
    return null;
  }
}

/** JSON of a value made of texts, numbers, booleans, null, lists and tables. */
function jsonOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return jsonCell(value);
  const parts: string[] = [];
  if (isList(value)) {
    for (let i = 0; i < value.length; i++) parts[i] = jsonOf(value[i]);
    return '[' + parts.join(',') + ']';
  }
  const table = value as Record<string, unknown>;
  for (const name in table) parts[parts.length] = jsonMember(name, jsonOf(table[name]));
  return '{' + parts.join(',') + '}';
}

/** By the way it is shown: a table may have a member `length`. */
function isList(value: unknown): value is unknown[] {
  return (value as object).constructor === Array;
}
