"""A browser as old as the oldest target in theme/build.mjs: newer features are removed from Chromium."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

_LIMITS = """
const [api, pseudo] = [API, new RegExp(PSEUDO)];
for (const [path, name] of api) {
  const holder = path.reduce((holder, part) => holder?.[part], window);
  if (holder && Object.hasOwn(holder, name)) delete holder[name];
}
for (const { prototype } of [Document, DocumentFragment, Element]) {
  for (const name of ["querySelector", "querySelectorAll", "closest", "matches"].filter((name) => name in prototype)) {
    const own = prototype[name];
    prototype[name] = function (selector) {
      if (pseudo.test(selector)) throw new SyntaxError(`${name}: ${selector}`);
      return own.call(this, selector);
    };
  }
}
window.RegExp = new Proxy(RegExp, { construct(kind, [source, ...rest], self) {
  if (/\\(\\?<[=!]/.test(source)) throw new SyntaxError(`no looking back: ${source}`);
  return Reflect.construct(kind, [source, ...rest], self);
}, apply: (kind, _, given) => new RegExp(...given) });
const times = [];
for (const name of ["pushState", "replaceState"]) {
  const own = history[name].bind(history);
  history[name] = (...given) => {
    while (Date.now() - times[0] > 30_000) times.shift();
    if (times.push(Date.now()) > MOST) throw new DOMException(`history.${name} more than MOST times`, "SecurityError");
    own(...given);
  };
}
"""
_MOST_CHANGES = 100
"""Of the address in 30 seconds, in Safari."""


def make_old_browser() -> str:
    """Return a script that removes what a target of theme/build.mjs lacks according to MDN's data."""
    data = json.loads((ROOT / "node_modules/@mdn/browser-compat-data/data.json").read_text(encoding="utf-8"))
    named = re.search(r"ESBUILD_TARGETS = (\[.*\])", (ROOT / "theme/build.mjs").read_text(encoding="utf-8"))
    assert named
    targets = {name: _version(version) for name, version in re.findall(r'"([a-z]+)([\d.]+)"', named[1])}
    javascript, interfaces = data["javascript"]["builtins"], data["api"]
    removed = [*_missing(javascript, targets), *_missing(interfaces, targets)]
    pseudo = "|".join(name for name, node in data["css"]["selectors"].items() if _is_new(node.get("__compat"), targets))
    kept = "[Tt]rusted|Clipboard|replaceSync|adoptedStyleSheets"  # Chromium asks for the first, tests for the others
    removed = [found for found in removed if not re.search(kept, str(found))]
    script = _LIMITS.replace("API", json.dumps(removed), 1).replace("PSEUDO", json.dumps(rf":(?:{pseudo})(?![\w-])"), 1)
    return f"(() => {{{script.replace('MOST', str(_MOST_CHANGES))}}})()"


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


def _missing(tree: dict[str, Any], targets: dict[str, tuple[int, ...]]) -> Iterator[tuple[list[str], str]]:
    """Yield the path of each missing feature: the names of its holder, and its own."""
    for name, node in tree.items():
        if _is_new(node.get("__compat"), targets):
            yield [], name
            continue
        for inner, member in node.items():
            if inner.isidentifier() and inner != "__compat" and _is_new(member.get("__compat"), targets):
                if not inner.endswith("_static"):
                    yield [name, "prototype"], inner
                if member["__compat"].get("mdn_url", "").count("/Global_Objects/") or inner.endswith("_static"):
                    yield [name], inner.removesuffix("_static")


def _is_new(compat: dict[str, Any] | None, targets: dict[str, tuple[int, ...]]) -> bool:
    """Return whether one of the targets is older than this; features that none of the three has do not count."""
    if compat is None:
        return False
    return any(_since(compat["support"].get(browser)) > version for browser, version in targets.items())


def _since(support: Any) -> tuple[int, ...]:
    """Return the version that has it by this name, without a switch; a very high one for never."""
    never = (10_000,)
    for found in support if isinstance(support, list) else [support]:
        added = (found or {}).get("version_added")
        if isinstance(added, str) and not {"flags", "prefix", "alternative_name"} & found.keys():
            return never if added == "preview" else _version(added.removeprefix("≤"))
    return never
