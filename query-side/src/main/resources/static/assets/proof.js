// The browser itself checks that the events of a record stand unchanged in the ledger that was signed.
"use strict";

(() => {
  const MOST_PAGES = 50;
  const utf8 = new TextEncoder();
  const base64 = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const equal = (one, other) => one.length === other.length && one.every((byte, i) => byte === other[i]);

  async function sha256(...parts) {
    const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
  }

  const leaf = entry => sha256([0], utf8.encode(entry));
  const node = (left, right) => sha256([1], left, right);

  // RFC 9162, 2.1.3.2: the root that a path leads to, or null if the path does not fit.
  async function rootOf(hash, index, size, path) {
    let place = index;
    let last = size - 1;
    for (const other of path) {
      if (last === 0) {
        return null;
      }
      if (place % 2 === 1 || place === last) {
        hash = await node(other, hash);
        while (place % 2 === 0 && place !== 0) {
          place /= 2;
          last = Math.floor(last / 2);
        }
      } else {
        hash = await node(hash, other);
      }
      place = Math.floor(place / 2);
      last = Math.floor(last / 2);
    }
    return last === 0 ? hash : null;
  }

  function opened(note) {
    const end = note.lastIndexOf("\n\n");
    const text = note.slice(0, end + 1);
    const [origin, size, root] = text.split("\n");
    return {text, origin, size: Number(size), root: base64(root), lines: note.slice(end + 2).split("\n")};
  }

  // Whether one of the log's keys signed: true, false, or null where the browser has no Ed25519.
  async function signed(checkpoint, keys) {
    for (const [, name, id, key] of keys.map(key => /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(key) ?? [])) {
      if (name !== checkpoint.origin) {
        continue;
      }
      let open;
      try {
        open = await crypto.subtle.importKey("raw", base64(key).slice(1), {name: "Ed25519"}, false, ["verify"]);
      } catch {
        return null;
      }
      for (const line of checkpoint.lines.filter(line => line.startsWith("\u2014 " + name + " "))) {
        const bytes = base64(line.split(" ")[2]);
        const named = [...bytes.slice(0, 4)].map(byte => byte.toString(16).padStart(2, "0")).join("");
        if (named === id
            && await crypto.subtle.verify({name: "Ed25519"}, open, bytes.slice(4), utf8.encode(checkpoint.text))) {
          return true;
        }
      }
    }
    return false;
  }

  const bytesOf = number => {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(number));
    return bytes;
  };
  const hex = bytes => [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");

  // Whether a leaf of the tree of record heads leads to its root.
  async function holds(leafOfTree, records, root) {
    const id = Uint8Array.from(leafOfTree.idHash.match(/../g), byte => parseInt(byte, 16));
    const hash = await sha256([0], id, bytesOf(leafOfTree.sequence), bytesOf(leafOfTree.position));
    const led = await rootOf(hash, leafOfTree.index, records, leafOfTree.path.map(base64));
    return led !== null && hex(led) === root;
  }

  // Whether the last tree of record heads says that the record ended where its entries before the tree's size end.
  async function ended(head, checkpoint, id, positions) {
    const root = await rootOf(await leaf(head.entry), head.position, checkpoint.size, head.path.map(base64));
    if (!root || !equal(root, checkpoint.root)) {
      return false;
    }
    const entry = JSON.parse(head.entry);
    const tree = entry.payload;
    if (entry.position !== head.position || entry.event.name !== "record-heads.sealed" || tree.size > head.position
        || tree.size !== head.size) {
      return false;
    }
    const before = positions.filter(position => position < tree.size);
    const sought = hex(await sha256(utf8.encode(id)));
    if (before.length > 0) {
      return Boolean(head.head) && head.head.idHash === sought && head.head.sequence === before.length - 1
        && head.head.position === before[before.length - 1] && await holds(head.head, tree.records, tree.root);
    }
    const left = head.before;
    const right = head.after;
    return !head.head && (!left || left.idHash < sought && await holds(left, tree.records, tree.root))
      && (!right || right.idHash > sought && await holds(right, tree.records, tree.root))
      && (right ? right.index : tree.records) === (left ? left.index + 1 : 0);
  }

  class Broken extends Error {
    constructor(position, told = "failed") {
      super("not what was signed");
      this.position = position;
      this.told = told;
    }
  }

  async function check(address) {
    const seen = {count: 0, size: 0, whole: true, previous: null, positions: []};
    let from = 0;
    for (let pages = 0; from !== null && pages < MOST_PAGES; pages++) {
      const answer = await fetch(address + "?from=" + from, {cache: "no-store"});
      if (!answer.ok) {
        return null;
      }
      const page = await answer.json();
      const checkpoint = opened(page.checkpoint);
      const bySignature = await signed(checkpoint, page.keys);
      if (bySignature === false) {
        throw new Broken(page.items[0].position);
      }
      seen.whole &&= bySignature === true;
      for (const item of page.items) {
        const hash = await leaf(item.entry);
        const root = await rootOf(hash, item.position, checkpoint.size, item.path.map(base64));
        // only what was signed is read
        if (!root || !equal(root, checkpoint.root)) {
          throw new Broken(item.position);
        }
        const entry = JSON.parse(item.entry);
        if (entry.position !== item.position || entry.stream.sequence !== seen.count
            || entry.stream.id !== page.id || entry.prev !== seen.previous) {
          throw new Broken(item.position);
        }
        seen.previous = item.position;
        seen.positions.push(item.position);
        seen.count++;
      }
      if (page.head) {
        seen.head = page.head;
        seen.headIn = checkpoint;
      }
      seen.id = page.id;
      seen.size = checkpoint.size;
      seen.all = page.entries;
      from = page.next ?? null;
    }
    if (from === null && seen.count !== seen.all) {
      throw new Broken(seen.previous ?? 0);
    }
    if (from !== null) {
      return null;
    }
    if (seen.head && !await ended(seen.head, seen.headIn, seen.id, seen.positions)) {
      throw new Broken(seen.head.position, "incomplete");
    }
    return seen;
  }

  const words = (place, name, values) => Object.entries(values)
    .reduce((text, [key, value]) => text.replace("{" + key + "}", value), place.dataset[name]);

  function tell(place, name, state, values = {}) {
    place.textContent = words(place, name, values);
    place.className = "proof " + state;
  }

  async function prove(place) {
    place.dataset.begun = "yes";
    const number = value => value.toLocaleString(document.documentElement.lang);
    if (!window.isSecureContext || !crypto.subtle) {
      tell(place, "unable", "");
      return;
    }
    tell(place, "working", "");
    try {
      const seen = await check(place.dataset.proof);
      if (!seen) {
        tell(place, "later", "");
        return;
      }
      tell(place, seen.whole ? "verified" : "unsigned", "good", {count: number(seen.count), size: number(seen.size)});
      if (seen.head) {
        place.append(" " + words(place, "complete", {size: number(seen.head.size), position: number(seen.head.position)}));
      }
      for (const position of seen.positions) {
        const step = document.querySelector(`ol.life li[data-position="${position}"] .proven`);
        if (step) {
          step.hidden = false;
        }
      }
    } catch (problem) {
      tell(place, problem instanceof Broken ? problem.told : "later", problem instanceof Broken ? "bad" : "",
        {position: problem instanceof Broken ? number(problem.position) : ""});
    }
  }

  const look = () => document.querySelectorAll("[data-proof]:not([data-begun])").forEach(prove);
  look();
  // a page that renews itself has a new place to tell it
  new MutationObserver(look).observe(document.getElementById("main"), {childList: true, subtree: true});
})();
