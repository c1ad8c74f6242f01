"""Asking one address whether it is there: nothing is sent but the question, and nobody's own network is entered.

A handbook may come from a stranger's pull request, and the machine that checks it may reach what the stranger
does not. So each name is looked up here, addresses that are not public are refused, and the connection goes to the
very address that was looked at; redirects are treated alike. No cookies, no passwords, no proxy.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from urllib.parse import SplitResult, quote, urljoin, urlsplit

SECONDS = 10.0
"""How long one step may take: to connect, or to answer."""
_MOST_REDIRECTS = 5
_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_GONE = (404, 410)
_HEADERS = {"User-Agent": "journey-site (checks links)", "Accept": "*/*", "Connection": "close"}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of asking: ``there``, ``gone``, ``moved`` (there, for good at ``to``), ``unsaid`` or ``private``."""

    kind: str
    why: str = ""
    """Half a sentence, such as "404, not found"."""
    to: str = ""
    host: str = ""
    """What it says of the host: ``late``, ``leave`` it alone for now, or nothing."""


class _RefusedError(OSError):
    """The name leads into a network that is not public."""


def ask(address: str, *, private: bool = False, seconds: float = SECONDS) -> Answer:
    """Whether ``address`` is there; never raises for what a host does.

    ``private`` allows addresses of this machine and of networks that are not public.
    """
    here, moved, permanent = address, "", True
    for _ in range(_MOST_REDIRECTS + 1):
        try:
            status, to = _status(here, private, seconds)
        except _RefusedError:
            return Answer("private")
        except socket.gaierror as error:
            return _of_name(error)
        except (OSError, http.client.HTTPException, ValueError) as error:
            return Answer("unsaid", _because(error), host="late" if isinstance(error, TimeoutError) else "")
        if status not in _REDIRECTS or not to:
            return _of_status(status, moved)
        here = urljoin(here, to)
        if urlsplit(here).scheme not in ("http", "https"):
            return Answer("unsaid", "it leads to an address that is not on the web")
        permanent = permanent and status in _PERMANENT
        moved = here if permanent else moved
    return Answer("unsaid", "it leads from one address to the next without end")


def _of_status(status: int, moved: str) -> Answer:
    if status < 300:
        return Answer("moved", to=moved) if moved else Answer("there")
    told = f"{status}, {http.client.responses.get(status, 'unknown').lower()}"
    if status in _GONE:
        return Answer("gone", told)
    return Answer("unsaid", f"it answers {told}", host="leave" if status == 429 else "")


def _of_name(error: socket.gaierror) -> Answer:
    """A name that is not known is gone; without a network nothing is known of any name."""
    unknown = {getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)}
    if error.errno in unknown:
        return Answer("gone", "there is no host of that name", host="leave")
    return Answer("unsaid", "the name of the host cannot be looked up now", host="leave")


def _because(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it does not answer in time"
    if isinstance(error, ssl.SSLError):
        return "its certificate is not trusted here"
    if isinstance(error, ConnectionRefusedError):
        return "nobody answers there"
    return "the connection breaks"


def _status(address: str, private: bool, seconds: float) -> tuple[int, str]:
    """The status and where it leads; asked in full where a host does not like to be asked for the head alone."""
    try:
        status, to = _request("HEAD", address, private, seconds)
        if status < 400:
            return status, to
    except (_RefusedError, socket.gaierror, TimeoutError, ConnectionRefusedError, ssl.SSLError):
        raise
    except (OSError, http.client.HTTPException):
        pass
    return _request("GET", address, private, seconds)


def _request(method: str, address: str, private: bool, seconds: float) -> tuple[int, str]:
    parted = urlsplit(address)
    host = (parted.hostname or "").encode("idna").decode("ascii")
    port = parted.port or (443 if parted.scheme == "https" else 80)
    connection = http.client.HTTPConnection(host, port, timeout=seconds)
    held = [_connected(host, port, private, seconds)]
    # A host that sends one letter every few seconds is never late by itself.
    watch = threading.Timer(2 * seconds, _hang_up, [held])
    watch.daemon = True
    watch.start()
    try:
        if parted.scheme == "https":
            held[0] = tls = _tls().wrap_socket(held[0], server_hostname=host, do_handshake_on_connect=False)
            tls.do_handshake()
        connection.sock = held[0]
        connection.putrequest(method, _asked_for(parted), skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": _host(host, parted.port), **_HEADERS}.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location") or ""
    finally:
        watch.cancel()
        connection.close()
        held[0].close()


def _asked_for(parted: SplitResult) -> str:
    """Path and question as they may be sent, without name and password."""
    path = quote(parted.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return f"{path}?{quote(parted.query, safe='/%:@!$&()*+,;=~-._?')}" if parted.query else path


def _host(host: str, port: int | None) -> str:
    named = f"[{host}]" if ":" in host else host
    return f"{named}:{port}" if port else named


def _hang_up(held: list[socket.socket]) -> None:
    with suppress(OSError):  # it may be closed already
        held[0].shutdown(socket.SHUT_RDWR)


def _connected(host: str, port: int, private: bool, seconds: float) -> socket.socket:
    """A connection to ``host``: to an address that was looked at, not to the name, which may lead elsewhere next time."""
    if not host:
        raise ValueError("no host")
    found = dict.fromkeys(str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    if not private and not all(_is_public(ipaddress.ip_address(number.partition("%")[0])) for number in found):
        raise _RefusedError
    failed: OSError = ConnectionRefusedError()
    for number in found:
        try:
            return socket.create_connection((number, port), timeout=seconds)
        except OSError as error:
            failed = error
    raise failed


def _is_public(number: Address) -> bool:
    """Whether an address is one of the open internet, also where it wraps another."""
    if isinstance(number, ipaddress.IPv6Address):
        wrapped = [number.ipv4_mapped, number.sixtofour, *(number.teredo or ())]
        if number in _NAT64:
            wrapped.append(ipaddress.IPv4Address(int(number) & 0xFFFFFFFF))
        if not all(_is_public(each) for each in wrapped if each is not None):
            return False
        if number.ipv4_mapped is not None:
            return True
    return number.is_global and not number.is_multicast


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()
