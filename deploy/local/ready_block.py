"""What stands on the screen when everything is ready: where to go and as whom."""

from deploy.local.processes import PROCESSES, Process
from deploy.local.settings import Instance


def ready_block(instance: Instance, started: tuple[Process, ...], seconds: float) -> str:
    """Addresses and demo accounts; with only a part started, where its settings are written."""
    if len(started) < len(PROCESSES):
        names = ", ".join(process.name for process in started if not process.task)
        return (
            f"Ready in {seconds:.0f} s: {names or 'the servers alone'}.\n"
            f"Every process's environment: {instance.data.environment}"
        )
    lines = [
        f"Entreprenørportalen is ready ({seconds:.0f} s).",
        f"  contractors   {instance.public_url}",
        f"  operators     {instance.operator_url}",
        f"  phones, mail  {instance.sandbox_url}",
        f"  data          {instance.data.root}",
    ]
    if instance.data.demo_accounts.exists():
        lines += ["", instance.data.demo_accounts.read_text().rstrip()]
    return "\n".join([*lines, "", "Ctrl-C stops everything."])
