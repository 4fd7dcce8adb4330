"""Somebody with a browser: keeps cookies, proves that forms are its own, speaks the JSON API."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any, Self
from urllib.parse import urlsplit

import httpx

from deploy.local.description import Description
from gateway.settings import Portal
from services.chassis.ids import new_id
from tests.journeys.phones import Phones

API = "/api/v1"
PASSWORD = "vann-og-avlop-2026"


@dataclass
class Visitor:
    """One person at one portal. Requests go to the loopback under the portal's own host name."""

    bed: Description
    portal: Portal = "contractor"
    language: str = "nb"
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        url = self.bed.base_url if self.portal == "contractor" else self.bed.operator_url
        self._host = urlsplit(url).netloc
        self._http = httpx.Client(base_url=f"http://127.0.0.1:{self.bed.port}", timeout=30)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        """One request; a full address, as the API gives for parts, is asked for as it is."""
        parts = urlsplit(path)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        headers = self.headers() | options.pop("headers", {})
        where = target if target.startswith(("/api/", "/hooks/")) else API + target
        answer = self._http.request(method, where, headers=headers, **options)
        for line in answer.headers.get_list("set-cookie"):
            self._keep(line)
        return answer

    def get(self, path: str, **options: Any) -> Any:
        """What it reads, when it may."""
        return self.did("GET", path, **options)

    def post(self, path: str, body: Any = None, **options: Any) -> Any:
        """What it is answered, when it works."""
        return self.did("POST", path, json={} if body is None else body, **options)

    def did(self, method: str, path: str, **options: Any) -> Any:
        """The JSON of a request that succeeded; says the problem when it did not."""
        answer = self.ask(method, path, **options)
        assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    def refused(self, method: str, path: str, **options: Any) -> tuple[int, str]:
        """Status and code of a request that must not succeed."""
        answer = self.ask(method, path, **options)
        assert answer.headers["content-type"] == "application/problem+json", answer.text
        problem = answer.json()
        assert problem["status"] == answer.status_code
        assert problem["title"]
        return answer.status_code, problem["code"]

    def act(self, case_id: str, action: str, **body: Any) -> Any:
        """A move of a case."""
        return self.post(f"/cases/{case_id}/actions/{action}", body)

    def log_in(self, email: str, mobile: str, password: str = PASSWORD) -> Any:
        """Password, then the code that comes by SMS."""
        phones = Phones(self.bed.sandbox_url)
        with phones.code_to(mobile) as code:
            step = self.post("/sessions", {"email": email, "password": password})
            assert step["next"] == "factor"
        return self.post("/sessions/current/factor", {"method": "sms", "code": code()})

    def upload(self, case_id: str, filename: str, content: bytes, kind: str, **more: Any) -> str:
        """A file in parts; its document id."""
        body = {"filename": filename, "size": len(content), "kind": kind, **more}
        upload = self.post(f"/cases/{case_id}/uploads", body)
        for part in upload["parts"]:
            start = (part["number"] - 1) * upload["part_size"]
            piece = content[start : start + part["size"]]
            self.did("PUT", part["url"], content=piece)
        return str(self.post(f"/uploads/{upload['upload_id']}/complete")["document_id"])

    def headers(self) -> dict[str, str]:
        """What a browser on our own page sends."""
        return {
            "Host": self._host,
            "Accept-Language": self.language,
            "Idempotency-Key": new_id(),
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "X-CSRF-Token": self.cookies.get("__Host-csrf", ""),
        }

    def _keep(self, line: str) -> None:
        for name, morsel in SimpleCookie(line).items():
            if morsel["max-age"] == "0":
                with contextlib.suppress(KeyError):
                    del self.cookies[name]
            else:
                self.cookies[name] = morsel.value
