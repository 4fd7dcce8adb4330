"""Every type of page, by the route it is served at: who opens it, and where."""

from __future__ import annotations

NOT_PAGES = {
    "/logg-inn/tilbyder": "sends the browser on to the utility's own login",
    "/logg-inn/tilbyder/svar": "comes back from there and sends on",
    "/min-side/mine-data.json": "a file",
    "/saker/{case_id}/del": "a part of the case's page, which is walked",
    "/saker/{case_id}/filer/{name}": "a part of a step of the form, which is walked",
    "/saker/{case_id}/meldinger": "a part of the case's page, which is walked",
    "/skjema/{old}": "sends an old address on",
    "/static/{name}": "files",
    "/varsler": "the notices at the top of every page",
}
"""Route -> why nobody looks at it by itself."""

STRANGER = (
    "/",
    "/akutt",
    "/finn-firma?q=rør",
    "/finn-firma?q=finnesikke",
    "/foretak/bekreft?token=x",
    "/foretak/epost?token=x",
    "/glemt-passord",
    "/hjelp",
    "/hjelp/rorleggermelding",
    "/invitasjon/ukjent",
    "/katalog",
    "/kontakt",
    "/katalog?q=brakke",
    "/katalog/RORM",
    "/logg-inn",
    "/nyheter",
    "/nyheter/{slug}",
    "/nytt-passord?token=x",
    "/personvern",
    "/registrer",
    "/tilgjengelighet",
    "/finnes-ikke",
)
SECURITY = tuple(
    f"/min-side/sikkerhet{path}"
    for path in (
        "",
        "/app",
        "/bekreft",
        "/hendelser",
        "/koder",
        "/mobil",
        "/passnokler",
        "/passord",
    )
)
"""Of both portals; axe looks at them in test_security.py."""
FIRM = (
    "/brukere",
    "/brukere/{person_id}",
    "/foretak/api-nokler",
    "/foretaket",
    "/foretaket/kompetanse",
    "/foretaket/verk",
    "/min-side",
    "/min-side/aktivitet",
    "/min-side/personvern",
    "/saker",
    "/saker?vis=alle",
    "/saker/invitasjoner",
    "/saker/ny",
    "/saker/{draft}",
    "/saker/{draft}/oppsummering",
    "/saker/{draft}/skjema/property",
    "/saker/{draft}/skjema/work",
    "/saker/{draft}/skjema/attachments",
    "/saker/{draft}/utkastversjoner",
    "/saker/{case}",
    "/saker/{case}/kvittering",
    "/saker/{case}/versjoner",
)
CASEWORKER = (
    "/",
    "/?vis=alle",
    "/saker/{case}",
    "/saker/{case}/dokumenter/nytt",
    "/saker/{case}/dokumenter/{document}",
    "/saker/{case}/versjoner",
    "/ubesvarte",
)
EDITOR = ("/nyheter", "/nyheter/ny", "/nyheter/{slug}")
ADMINISTRATOR = (
    "/administrasjon",
    "/ansatte",
    "/ansatte/{staff_id}",
    "/brukere",
    "/brukere?q=Ada",
    "/brukere/import",
    "/brukere/{firm_id}",
    "/brukere/{firm_id}/{person_id}",
    "/drift",
    "/foretak",
    "/foretak/{firm_id}",
    "/hendelser",
    "/katalog",
    "/katalog/RORM/ny",
    "/kompetanse",
    "/kontaktpunkter",
    "/kontaktpunkter/emergency",
    "/kontaktpunkter/soner/nord",
    "/min-side",
    "/min-side/aktivitet",
    "/nedetid",
    "/oppsett",
    "/oppsett/to-trinn",
    "/oppsett/ubrukte-kontoer",
    "/soner",
    "/sporing",
    "/sporing?person=Ada",
    "/sporing?since=tull",
    "/statistikk",
    "/finnes-ikke",
)
ON_THE_WAY = (
    "/invitasjon/{token}",
    "/invitasjon/{token}/kode",
    "/logg-inn/kode",
    "/logg-inn/mobil",
    "/registrer/{registration_id}",
    "/registrer/{registration_id}/epost",
)
"""Reached by filling something in, as the test does."""
CONTRACTOR = (*STRANGER, *SECURITY, *FIRM, *ON_THE_WAY)
OPERATOR = ("/logg-inn", *CASEWORKER, *EDITOR, *ADMINISTRATOR)
