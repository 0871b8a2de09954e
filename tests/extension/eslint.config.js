/** What eslint asks of the extension and of the pages and bundles that its tests are made from. Run from the project's folder. */
import js from "@eslint/js";
import globals from "globals";

const strict = {
  ...js.configs.recommended.rules,
  curly: ["error", "multi-line"],
  eqeqeq: "error",
  "no-alert": "error",
  "no-console": "error",
  "no-else-return": "error",
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-misleading-character-class": ["error", { allowEscape: true }],
  "no-new-func": "error",
  "no-param-reassign": "error",
  "no-script-url": "error",
  "no-var": "error",
  "no-warning-comments": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
  "prefer-template": "error",
};

const banned = {
  "no-restricted-properties": [
    "error",
    ...["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "write"].map((property) => ({
      property,
      message: "Build nodes instead: text from a page must never become markup.",
    })),
  ],
};

export default [
  { ignores: ["**/node_modules/**", ".venv/**", "**/*.min.js", "dist/**", "build/**"] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  {
    files: ["extension/**/*.js"],
    languageOptions: { ecmaVersion: 2024, sourceType: "script", globals: { ...globals.browser, ...globals.webextensions } },
    rules: { ...strict, ...banned },
  },
  {
    files: ["extension/{background,options,popup}/**/*.js"],
    languageOptions: { sourceType: "module", globals: { ...globals.serviceworker } },
  },
  {
    files: ["server/**/*.js", "tests/**/*.js", "tests/**/*.jsx"],
    languageOptions: {
      ecmaVersion: 2024,
      sourceType: "module",
      parserOptions: { ecmaFeatures: { jsx: true } },
      globals: { ...globals.browser, ...globals.node },
    },
    rules: strict,
  },
];
