import assert from "node:assert/strict";
import { test } from "node:test";

import { issueAddress } from "../../../theme/js/lib/forge.js";

const TEXT = "Regel één\nregel “twee” & 100% + #3";

test("GitHub and GitLab get the text in their own parameters, other forges only the page of the project", () => {
  const github = issueAddress({ repository: "https://github.com/w/w", forge: "github" }, "T", TEXT, "");
  assert.deepEqual(Object.fromEntries(new URL(github.address).searchParams), { title: "T", body: TEXT });
  const gitlab = new URL(issueAddress({ repository: "https://gitlab.com/w/w", forge: "gitlab" }, "T", TEXT, "").address);
  assert.equal(gitlab.pathname, "/w/w/-/issues/new");
  assert.deepEqual(Object.fromEntries(gitlab.searchParams), { "issue[title]": "T", "issue[description]": TEXT });
  assert.deepEqual(issueAddress({ repository: "https://code.x.nl", forge: "" }, "T", TEXT, ""), { address: "https://code.x.nl", isFilled: false });
});

test("text that is too long for an address has to be pasted", () => {
  const { address, isFilled } = issueAddress({ repository: "https://github.com/w/w", forge: "github" }, "T", "woord ".repeat(2000), "Plak hier");
  assert.deepEqual([new URL(address).searchParams.get("body"), isFilled], ["Plak hier", false]);
});
