// @ts-check
// Any site that a person switched on and that has no adapter of its own.
{
  /** @type {Adapter} */
  const generic = {
    id: "generic",
    hosts: ["*"],
    composer: {
      fits: "textarea:not([readonly]), [contenteditable]:not([contenteditable='false']), input:not([type]), input[type='text']",
      never:
        "[role='searchbox'], input[role='combobox'], [aria-hidden='true'] *, [role='search'] *, search *, form:has(input[type='password']) *, " +
        "form:has(input[type='search']) input, .CodeMirror *, .cm-editor *, .monaco-editor *",
      named: "\\b(message|reply|text|sms|chat|comment|write|type)\\b",
      otherwise:
        "\\b(search|find|filter|name|e-?mail|phone|number|user|password|code|title|subject|address|url|link|city|zip|date|amount|to|cc|bcc|recipients?)\\b",
    },
    send: {
      fits: "button, input[type='submit'], input[type='button'], input[type='image'], [role='button']",
      named: "^\\W*(schedule )?send(?!er)\\b",
      never: "^\\W*(attach|add|insert|upload|remove|cancel|discard|delete|close|back|search)\\b",
    },
    sendKeys: {
      enter: "(?<!(ctrl|control|cmd|command|alt|option|shift|⌘|⇧|⌃)[\\s+-]{0,3})(\\benter\\b|\\breturn\\b|↵|⏎)[^.]{0,20}\\bsend|\\bsend[^.]{0,20}(with|by|on|press|hit|\\()\\s*(enter|return|↵|⏎)",
      notEnter: "((ctrl|control|cmd|command|⌘|⌃)[\\s+-]{0,3}(enter|return|↵|⏎))|\\benter\\b[^.]{0,20}\\b(new line|line break|paragraph)",
      switches: "[role='switch'], [role='checkbox'], [role='menuitemcheckbox'], input[type='checkbox']",
      says: "[enterkeyhint='send'], [aria-keyshortcuts~='Enter']",
      lines: 4,
    },
    contact: null,
    campaign: null,
    channel: "sms",
    seen: true,
  };
  (globalThis.linkwell.adapters ??= []).push(generic);
}
