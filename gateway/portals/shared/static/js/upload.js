// Files go up in parts as soon as they are chosen, with a bar; what has arrived stays if the line breaks.
import { call, newKey, Refused } from "./requests.js";

const TRIES = 4;
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

function put(part, blob, onSent) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    const address = new URL(part.url, location.href);
    request.open("PUT", address.pathname + address.search);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    const csrf = document.querySelector('meta[name="csrf"]')?.content;
    if (csrf) request.setRequestHeader("X-CSRF-Token", csrf);
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => (request.status < 300 ? done() : failed(new Error(String(request.status))));
    request.onerror = () => failed(new Error("line"));
    request.send(blob);
  });
}

async function send(file, box, onSent) {
  const { caseId, kind, answers } = box.dataset;
  const wanted = { filename: file.name, size: file.size, kind };
  if (answers) wanted.answers = answers;
  let upload = await call("POST", `/cases/${caseId}/uploads`, wanted);
  let sent = 0;
  for (let attempt = 1; upload.parts.length; attempt += 1) {
    try {
      for (const part of upload.parts) {
        const start = (part.number - 1) * upload.part_size;
        await put(part, file.slice(start, start + part.size), (bytes) => onSent(sent + bytes));
        sent += part.size;
      }
      break;
    } catch (problem) {
      if (attempt === TRIES) throw problem;
      await pause(1000 * attempt);
      upload = await call("GET", `/uploads/${upload.upload_id}`);
      sent = file.size - upload.parts.reduce((sum, part) => sum + part.size, 0);
    }
  }
  const key = newKey();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call("POST", `/uploads/${upload.upload_id}/complete`, {}, key);
    } catch (problem) {
      if (attempt === TRIES || (problem instanceof Refused && problem.status < 500)) throw problem;
      await pause(1000 * attempt);
    }
  }
}

function row(box, file) {
  const made = box.querySelector("template").content.firstElementChild.cloneNode(true);
  made.querySelector("[data-name]").textContent = file.name;
  box.querySelector("[data-going]").append(made);
  return made;
}

async function take(box, file) {
  const made = row(box, file);
  const bar = made.querySelector("progress");
  const said = made.querySelector("[data-said]");
  bar.max = file.size;
  try {
    const document_ = await send(file, box, (bytes) => { bar.value = Math.min(bytes, file.size); });
    made.dataset.state = document_.state;
    said.textContent = box.dataset[document_.state] ?? box.dataset.quarantined;
    bar.remove();
    const kept = document.createElement("input");
    kept.type = "hidden";
    kept.name = box.dataset.field;
    kept.value = document_.document_id;
    made.append(kept);
    made.id = `fil-${document_.document_id}`;
    box.querySelector("[data-kept]").append(made);
    box.closest("form").dispatchEvent(new CustomEvent("save-now"));
  } catch (problem) {
    bar.remove();
    made.dataset.state = "rejected";
    said.textContent = problem instanceof Refused ? `${problem.problem.title ?? ""} ${problem.problem.detail ?? ""}`.trim() : box.dataset.failed;
  }
}

export function takeFiles(root) {
  for (const box of root.querySelectorAll("[data-files]")) {
    if (box.dataset.ready) continue;
    box.dataset.ready = "1";
    const input = box.querySelector("input[type=file]");
    const drop = box.querySelector(".drop");
    const takeAll = async (files) => { for (const file of files) await take(box, file); };
    input.addEventListener("change", () => {
      const chosen = [...input.files];
      input.value = "";
      takeAll(chosen);
    });
    drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      takeAll([...event.dataTransfer.files]);
    });
    box.addEventListener("click", (event) => {
      const remove = event.target.closest("[data-drop]");
      if (!remove) return;
      event.preventDefault();
      remove.closest("li").remove();
      box.closest("form").dispatchEvent(new CustomEvent("save-now"));
    });
  }
}
