"use strict";
// Lets a reviewer comment in the page. Everything typed stays in the page until it is saved as a
// file: no storage, no request. Every word shown comes from the page, and only ever as text.
(() => {
  const form = document.querySelector("section[data-pack]");
  const words = form.dataset;
  const pack = JSON.parse(words.pack);
  const part = (name) => form.querySelector(`[data-part="${name}"]`);
  const bar = document.querySelector(".bar");
  const template = document.querySelector("template");
  const buttons = new Map();
  const boxes = new Map([["", part("whole")]]);
  let review = newReview();
  let isSaved = true;

  function newReview() {
    const numbers = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(numbers, (number) => number.toString(16).padStart(2, "0")).join("");
  }

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_hole, name) => values[name]);
  const whole = (text) => text.replace(/\p{Surrogate}/gu, "\ufffd").trim();

  function open(subject) {
    const button = buttons.get(subject);
    if (!boxes.has(subject)) boxes.set(subject, addBox(button));
    show(button, true);
    return boxes.get(subject);
  }

  function addBox(button) {
    const piece = template.content.cloneNode(true);
    const label = piece.querySelector("label");
    const box = piece.querySelector("textarea");
    box.id = `remark-${boxes.size}`;
    label.htmlFor = box.id;
    label.textContent = button.getAttribute("aria-label");
    box.addEventListener("input", onChanged);
    place(button, piece.firstElementChild);
    return box;
  }

  function place(button, piece) {
    const row = button.closest("tr");
    if (!row) {
      button.closest(".head").after(piece);
      return;
    }
    const under = element("tr", "row");
    const cell = under.appendChild(element("td", "cell"));
    cell.colSpan = row.cells.length;
    cell.append(piece);
    row.after(under);
  }

  function element(name, role) {
    const made = document.createElement(name);
    made.setAttribute("role", role);
    return made;
  }

  function show(button, isOpen) {
    const box = boxes.get(button.dataset.subject);
    (box.closest("tr") || box.parentElement).hidden = !isOpen;
    button.setAttribute("aria-expanded", isOpen);
  }

  function onPressed(event) {
    const button = event.currentTarget;
    if (button.getAttribute("aria-expanded") === "true") show(button, false);
    else open(button.dataset.subject).focus();
  }

  function comments() {
    return [...boxes]
      .map(([subject, box]) => {
        const about = subject ? buttons.get(subject).dataset.about : "";
        return { subject, about, text: whole(box.value) };
      })
      .filter((comment) => comment.text);
  }

  function mark(subject, box) {
    const button = buttons.get(subject);
    const isWritten = Boolean(whole(box.value));
    box.parentElement.classList.toggle("written", isWritten);
    if (!button) return;
    button.textContent = isWritten ? words.written : words.comment;
    const label = isWritten ? words.writtenAbout : words.commentAbout;
    button.setAttribute("aria-label", filled(label, { what: button.dataset.about }));
    button.classList.toggle("written", isWritten);
  }

  function onChanged() {
    isSaved = false;
    tell("");
    refresh();
  }

  function refresh() {
    boxes.forEach((box, subject) => mark(subject, box));
    const count = comments().length;
    const text = filled(words.count, { count });
    const state = isSaved ? words.saved : words.unsaved;
    bar.querySelector("span").textContent = count ? `${text} · ${state}` : words.none;
    bar.classList.toggle("empty", isSaved && !count);
  }

  function tell(text) {
    part("told").textContent = text;
  }

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  function written() {
    return {
      ...pack,
      review,
      date: today(),
      author: whole(part("name").value),
      role: whole(part("role").value),
      comments: comments(),
      signed: part("done").checked ? pack.signed : [],
    };
  }

  function save() {
    const said = written();
    if (part("done").checked && !said.author) {
      tell(words.nameless);
      part("name").focus();
      return;
    }
    if (!said.comments.length && !said.signed.length) {
      tell(words.nothing);
      part("whole").focus();
      return;
    }
    const name = [words.file, said.author].filter(Boolean).join(" ");
    download(JSON.stringify(said, null, 2), `${plain(name)}${words.suffix}`);
    isSaved = true;
    refresh();
    tell(words.thanks);
  }

  const plain = (name) => name.replace(/[^\p{L}\p{M}\p{N}\-_ ]+/gu, "-").slice(0, 80).trim();

  function download(text, name) {
    const link = document.createElement("a");
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  async function resume(event) {
    const [file] = event.target.files;
    if (!file) return;
    try {
      const said = JSON.parse(await file.text());
      if (said.kind !== pack.kind || !Array.isArray(said.comments)) throw new Error(said.kind);
      fill(said);
      tell(words.resumed);
    } catch {
      tell(words.unreadable);
    }
    event.target.value = "";
  }

  function fill(said) {
    review = /^[0-9a-f]{16,64}$/.test(said.review) ? said.review : newReview();
    part("name").value = said.author || "";
    part("role").value = said.role || "";
    part("done").checked = Boolean(said.signed?.length);
    said.comments.forEach(fillOne);
    isSaved = true;
    refresh();
  }

  function fillOne({ subject, about, text }) {
    const isHere = !subject || buttons.has(subject);
    const box = isHere && subject ? open(subject) : boxes.get("");
    const said = isHere ? text : filled(words.gone, { what: about, text });
    box.value = box.value && box.value !== said ? `${box.value}\n\n${said}` : said;
  }

  document.querySelectorAll("button[data-subject]").forEach((button) => {
    buttons.set(button.dataset.subject, button);
    button.addEventListener("click", onPressed);
  });
  ["whole", "name", "role", "done"].forEach((name) => part(name).addEventListener("input", onChanged));
  part("resume").addEventListener("change", resume);
  document.querySelectorAll("[data-saves]").forEach((button) => button.addEventListener("click", save));
  addEventListener("beforeunload", (event) => {
    if (!isSaved) event.preventDefault();
  });
  document.documentElement.classList.add("live");
  refresh();
})();
