/**
 * What a reader of a page meets who zooms in, spaces text out, or has only a keyboard; each function returns what is wrong.
 * Run in the page as it is at that moment.
 */
(() => {
  const MOST_ALIKE = 3;
  const PRESSED = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";

  /** An element in a few words. */
  const nameOf = (element) => `${element.tagName.toLowerCase()}.${[...element.classList].join(".")} “${(element.innerText ?? "").trim().slice(0, 40)}”`;

  const isShown = (element) => getComputedStyle(element).visibility === "visible" && !element.closest("details:not([open]) > :not(summary)") && element.getClientRects().length > 0 && !element.closest(".mvo-visually-hidden, [inert]");

  const dialog = () => document.querySelector("dialog[open]") ?? document;

  const focusable = () => [...dialog().querySelectorAll(PRESSED)].filter((element) => element.tabIndex >= 0 && !element.disabled && isShown(element));

  /** Of many that look the same and stand below each other, leave the first: more of them teach nothing and take time. Each row of a comparison says something else. */
  function thinOut() {
    for (const parent of document.querySelectorAll("main, main :not(svg *, .mvo-compare *)")) {
      const alike = new Map();
      for (const child of [...parent.children].filter(isShown)) {
        const look = String([...new Set([child, ...child.querySelectorAll("*")].map(({ tagName, className }) => `${tagName} ${className.baseVal ?? className}`))]);
        const { top, bottom } = child.getBoundingClientRect();
        const { count, end } = alike.get(look) ?? { count: 0, end: bottom };
        if (count >= MOST_ALIKE && top >= end && !child.contains(document.activeElement)) child.remove();
        else alike.set(look, { count: count + 1, end });
      }
    }
  }

  /** Parts that stick out at the side, unless they stand in something that says it scrolls. */
  function stickingOut() {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => isShown(element) && element.getBoundingClientRect().right > width + 1 && !scrollerOf(element))
      .map((element) => `sticks out: ${nameOf(element)}`)
      .slice(-5);
  }

  function scrollerOf(element) {
    for (let parent = element.parentElement; parent; parent = parent.parentElement) {
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(parent).overflowX)) return parent;
    }
    return null;
  }

  /** Boxes that scroll sideways without that a keyboard can do so. */
  function scrollersOutOfReach() {
    return [...document.body.querySelectorAll("*")]
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1 && isShown(element))
      .filter((element) => element.tabIndex < 0 && !element.querySelector(PRESSED) && !element.matches("textarea, input, select"))
      .map((element) => `scrolls for a mouse only: ${nameOf(element)}`);
  }

  /** Text that its box cuts off. */
  function cutOff() {
    return [...document.body.querySelectorAll("*")]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        if (!isShown(element) || !element.innerText?.trim() || element.matches("select, textarea, input")) return false;
        const isCutAside = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
        const isCutBelow = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
        return isCutAside || isCutBelow;
      })
      .map((element) => `cut off: ${nameOf(element)}`);
  }

  /** The spacing that a reader must be able to set (WCAG 1.4.12). */
  function spaceOut() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
    document.adoptedStyleSheets = [sheet];
    const problems = [...stickingOut(), ...cutOff()].map((problem) => `spaced out: ${problem}`);
    document.adoptedStyleSheets = [];
    return problems;
  }

  /** The same with a word of 32 letters, as Dutch can make them, in every title, name and sentence but those of our own buttons; the page is spoilt. */
  function lengthen() {
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      if (!text.parentElement.closest("svg, script, style, option, code, button, .nl-button, .mvo-visually-hidden")) text.data = text.data.replace(/\p{L}{4,}/u, "verhuurderheffingsverminderingen");
    }
    return [...stickingOut(), ...cutOff()].map((problem) => `long words: ${problem}`);
  }

  /** Things to press that show no difference when a keyboard comes to them, or that something lies over. */
  function lostFocus() {
    const look = (element, part) => {
      const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor, stroke, strokeWidth } = getComputedStyle(element, part);
      return [outlineStyle === "none" ? "" : outlineStyle + outlineWidth, boxShadow, backgroundColor, borderColor, stroke, strokeWidth].join();
    };
    // What shows the focus may be the label around it, a card that it covers, or a shape in it.
    const looks = (element) =>
      [element, element.closest("label") ?? element, ...element.querySelectorAll("*")].map((one) => look(one) + look(one, "::before") + look(one, "::after")).join();
    const problems = [];
    for (const element of focusable()) {
      document.activeElement?.blur();
      const before = looks(element);
      element.focus();
      if (document.activeElement !== element) continue;
      if (before === looks(element)) problems.push(`focus is not seen: ${nameOf(element)}`);
      if (isCovered(element)) problems.push(`something lies over it: ${nameOf(element)}`);
    }
    document.activeElement?.blur();
    scrollTo(0, 0);
    return problems;
  }

  /** Whether something else lies over every part of an element that is on the screen (WCAG 2.4.11). */
  function isCovered(element) {
    const places = [...element.getClientRects()].flatMap(({ left, right, top, bottom }) => [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, bottom - 3]]);
    const onScreen = places.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    const hits = onScreen.map(([x, y]) => document.elementFromPoint(x, y));
    return hits.length === 0 || hits.every((hit) => !hit || !(element.contains(hit) || hit.closest("label")?.contains(element)));
  }

  /**
   * Text that is hardly seen. In forced colours axe cannot say: it reads `-webkit-text-fill-color`, which a browser does
   * not force although it paints the forced colour. In others axe says it too, in ten times the time.
   */
  function faint() {
    const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour) => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const backgroundOf = (element) => {
      for (let one = element; one; one = one.parentElement) {
        const { backgroundColor } = getComputedStyle(one);
        if ((channels(backgroundColor)[3] ?? 1) > 0) return backgroundColor;
      }
      return "rgb(255, 255, 255)";
    };
    const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return [...document.body.querySelectorAll("*:not(svg *)")]
      .filter((element) => isShown(element) && hasText(element) && !element.matches(":disabled"))
      .filter((element) => {
        const [dark, light] = [luminance(getComputedStyle(element).color), luminance(backgroundOf(element))].sort((one, other) => one - other);
        return (light + 0.05) / (dark + 0.05) < 4.5;
      })
      .map((element) => `faint: ${nameOf(element)}`);
  }

  /** Movement that goes on although the reader asked for none. */
  function movement() {
    const isLong = (value) => value.split(",").some((part) => parseFloat(part) > 0.01);
    return [...document.querySelectorAll("*")]
      .filter((element) => {
        const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return isLong(transitionDuration) || (animationName !== "none" && isLong(animationDuration)) || scrollBehavior === "smooth";
      })
      .map((element) => `moves: ${nameOf(element)}`);
  }

  /** One heading of level 1, first of all a way past the menu, and no landmark where a heading says where one is. */
  function frame() {
    const problems = [];
    const headings = [...document.querySelectorAll("h1")].filter(isShown);
    if (headings.length !== 1) problems.push(`${headings.length} headings of level 1`);
    if (document.documentElement.lang !== "nl") problems.push("no language");
    const [first] = document.querySelectorAll(PRESSED);
    if (!first?.matches("a[href='#inhoud']") || !document.querySelector("main#inhoud")) problems.push("no link past the menu");
    const named = [...document.querySelectorAll("section:is([aria-label], [aria-labelledby])")].filter((section) => section.querySelector("h2, h3") && section.tabIndex < 0 && !section.hasAttribute("tabindex"));
    return [...problems, ...named.map((section) => `a landmark under a heading: ${nameOf(section)}`)];
  }

  globalThis.reach = { thinOut, frame, stickingOut, scrollersOutOfReach, cutOff, spaceOut, lengthen, lostFocus, faint, movement, countFocusable: () => focusable().length };
})();
