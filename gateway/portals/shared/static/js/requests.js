// Calls to the JSON API of this host, as the person who is signed in.
// The cookie is newer than the page when another tab has proven itself again.
export const csrf = () =>
  document.cookie.match(/(?:^|; )__Host-csrf=([0-9a-f]+)/)?.[1] ?? document.querySelector('meta[name="csrf"]')?.content ?? "";
const PREFIX = "/api/v1";

export class Refused extends Error {
  constructor(status, problem) {
    super(problem.title ?? String(status));
    this.status = status;
    this.problem = problem;
  }
}

export function newKey() {
  return crypto.randomUUID().replaceAll("-", "");
}

export async function call(method, path, body, key) {
  const headers = { Accept: "application/json", "X-CSRF-Token": csrf() };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (method === "POST") headers["Idempotency-Key"] = key ?? newKey();
  const answer = await fetch(PREFIX + path, {
    method, headers, body: body === undefined ? undefined : JSON.stringify(body), credentials: "same-origin",
  });
  const content = answer.status === 204 ? null : await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, content ?? {});
  return content;
}
