// The types of the one namespace that content scripts, pages and worker share, and of what crosses between them.

type State = "down" | "stranger" | "unpaired" | "version" | "blocked" | "refused";
type Outcome = "clean" | "fixed" | "anyway" | "unchecked" | "warned";
type Channel = "sms" | "mms" | "rcs" | "whatsapp" | "email";
type Severity = "block" | "warn" | "info" | "hint";

/** Half open, in UTF-16 code units of the text as it was sent. */
interface Span {
  start: number;
  end: number;
}
interface Edit {
  span: Span;
  text: string;
}
interface Finding {
  code: string;
  severity: Severity;
  title: string;
  detail: string;
  why: string;
  fix: string;
  span: Span;
  link: number | null;
  edit: Edit | null;
  /** Nobody may silence it for good; older helpers do not say. */
  locked?: boolean;
}
interface Link {
  span: Span;
  written: string;
  url: string | null;
  host: string | null;
  domain: string | null;
  kind: "plain" | "tracked" | "foreign" | "other";
  /** What phones make of it, by the helper's model; older helpers do not say. `android` is null where Android shows no link there. */
  phones?: { android: { span: Span; url: string } | null; ios: "yes" | "likely" | "unlikely" } | null;
}
interface Review {
  verdict: "ok" | "warn" | "block";
  links: Link[];
  findings: Finding[];
  segments: { encoding: "GSM-7" | "UCS-2"; units: number; segments: number; remaining: number; forced_by: Span[] };
  after_tracking: { segments: number; units: number };
}
interface TrackedLink {
  slug: string;
  short_url: string;
  destination: string;
}
interface Rewrite {
  text: string;
  edits: Edit[];
  tracked_links: TrackedLink[];
  review: Review;
  notice: string | null;
}

interface Failure {
  ok: false;
  state: State;
  /** Of "refused" the server's own sentence, or "off" for a site that is not on; of "down" perhaps "slow"; of "stranger" perhaps "unproven". */
  detail: string | null;
  /** Of a refused request: which fields, and what is wrong with each. */
  errors?: { field: string; detail: string }[];
}
/** What the worker answers to a message whose good answer carries T. */
type Answer<T extends object = object> = ({ ok: true } & T) | Failure;

interface Writing {
  text: string;
  contact: string | null;
  campaign: string | null;
  channel: Channel;
}
/** What a message was sent with; its text is no part of it. */
interface Sent {
  links: string[];
  outcome: Outcome;
  title: string | null;
  contact: string | null;
}

type ToWorker =
  | { type: "hello" }
  | ({ type: "review" } & Writing)
  | ({ type: "rewrite" } & Writing)
  | ({ type: "sent" } & Sent)
  | { type: "never"; code: string }
  | { type: "open"; page: "options" }
  | { type: "status"; fresh: boolean }
  | { type: "connect"; address: string | null; code: string | null; token: string | null }
  | { type: "policy" }
  | { type: "domain"; host: string | null }
  | { type: "checkup"; host: string }
  | { type: "sites" }
  | { type: "site"; origin: string; on: boolean }
  | { type: "hear"; origin: string }
  | { type: "forget"; origin: string }
  | { type: "wanted"; origin: string }
  | { type: "opened" }
  | { type: "checks" };

interface Answers {
  hello: { on: boolean; css: string; silenced: string[]; tracking_domain: string | null };
  review: { review: Review };
  rewrite: { rewrite: Rewrite };
  sent: object;
  never: object;
  open: object;
  status: Connection;
  connect: Connection;
  policy: { policy: Policy };
  domain: { policy: Policy };
  checkup: { checkup: Checkup };
  sites: { sites: Site[] };
  site: { sites: Site[] };
  hear: { sites: Site[] };
  forget: { sites: Site[] };
  wanted: object;
  opened: { clicks: Opened[] };
  checks: { checks: Checked[] };
}

type ToContent = { type: "switched"; on: boolean } | { type: "helper"; state: "ready" | State } | { type: "bar" };

/** How it stands with the helper at the address that is used, or would be tried first. */
interface Connection {
  state: "ready" | Exclude<State, "refused">;
  /** Of "stranger" perhaps "unproven": it says that it is Linkwell and cannot prove that it is ours. */
  detail: string | null;
  address: string;
  version: string | null;
  scope: "admin" | "agent" | null;
}
interface Owner {
  name: string;
  website: string;
  email: string;
  phone: string;
  address: string;
}
interface Policy {
  tracking_domain: string | null;
  approved_destinations: string[];
  allowed_shorteners: string[];
  require_tracking: boolean;
  owner: Owner;
  locked: string[];
}
interface Checkup {
  host: string;
  checked_at: string;
  steps: { name: string; state: "pass" | "warn" | "fail" | "unknown"; evidence: string; fix: string | null }[];
}
interface Site {
  origin: string;
  on: boolean;
  /** Codes of the checks that this site's person never wants to hear of. */
  silenced?: string[];
}
interface Opened {
  slug: string;
  short_url: string;
  destination: string;
  contact: string | null;
  campaign: string | null;
  clicks: number;
  previews: number;
  first_click_at: string | null;
  last_click_at: string | null;
  last_visit_at: string;
}
/** A message that was sent, as the popup lists it. */
interface Checked extends Sent {
  at: number;
  host: string;
}

/** One part of an icon: the element's name and its attributes. */
type IconShape = [name: string, attributes: Record<string, string>];

interface Linkwell {
  panel: {
    word(key: string, ...values: (string | number)[]): string;
    /** The word for one or for several: key_one, key_other. */
    count(key: string, n: number, ...values: (string | number)[]): string;
    /** A sentence with elements in the places that the locale gives them. */
    sentence(key: string, ...parts: (string | Node)[]): (string | Node)[];
    element<K extends keyof HTMLElementTagNameMap>(
      tag: K,
      attributes?: Record<string, string | boolean | null>,
      ...children: (string | Node)[]
    ): HTMLElementTagNameMap[K];
    ago(time: number, now: number): string;
    clock(time: number): string;
    /** Give the document its language, words and icons: data-word, data-placeholder, data-aria-label, data-icon. */
    fill(): void;
    byId<T extends HTMLElement = HTMLElement>(id: string): T;
  };
  protocol: {
    limits: Record<"text" | "reference" | "title" | "links" | "url" | "host" | "address" | "secret", number>;
    states: State[];
    outcomes: Outcome[];
    channels: Channel[];
    /** The fields of each message by name of type; a "?" allows null. */
    content: Record<string, Record<string, string>>;
    page: Record<string, Record<string, string>>;
  };
  contentFiles: { scripts: string[]; styles: string[] };
  icons: {
    shapes: Record<string, IconShape[]>;
    /** An <svg> of 16 by 16 that takes the colour of the text around it; hidden from assistive technology. */
    draw(name: string, className?: string): SVGSVGElement;
  };
  browser: {
    alive(): boolean;
    version(): string;
    platform(): Promise<string>;
    url(path: string): string;
    word(key: string, values?: string[]): string;
    send<M extends ToWorker>(message: M): Promise<Answer<Answers[M["type"]]>>;
    onMessage(answer: (message: unknown, sender: chrome.runtime.MessageSender) => Promise<unknown> | undefined): void;
    openOrClosedRoot(element: HTMLElement): ShadowRoot | null;
    openOptions(): Promise<void>;
    onStart(run: () => void): void;
    onCommand(run: (command: string, tab: number | undefined) => void): void;
    keepStorageFromPages(): Promise<void>;
    /** Stored for good, out of reach of pages. */
    kept(key: string): Promise<unknown>;
    keep(key: string, value: unknown): Promise<void>;
    drop(key: string): Promise<void>;
    /** Stored until the browser closes. */
    remembered(key: string): Promise<unknown>;
    remember(key: string, value: unknown): Promise<void>;
    onRemembered(run: (keys: string[]) => void): void;
    onKept(run: (keys: string[]) => void): void;
    mayReach(pattern: string): Promise<boolean>;
    askToReach(pattern: string): Promise<boolean>;
    onReachChanged(run: () => void): void;
    /** Register, change or, without a match, remove the one set of content scripts with this id. */
    registerScripts(script: chrome.scripting.RegisteredContentScript): Promise<void>;
    inject(tab: number, files: string[]): Promise<void>;
    tabsAt(patterns: string[]): Promise<chrome.tabs.Tab[]>;
    tabsHere(): Promise<chrome.tabs.Tab[]>;
    thisTab(): Promise<chrome.tabs.Tab | undefined>;
    /** Whether anybody in the tab heard it. */
    tell(tab: number, message: ToContent): Promise<boolean>;
    /** null takes the sign away. */
    badge(sign: { text: string; title: string } | null, tab: number): Promise<void>;
    badgeColours(background: string, text: string): Promise<void>;
  };
}

declare var linkwell: Linkwell;

/** Where a content script's message comes from. */
interface Source {
  origin: string;
  tab: number | undefined;
}

interface String {
  /** Lone surrogates replaced; every browser we run in has it. */
  toWellFormed(): string;
}
