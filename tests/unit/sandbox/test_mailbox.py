"""E-mail arrives with its parts and files, and is shown as words and links only."""

import smtplib
from email.message import EmailMessage

from deploy.sandbox.mail_text import linked, text_of_html

from .outside import Sandbox


def deliver(sandbox: Sandbox, mail: EmailMessage) -> None:
    with smtplib.SMTP("127.0.0.1", sandbox.smtp_port, timeout=5) as server:
        server.send_message(mail)


def letter(to: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Vannverket <svar@vann.example>"
    mail["To"] = to
    mail["Subject"] = "Ny melding i saken – «Prøvegata 3»"
    mail.set_content("Hei!\n\nLes den her: http://localhost:8000/saker/7?x=1&y=2.\n")
    mail.add_alternative("<p>Hei <b>du</b></p><script>alert(1)</script>", subtype="html")
    mail.add_attachment(
        b"%PDF" * 500, maintype="application", subtype="pdf", filename="vedtak æ.pdf"
    )
    return mail


def test_a_mail_is_kept_with_its_parts_and_files(sandbox: Sandbox) -> None:
    deliver(sandbox, letter("Montor@Rorlegger.example, plan@konsulent.example"))

    (mail,) = sandbox.messages("montor@rorlegger.example")

    assert (mail["kind"], mail["to"]) == ("email", "montor@rorlegger.example")
    assert mail["subject"] == "Ny melding i saken – «Prøvegata 3»"
    assert mail["from"] == "Vannverket <svar@vann.example>"
    assert "http://localhost:8000/saker/7?x=1&y=2" in mail["body"]
    assert "<b>du</b>" in mail["html"]
    assert mail["attachments"] == [{"name": "vedtak æ.pdf", "size": 2000}]
    assert len(sandbox.messages()) == 2


def test_a_mail_with_html_only_is_read_as_words_and_addresses(sandbox: Sandbox) -> None:
    mail = EmailMessage()
    mail["To"] = "a@firma.example"
    mail.set_content('<p>Velg <a href="https://vann.example/x">passord</a></p>', subtype="html")
    deliver(sandbox, mail)
    assert sandbox.messages()[0]["body"] == "Velg passord https://vann.example/x"


def test_the_page_shows_links_and_never_foreign_markup(sandbox: Sandbox) -> None:
    deliver(sandbox, letter("a@firma.example"))
    (mail,) = sandbox.messages()
    listed = sandbox.http.get("/post/a@firma.example").text
    assert "Ny melding i saken" in listed

    page = sandbox.http.get(f"/post/a@firma.example/{mail['id']}").text
    assert '<a href="http://localhost:8000/saker/7?x=1&amp;y=2"' in page
    assert "vedtak æ.pdf (2 kB)" in page
    assert "<script>alert" not in page
    assert sandbox.http.get(f"/post/b@firma.example/{mail['id']}").status_code == 404


def test_only_web_addresses_become_links() -> None:
    assert linked("javascript:alert(1) <b>") == "javascript:alert(1) &lt;b&gt;"
    assert '<a href="https://a.example/?q=%22"' in linked('se https://a.example/?q=%22">x')
    assert linked("(http://a.example/b).").endswith("</a>).")


def test_hidden_html_is_not_read() -> None:
    hidden = "<head><title>t</title></head><style>p{}</style>"
    shown = "<p>En</p><p>To <a href='javascript:x'>l</a></p>"
    assert text_of_html(hidden + shown) == "En\n\nTo l"
