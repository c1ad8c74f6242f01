"""Addresses of other sites, asked of a host of our own on this machine."""

from __future__ import annotations

import ipaddress
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from journey_site.cli.check import check
from journey_site.handbook import Outcome
from journey_site.handwritten import markdown_files
from journey_site.links import asking
from journey_site.links.asking import ask
from journey_site.links.check import check_links
from journey_site.links.written import addresses
from journey_site.problems import Severity


class _Host(BaseHTTPRequestHandler):
    asked: list[tuple[str, str, dict[str, str]]]

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.asked.append((self.command, self.path, {name.lower(): value for name, value in self.headers.items()}))
        name = self.path.split("?")[0].strip("/")
        if name == "only-get":
            self._say(200 if self.command == "GET" else 405)
        elif name.startswith("to-"):
            status, _, where = name.removeprefix("to-").partition("-")
            self._say(int(status), where if "/" in where else f"/{where}")
        elif name == "file":
            self._say(302, "file:///etc/passwd")
        else:
            self._say(int(name) if name.isdigit() else 200)

    def _say(self, status: int, where: str = "") -> None:
        self.send_response(status)
        self.send_header("Set-Cookie", "taste=good")
        if where:
            self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""


@pytest.fixture
def host() -> Iterator[tuple[str, list[tuple[str, str, dict[str, str]]]]]:
    """An address that answers, and all that it was asked."""
    asked: list[tuple[str, str, dict[str, str]]] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Host", (_Host,), {"asked": asked}))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


Host = tuple[str, list[tuple[str, str, dict[str, str]]]]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("200", "there"), ("204", "there"), ("only-get", "there"), ("404", "gone"), ("410", "gone"), ("401", "unsaid"), ("403", "unsaid"),
        ("429", "unsaid"), ("500", "unsaid"), ("503", "unsaid"), ("to-302-200", "there"), ("to-301-200", "moved"), ("to-308-200", "moved"),
        ("to-301-404", "gone"), ("to-302-to-301-200", "there"), ("file", "unsaid"), ("sök väg/é", "there"),
    ],
)  # fmt: skip
def test_what_an_address_answers(host: Host, path: str, kind: str) -> None:
    assert ask(f"{host[0]}/{path}", private=True).kind == kind


def test_what_moved_for_good_is_told_with_the_new_address(host: Host) -> None:
    assert ask(f"{host[0]}/to-301-to-302-200", private=True).to == f"{host[0]}/to-302-200"


def test_going_round_ends(host: Host) -> None:
    assert "without end" in ask(f"{host[0]}/to-302-to-302-to-302-to-302-to-302-to-302-200", private=True).why


def test_nothing_is_sent_but_the_question(host: Host) -> None:
    home, asked = host
    assert ask(home.replace("//", "//eva:secret@") + "/to-302-200?a=b#c", private=True).kind == "there"
    assert [(method, path) for method, path, _ in asked] == [("HEAD", "/to-302-200?a=b"), ("HEAD", "/200")]
    for _, _, heads in asked:
        assert set(heads) == {"host", "user-agent", "accept", "connection"}


def test_a_host_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    silent = socket.create_server(("127.0.0.1", 0))
    answer = ask(f"http://127.0.0.1:{silent.getsockname()[1]}/", private=True, seconds=0.2)
    silent.close()
    assert (answer.kind, answer.why, answer.host) == ("unsaid", "it does not answer in time", "late")


def test_nobody_there_is_no_proof(host: Host) -> None:
    import socket

    closed = socket.create_server(("127.0.0.1", 0))
    port = closed.getsockname()[1]
    closed.close()
    assert ask(f"http://127.0.0.1:{port}/", private=True).why == "nobody answers there"


def test_a_network_that_is_not_public_is_not_entered(host: Host) -> None:
    home, asked = host
    assert ask(f"{home}/200").kind == "private"
    assert ask(home.replace("127.0.0.1", "localhost") + "/200").kind == "private"
    assert ask(home.replace("127.0.0.1", "[::ffff:127.0.0.1]") + "/200").kind == "private"
    assert ask("http://2130706433/").kind == "private"
    assert asked == []


def test_a_redirect_into_a_private_network_is_not_followed(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    home, asked = host
    port = home.rpartition(":")[2]
    elsewhere = ipaddress.ip_address("127.0.0.1")
    monkeypatch.setattr(asking, "_is_public", lambda number: number == elsewhere)
    assert ask(f"{home}/to-302-http://127.0.0.2:{port}/200").kind == "private"
    assert [path for _, path, _ in asked] == [f"/to-302-http://127.0.0.2:{port}/200"]


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("10.0.0.1", False), ("169.254.169.254", False), ("100.64.0.1", False),
        ("127.0.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False), ("::1", False), ("fe80::1", False), ("fd00::1", False),
        ("::ffff:10.0.0.1", False), ("::ffff:93.184.216.34", True), ("64:ff9b::a00:1", False), ("2002:a00:1::", False),
    ],
)  # fmt: skip
def test_what_is_public(number: str, public: bool) -> None:
    assert asking._is_public(ipaddress.ip_address(number)) is public


def test_a_name_that_nobody_has_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert ask("https://nobody.example/") == asking.Answer("gone", "there is no host of that name", host="leave")


def test_without_a_network_nothing_is_said_of_any_name(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def later(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", later)
    assert ask("https://somebody.example/").kind == "unsaid"


@pytest.mark.parametrize("address", ["http://", "http://[", "http://a..b/", "http://ö" + "ö" * 80 + "/", "http://host:99999/", "http://host:x/"])
def test_an_address_that_is_none_is_only_not_checked(address: str) -> None:
    assert ask(address).kind == "unsaid"


FILES = {
    "handbook.yml": """\
        title: H
        report: https://wrong.example/{page}
        lanes: [goal, {id: policy, label: Policy, kind: link}]
        departments: {sales: {name: Sales, contact: "https://sales.example/"}, care: {name: Care, contact: "mailto:care@h.example"}}
        """,
    "content.yml": "guide: {title: Guide, url: HOME/404}\nsecond: {title: Second, url: HOME/404#below}\n",
    "personas/anna.yml": "name: Anna\nsummary: |\n  She reads [a page](HOME/to-301-200) and\n  `[code](HOME/500)`, and <HOME/403>.\n",
    "journeys/one.yml": """\
        title: One
        persona: anna
        stages:
          need:
            policy: [{text: Rules, url: HOME/410}]
            touchpoints: [{name: Shop, url: HOME/200}, {name: Van, url: van.html}]
            thoughts: ["Look [here](HOME/wiki_(a)), or [there](HOME/404 'x')"]
        """,
    "about.md": "# About\n\n[us](HOME/410) and\n\n```\n[code](HOME/500)\n```\n",
}


@pytest.fixture
def linked(handbook: Callable[..., Outcome], tmp_path: Path) -> Callable[[str], Outcome]:
    """The handbook above with its links to some host."""
    return lambda home: handbook({name: text.replace("HOME", home) for name, text in FILES.items()})


def pages(folder: Path) -> list[tuple[Path, str]]:
    return [(path, path.relative_to(folder).as_posix()) for path in markdown_files(folder)]


def test_every_place_of_every_address(linked: Callable[[str], Outcome], tmp_path: Path) -> None:
    atlas = linked("https://x.example").everything
    assert atlas is not None
    found = {address: [str(place) for place in places] for address, places in addresses(atlas, tmp_path, pages(tmp_path)).items()}
    assert found == {
        "https://sales.example/": ["handbook.yml:4:45"],
        "https://x.example/404": ["content.yml:1:28", "journeys/one.yml:7:69"],
        "https://x.example/404#below": ["content.yml:2:30"],
        "https://x.example/to-301-200": ["personas/anna.yml:3:22"],
        "https://x.example/403": ["personas/anna.yml:4:41"],
        "https://x.example/410": ["about.md:3:6", "journeys/one.yml:5:33"],
        "https://x.example/200": ["journeys/one.yml:6:37"],
        "https://x.example/wiki_(a)": ["journeys/one.yml:7:29"],
    }


def test_what_is_gone_is_a_warning_at_its_first_place_and_asked_once(linked: Callable[[str], Outcome], host: Host, tmp_path: Path) -> None:
    home, asked = host
    atlas = linked(home).everything
    assert atlas is not None
    problems = [problem for problem in check_links(atlas, tmp_path, pages(tmp_path), private=True) if home in problem.message]
    assert [(str(problem.span), problem.rule, problem.severity) for problem in problems] == [
        ("about.md:3:6", "dead-link", Severity.WARNING),
        ("content.yml:1:28", "dead-link", Severity.WARNING),
        ("content.yml:2:30", "dead-link", Severity.WARNING),
        ("personas/anna.yml:3:22", "moved-link", Severity.ADVICE),
        (f"personas/anna.yml:4:{20 + len(home) + 4}", "unchecked-link", Severity.ADVICE),
    ]
    assert [str(place.span) for place in problems[0].related] == ["journeys/one.yml:5:33"]
    assert problems[3].hint == f"write {home}/200"
    assert sum(path == "/404" and method == "HEAD" for method, path, _ in asked) == 1
    assert not any(path == "/500" for _, path, _ in asked)


def test_a_host_that_asks_for_peace_is_left_alone(handbook: Callable[..., Outcome], host: Host, tmp_path: Path) -> None:
    home, asked = host
    content = "".join(f"piece-{at}: {{title: P, url: {home}/{path}}}\n" for at, path in enumerate(("429", "200", "201")))
    atlas = handbook({"content.yml": content}).everything
    assert atlas is not None
    problems = check_links(atlas, tmp_path, private=True)
    assert [problem.rule for problem in problems] == ["unchecked-link"] * 3
    assert {path for _, path, _ in asked} == {"/429"}


def test_the_command_asks_only_when_told_to(handbook: Callable[..., Outcome], host: Host, tmp_path: Path) -> None:
    home, asked = host
    handbook({"content.yml": f"guide: {{title: G, url: {home}/404, owner: sales}}\n", "departments.yml": "sales: Sales\n"})
    run = partial(CliRunner().invoke, check)
    plain = [str(tmp_path), "--no-coverage", "--fail-on", "warning"]
    assert run(plain).exit_code == 0
    assert run([*plain, "--links"]).exit_code == 0
    assert asked == []
    told = run([*plain, "--links-private", "--format", "concise"])
    assert told.exit_code == 1
    assert "dead-link" in told.output
    assert "content.yml:1:24" in told.output
    assert run([*plain, "--links", "--watch"]).exit_code == 2


@pytest.mark.parametrize(("line", "exit_code"), [("  # journey: ignore[dead-link]", 0), ("", 1)])
def test_a_comment_silences_a_dead_link_and_is_of_use_when_nobody_asks(
    handbook: Callable[..., Outcome], host: Host, tmp_path: Path, line: str, exit_code: int
) -> None:
    text = f"guide: {{title: G, url: {host[0]}/404, owner: sales}}{line}\n"
    handbook({"content.yml": text, "departments.yml": "sales: Sales\n"})
    plain = [str(tmp_path), "--no-coverage", "--fail-on", "warning"]
    assert CliRunner().invoke(check, [*plain, "--links-private"]).exit_code == exit_code
    assert CliRunner().invoke(check, plain).exit_code == 0


def test_a_build_asks_nobody() -> None:
    """Only the command line may reach the room that asks."""
    root = Path(asking.__file__).resolve().parent.parent
    users = [
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if path.parent.name != "links" and "journey_site.links" in path.read_text(encoding="utf-8")
    ]
    assert users == ["cli/check.py"]
