"""The probe's table of contents."""

from services.chassis.transport import UnitOfWork, expose, listen
from tests.wire.services.probe import operations


class ProbeService:
    """One operation for each promise of the chassis."""

    name = "probe"
    unit_of_work = UnitOfWork()

    canary = expose(operations.canary, open_to="public")
    list_parked = expose(operations.list_parked, open_to="public")
    replay_parked = expose(operations.replay_parked, open_to="public")
    echo = expose(operations.echo, open_to="public")
    write_note = expose(operations.write_note, open_to="public")
    guess = expose(operations.guess, open_to="public")
    guess_in_vain = expose(operations.guess_in_vain, open_to="public")
    count_guesses = expose(operations.count_guesses, open_to="public")
    count_notes = expose(operations.count_notes, open_to="public")
    count_effects = expose(operations.count_effects, open_to="public")
    wait_on = expose(operations.wait_on, open_to="public")
    issue_secret = expose(operations.issue_secret, open_to="public")
    staff_only = expose(operations.staff_only, open_to="staff")

    on_note_written = listen(operations.on_note_written)
