// @ts-check
// Every call to chrome.*, under the name of what it is for. Nothing else in the extension touches chrome.
{
  const api = globalThis.chrome;

  /**
   * Tabs come and go while we speak to them: errors that only say so are no errors.
   * @param {Error} error
   * @param {RegExp} expected
   */
  const without = (error, expected) => {
    if (!expected.test(error.message)) throw error;
    return false;
  };

  /** @type {Linkwell["browser"]} */
  const browser = {
    // An updated or removed extension leaves its content scripts behind without a runtime.
    alive: () => Boolean(api.runtime?.id),
    platform: async () => (await api.runtime.getPlatformInfo()).os,
    version: () => api.runtime.getManifest().version,
    url: (path) => api.runtime.getURL(path),
    word: (key, values = []) => api.i18n.getMessage(key, values),

    send: (message) => api.runtime.sendMessage(message),
    onMessage: (answer) => {
      api.runtime.onMessage.addListener((message, sender, respond) => {
        const promise = answer(message, sender);
        promise?.then(respond);
        return Boolean(promise);
      });
    },
    openOrClosedRoot: (element) => api.dom.openOrClosedShadowRoot(element),

    openOptions: () => api.runtime.openOptionsPage(),
    onStart: (run) => {
      api.runtime.onInstalled.addListener(() => run());
      api.runtime.onStartup.addListener(() => run());
    },
    onCommand: (run) => api.commands.onCommand.addListener((command, tab) => run(command, tab?.id)),

    // Without this any content script could read what is stored, the token included.
    keepStorageFromPages: () => api.storage.local.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" }),
    kept: async (key) => (await api.storage.local.get(key))[key],
    keep: (key, value) => api.storage.local.set({ [key]: value }),
    drop: (key) => api.storage.local.remove(key),
    remembered: async (key) => (await api.storage.session.get(key))[key],
    remember: (key, value) => api.storage.session.set({ [key]: value }),
    onRemembered: (run) => {
      api.storage.session.onChanged.addListener((changes) => run(Object.keys(changes)));
    },
    onKept: (run) => {
      api.storage.local.onChanged.addListener((changes) => run(Object.keys(changes)));
    },

    mayReach: (pattern) => api.permissions.contains({ origins: [pattern] }),
    // Chrome asks only on a click, and is not to be asked for what it has granted.
    askToReach: async (pattern) => (await browser.mayReach(pattern)) || api.permissions.request({ origins: [pattern] }),
    onReachChanged: (run) => {
      api.permissions.onAdded.addListener(() => run());
      api.permissions.onRemoved.addListener(() => run());
    },

    registerScripts: async (script) => {
      const [old] = await api.scripting.getRegisteredContentScripts({ ids: [script.id] });
      if (script.matches?.length) await (old ? api.scripting.updateContentScripts([script]) : api.scripting.registerContentScripts([script]));
      else if (old) await api.scripting.unregisterContentScripts({ ids: [script.id] });
    },
    inject: async (tab, files) => {
      const run = api.scripting.executeScript({ target: { tabId: tab, allFrames: true }, files, injectImmediately: true });
      await run.catch((error) => without(error, /No tab with id|error page|Cannot access|was removed/));
    },
    tabsAt: (patterns) => (patterns.length ? api.tabs.query({ url: patterns }) : Promise.resolve([])),
    tabsHere: () => api.tabs.query({ currentWindow: true }),
    thisTab: () => api.tabs.getCurrent(),
    tell: (tab, message) =>
      api.tabs.sendMessage(tab, message).then(
        () => true,
        (error) => without(error, /Receiving end does not exist|No tab with id|message (port|channel) closed/),
      ),

    badge: async (sign, tab) => {
      const gone = (/** @type {Error} */ error) => without(error, /No tab with id/);
      await Promise.all([
        api.action.setBadgeText({ tabId: tab, ...(sign && { text: sign.text }) }).catch(gone),
        api.action.setTitle({ title: sign?.title ?? api.runtime.getManifest().name, tabId: tab }).catch(gone),
      ]);
    },
    badgeColours: async (background, text) => {
      await Promise.all([api.action.setBadgeBackgroundColor({ color: background }), api.action.setBadgeTextColor({ color: text })]);
    },
  };
  Object.assign((globalThis.linkwell ??= /** @type {Linkwell} */ ({})), { browser });
}
