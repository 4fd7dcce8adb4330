// After a refused form the problem is read first.
export function focusProblem() {
  const problem = document.querySelector("[data-focus]");
  if (problem) problem.focus();
}
