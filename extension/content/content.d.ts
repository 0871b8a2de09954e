// The types of the in-page half: what the content scripts hang into the one namespace, and what they pass to each other.

/** What is known of one site, as data. Patterns are regular expressions without flags, matched without regard to case. */
interface Adapter {
  id: string;
  /** Host names; "*" stands for every site that has no adapter of its own. */
  hosts: string[];
  composer: {
    /** What may be a message box, and what never is one. */
    fits: string;
    never: string;
    /** A field of one line is one only under such a name, or beside a Send without such another name. */
    named: string;
    otherwise: string;
  };
  send: { fits: string; named: string; never: string };
  sendKeys: {
    /** Words near the composer that say what Enter does, and elements that say it. */
    enter: string;
    notEnter: string;
    says: string;
    /** What a person can switch under such words decides by how it stands. */
    switches: string;
    /** Enter in a box of at most so many lines is taken for Send until the page shows otherwise. */
    lines: number;
  };
  contact: string | null;
  campaign: string | null;
  channel: Channel;
  /** Whether somebody has seen it work on the real site. */
  seen: boolean;
}

/** How text is read and replaced in one kind of message box. Spans count UTF-16 units of what `read` returns. */
interface Editor {
  id: string;
  fits(element: HTMLElement): boolean;
  read(element: HTMLElement): string;
  selection(element: HTMLElement): Span | null;
  select(element: HTMLElement, span: Span): void;
  /** Apply edits that are in order and do not overlap; whoever calls reads again to see whether they took. */
  replace(element: HTMLElement, edits: Edit[]): Promise<void>;
  /** The place of a span in the document, where the editor can tell. */
  ranges(element: HTMLElement, spans: Span[]): (Range | null)[];
}

/** Where a character of a text stands in the document; a line break that a block makes has no length there. */
interface Place {
  node: Node;
  start: number;
  end: number;
}
interface Reading {
  text: string;
  places: Place[];
}

interface Composer {
  element: HTMLElement;
  editor: Editor;
  adapter: Adapter;
}

/** What the bar shows. */
type View =
  | { kind: "hidden" }
  | { kind: "checking"; links: number }
  | { kind: "reviewed"; review: Review; findings: Finding[]; undo: boolean; notice: string | null }
  | { kind: "unchecked"; failure: Failure }
  | { kind: "updated" }
  | { kind: "note"; text: string; icon: Mark; action: NoteAction | null };
interface NoteAction {
  words: string;
  run(): void;
}
type Mark = "block" | "warn" | "info" | "ok" | "unknown" | "tracked" | "checking";

/** What the bar, the card and the hold ask of the watch over their composer. */
interface Acts {
  fix(findings: Finding[]): void;
  track(): void;
  undo(): void;
  retry(): void;
  ignore(finding: Finding): void;
  never(finding: Finding): void;
  openOptions(): void;
  reload(): void;
  /** Back to the message, with the selection it had. */
  giveBack(): void;
  open(finding: Finding, chip: HTMLElement): void;
}

interface Bar {
  element: HTMLElement;
  show(view: View): void;
  /** Light up the chip of the finding whose card is open. */
  mark(finding: Finding | null): void;
  focus(): boolean;
}
interface Card {
  readonly finding: Finding | null;
  open(finding: Finding, text: string, review: Review): void;
  /** Speak of the same finding in the text as it stands now; `null` where that is gone. */
  follow(text: string, review: Review, findings: Finding[]): Finding | null;
  close(): void;
}
/** The finding of an open card, in the text that it was found in. */
interface Shown {
  finding: Finding;
  text: string;
  review: Review;
}
interface Hold {
  readonly isOpen: boolean;
  open(what: Held): void;
  close(): void;
}
interface Held {
  text: string;
  review: Review;
  findings: Finding[];
  /** Said in place of the list's introduction. */
  trouble: string | null;
  /** Offered for copying where the edits did not take. */
  copy: (() => void) | null;
  fixAndSend(): void;
  sendAnyway(): void;
  back(): void;
  /** Enter may have meant a new line; with what was typed after it. */
  newLine: ((typed: string) => void) | null;
}

/** Where the interface of one composer lives. */
interface Host {
  element: HTMLElement;
  layer: HTMLElement;
  /** Hang it into the document, again where the page took it out. */
  attach(): void;
  /** Stand above the bars of other composers while a dialog is open. */
  raise(): void;
  setTheme(theme: "light" | "dark"): void;
  remove(): void;
}
interface Dock {
  place(): void;
  placeCard(card: HTMLElement, span: Span): void;
  placeHold(hold: HTMLElement): void;
  stop(): void;
}

/** What is known of a text at the moment of sending. */
type Judgement = "clean" | "bad" | "pending" | "unchecked";

/** What the parts of one watch share. */
interface Scene {
  composer: Composer;
  reviews: ReturnType<Linkwell["reviewer"]>;
  /** The text that was shown last, and why it could not be reviewed. */
  text: string;
  failure: Failure | null;
  /** A text that may go as it is, by the person's own decision. */
  pass: { text: string; outcome: Outcome } | null;
  caret: Span | null;
  tracked: { text: string; notice: string | null } | null;
  outcome: Outcome;
  busy: boolean;
  enter: Watch["enter"];
  read(): string;
  /** The findings that the person still wants to hear of. */
  heard(text: string): Finding[];
  problems(): Finding[];
  remember(): void;
  giveBack(): void;
  show(): void;
  /** Show this until the next input, or for a while only. */
  last(view: View, fades?: boolean): void;
  check(woken?: boolean): Promise<void>;
  /** The message has gone. */
  sent(): void;
}

/** One composer under watch. */
interface Watch {
  composer: Composer;
  /** What Enter does here, as far as the page has shown. */
  enter: "unknown" | "sends" | "breaks";
  read(): string;
  judge(): Judgement;
  input(): void;
  /** Hold a message back: until its verdict is there, or until the person has decided. */
  hold(attempt: Attempt, released: Promise<void>): void;
  readonly held: boolean;
  /** Whether the text has changed since it was held: then Enter was no Send. */
  typedOn(): boolean;
  /** A message went by itself, on such a judgement. */
  passed(text: string, judged: Judgement): void;
  /** Look again: the focus came, or the helper came back. */
  wake(): void;
  /** To the bar, and from there back to the message. */
  toBar(): void;
  inUse(): boolean;
  stop(): void;
}

/** One try to send a message. */
interface Attempt {
  watch: Watch;
  /** The button, the form or the composer that the event went to. */
  element: HTMLElement;
  kind: "button" | "key" | "submit";
  key: KeyboardEventInit | null;
  /** Enter where the page has not shown yet what it does with it. */
  guessed: boolean;
}

interface Linkwell {
  adapters: Adapter[];
  editors: Editor[];
  read(root: HTMLElement): Reading;
  /** Whether spaces in a row show as one. */
  collapses(element: Element): boolean;
  words: {
    say(key: string, ...values: (string | number)[]): string;
    count(key: string, n: number): string;
    state(failure: Failure): string;
    kind(severity: Severity): string;
  };
  build(tag: string, attributes?: Record<string, string | null>, ...children: (Node | string)[]): HTMLElement;
  button(words: string | Node, run: (event: Event) => void, className?: string): HTMLButtonElement;
  edits: {
    /** The edits in order, without those that overlap an earlier one. */
    inOrder(edits: Edit[]): Edit[];
    apply(text: string, edits: Edit[]): string;
    /** Where a position stands after the edits. */
    moved(position: number, edits: Edit[]): number;
    of(findings: Finding[]): Edit[];
  };
  findings: {
    worstFirst(findings: Finding[]): Finding[];
    isProblem(finding: Finding): boolean;
    key(finding: Finding, text: string): string;
    worst(findings: Finding[]): Mark;
    mark(severity: Severity): Mark;
    /** Whether a tracked link in its place mends it. */
    trackMends(finding: Finding): boolean;
    /** A `dl` of the link now and the link fixed; null where there is nothing to show. */
    diff(finding: Finding, text: string, review: Review): HTMLElement | null;
    /** The line that says what Android opens, where that is not the address that is meant; `null` where it is. */
    android(finding: Finding, review: Review): HTMLElement | null;
    /** How many links a text seems to hold, before the helper has said. */
    guess(text: string): number;
  };
  page: {
    /** The element that holds this one, through shadow roots. */
    parent(element: Node): HTMLElement | null;
    form(element: HTMLElement): HTMLFormElement | null;
    /** The topmost document of the same origin that this one is shown in. */
    top(from: Document): Document;
    /** Where an element stands in the topmost document of its origin. */
    box(element: Element): DOMRect;
    /** A rectangle inside a frame, as the topmost document counts. */
    outward(rect: DOMRect, from: Document): DOMRect;
    name(element: Element): string;
    theme(element: HTMLElement): "light" | "dark";
    frames(): Promise<void>;
    /** A duration of waiting, for things that no event tells of. */
    after(ms: number): Promise<void>;
  };
  composers: {
    of(element: Element | null): Composer | null;
    near(element: Element): Composer[];
    /** What sends this composer's message by a press. */
    sends(composer: Composer): HTMLElement[];
    /** The box that a person takes for the composer, with its tools. */
    outline(composer: Composer): Element;
    enterSends(composer: Composer, learned: Watch["enter"]): { sends: boolean; guessed: boolean };
  };
  sending: {
    of(event: Event): Attempt | null;
    /** Do what the person did, once more. Whether the page reacted. */
    again(attempt: Attempt, text: string): Promise<boolean>;
    readonly isOurs: boolean;
  };
  watches: {
    css: string;
    /** Codes of the checks that this site's person never wants to hear of. */
    silenced: Set<string>;
    all(): Watch[];
    over(composer: Composer): Watch;
    /** The watch over the composer that this element is or lies in. */
    at(element: Element): Watch | null;
    stop(): void;
  };
  worker: { ask<M extends ToWorker>(message: M): Promise<Answer<Answers[M["type"]]>> };
  reviewer(composer: Composer): {
    known(text: string): Review | null;
    ask(text: string): Promise<Review | Failure>;
    writing(text: string): Writing;
    keep(text: string, review: Review): void;
  };
  host(composer: Composer): Host;
  dock(composer: Composer, host: Host, bar: HTMLElement): Dock;
  bar(acts: Acts): Bar;
  card(host: Host, dock: Dock, acts: Acts): Card;
  hold(host: Host, dock: Dock): Hold;
  repairs(scene: Scene): Pick<Acts, "fix" | "track" | "undo">;
  /** Apply edits and read again: whether they took, and what should stand there now. */
  apply(scene: Scene, list: Edit[]): Promise<{ took: boolean; expected: string }>;
  holding(scene: Scene, hold: Hold): Pick<Watch, "judge" | "hold" | "typedOn" | "passed">;
  clipboard: { put(text: string): Promise<void> };
  underlines: { paint(composer: Composer, text: string, review: Review | null, findings: Finding[], theme: "light" | "dark"): void; clear(element: HTMLElement): void };
  watch(composer: Composer): Watch;
  started: boolean;
  guard: { listen(target: Window): void; on: boolean };
}
