"use strict";
// Everything here is a comfort: the page says all it has to say without it.
(() => {
  const lit = new Set();
  const put = (element, name) => { element.classList.add(name); lit.add(element); };
  const clear = () => { for (const e of lit) e.classList.remove("lit", "via"); lit.clear(); };

  // Lights one statement's words and note, and outlines the statements it stands inside.
  const light = (article, number) => {
    clear();
    for (const e of article.querySelectorAll(`.s${number},.w${number},.n${number}`)) put(e, "lit");
    let note = article.querySelector(`.n${number}`);
    for (let steps = 0; note && note.dataset.p && steps < 20; steps += 1) {
      const parent = note.dataset.p;
      for (const e of article.querySelectorAll(`.w${parent},.n${parent}`)) put(e, "via");
      note = article.querySelector(`.n${parent}`);
    }
  };

  const numberAt = (target) => {
    const numbered = target.closest(".r,.n");
    if (numbered) return numbered.dataset.n;
    const piece = target.closest(".text span");
    const own = piece ? [...piece.classList].filter((c) => /^[sw]\d+$/.test(c)) : [];
    return own.length ? own[own.length - 1].slice(1) : null;
  };

  const lightAt = (target) => {
    const article = target.closest && target.closest(".art");
    const number = article && numberAt(target);
    if (number) light(article, number);
    return Boolean(number);
  };

  document.addEventListener("click", (event) => {
    if (!lightAt(event.target)) { clear(); return; }
    if (event.target.closest("a") || !window.getSelection().isCollapsed) return;
    const article = event.target.closest(".art");
    article.querySelector(`.n${numberAt(event.target)}`).scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("focusin", (event) => lightAt(event.target));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });

  // A link into folded text opens the fold.
  const arrive = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (let e = target.closest("details"); e; e = e.parentElement.closest("details")) e.open = true;
    if (lightAt(target)) target.scrollIntoView({ block: "center" });
  };
  window.addEventListener("hashchange", arrive);
  if (location.hash) arrive();

  const form = document.querySelector(".filter");
  const speakers = [...document.querySelectorAll(".speaker")];
  const wasOpen = speakers.map((s) => s.open);
  const filter = () => {
    const words = document.getElementById("filter").value.trim().toLowerCase();
    const plain = Boolean(document.querySelector("#plain:checked"));
    let found = 0;
    speakers.forEach((speaker, index) => {
      const named = speaker.querySelector(".name").textContent.toLowerCase().includes(words);
      let here = 0;
      for (const item of speaker.querySelectorAll(".said>li")) {
        item.hidden = (!named && !item.textContent.toLowerCase().includes(words))
          || (plain && item.matches(".un,.chk"));
        here += item.hidden ? 0 : 1;
      }
      speaker.hidden = here === 0;
      speaker.open = words ? here > 0 : wasOpen[index];
      found += here;
    });
    document.getElementById("found").textContent = words || plain ? `${found} found` : "";
  };
  form.hidden = false;

  // One place to set days: the commands that give them are put together below the list.
  const days = [...document.querySelectorAll(".day")];
  const commandOf = (day) => day.closest("li").querySelector(".command").textContent;
  const withDay = (command, day) => {
    const at = command.lastIndexOf("YYYY-MM-DD");
    return command.slice(0, at) + day + command.slice(at + "YYYY-MM-DD".length);
  };
  const given = () => days.filter((day) => day.value)
    .map((day) => withDay(commandOf(day), day.value)).join("\n");
  const putTogether = () => {
    const commands = document.getElementById("set-commands");
    commands.textContent = given();
    commands.hidden = document.getElementById("set-copy").hidden = !given();
    document.getElementById("set-none").hidden = Boolean(given());
    document.getElementById("set-told").textContent = "";
  };
  for (const part of document.querySelectorAll(".set")) part.hidden = false;
  for (const day of days) day.addEventListener("input", putTogether);
  const all = document.getElementById("set-all");
  if (all) all.addEventListener("input", () => {
    for (const day of days) day.value = all.value;
    putTogether();
  });
  if (days.length) {
    document.getElementById("set-copy").addEventListener("click", () => {
      const told = (words) => { document.getElementById("set-told").textContent = words; };
      const select = () => {
        window.getSelection().selectAllChildren(document.getElementById("set-commands"));
        told(document.execCommand("copy") ? "Copied." : "They are marked; copy them with your keyboard.");
      };
      if (navigator.clipboard) navigator.clipboard.writeText(given()).then(() => told("Copied."), select);
      else select();
    });
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
})();
