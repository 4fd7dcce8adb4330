// Passkeys: the browser asks the authenticator, and the form carries the answer like any code.
import { call } from "./requests.js";

const decode = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const encode = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const named = (keys) => (keys ?? []).map((key) => ({ ...key, id: decode(key.id) }));

async function used(options) {
  const { response, rawId } = await navigator.credentials.get({
    publicKey: { ...options, challenge: decode(options.challenge), allowCredentials: named(options.allowCredentials) },
  });
  return answer(rawId, {
    clientDataJSON: encode(response.clientDataJSON),
    authenticatorData: encode(response.authenticatorData),
    signature: encode(response.signature),
  });
}

async function made(options) {
  const { response, rawId } = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: decode(options.challenge),
      user: { ...options.user, id: decode(options.user.id) },
      excludeCredentials: named(options.excludeCredentials),
    },
  });
  return answer(rawId, {
    clientDataJSON: encode(response.clientDataJSON),
    attestationObject: encode(response.attestationObject),
  });
}

function answer(rawId, response) {
  return JSON.stringify({ id: encode(rawId), rawId: encode(rawId), type: "public-key", response });
}

function ask(form, path, authenticator) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const problem = form.querySelector("[data-passkey-problem]");
    problem.hidden = true;
    try {
      form.elements.code.value = await authenticator((await call("POST", path)).public_key);
    } catch (failure) {
      if (failure.problem?.code === "StepUpNeeded") { location.reload(); return; }
      problem.hidden = false;
      return;
    }
    form.submit();
  });
}

export function offerPasskeys(root) {
  if (!window.PublicKeyCredential) return;
  for (const form of root.querySelectorAll("form[data-passkey]")) ask(form, form.dataset.passkey, used);
  for (const form of root.querySelectorAll("form[data-passkey-new]")) {
    ask(form, "/me/passkeys/options", made);
    document.querySelector("[data-passkey-missing]")?.remove();
  }
}
