"""Which addresses may be fetched from: public ones on the web, whatever form they are written in."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urlsplit

from harmtrace.errors import InputError

PORTS = {"http": 80, "https": 443}
_URL_LIMIT = 4_000

# Beside what ``ipaddress`` knows to be not global (RFC 6890 and its registries): forms that carry another address
# in them, and services of hosts' own that answer on addresses which look public.
_FORBIDDEN = tuple(
    (ip_network(network), why)
    for network, why in (
        ("0.0.0.0/8", "this network"),
        ("100.64.0.0/10", "carrier's own"),
        ("168.63.129.16/32", "a cloud's own service"),
        ("192.0.0.0/24", "protocol assignments"),
        ("192.31.196.0/24", "a redirection service"),
        ("192.52.193.0/24", "a tunnel"),
        ("192.88.99.0/24", "a relay of 6to4"),
        ("192.175.48.0/24", "a redirection service"),
        ("198.18.0.0/15", "benchmarks"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/96", "an IPv4 address in an old form"),
        ("::ffff:0:0/96", "an IPv4 address in IPv6 form"),
        ("::ffff:0:0:0/96", "an IPv4 address in translated form"),
        ("64:ff9b::/96", "NAT64"),
        ("64:ff9b:1::/48", "NAT64"),
        ("100::/64", "discarded"),
        ("2001::/23", "protocol assignments, Teredo"),
        ("2001:db8::/32", "documentation"),
        ("2002::/16", "6to4"),
        ("2620:4f:8000::/48", "a redirection service"),
        ("3fff::/20", "documentation"),
        ("5f00::/16", "segment routing"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    )
)
_INNER = tuple(
    ".localhost .local .localdomain .internal .intranet .lan .home .corp .private .home.arpa .onion .test .invalid "
    ".in-addr.arpa .ip6.arpa".split()
)
# What an operating system reads as an IPv4 address though no browser's address bar shows it so.
_NUMBER = re.compile(r"(?:0[xX][0-9a-fA-F]*|[0-9]+)")
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")


class AddressError(InputError):
    """Says why an address is not fetched from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address on the web, taken apart.

    Attributes:
        host: in lower case, ASCII; an IPv6 address without brackets.
        path: with query, as it is asked for.
    """

    url: str
    scheme: str
    host: str
    port: int
    path: str


def target(url: str) -> Target:
    """Return the parts of an address that may be fetched, before any name is looked up.

    Raises:
        AddressError: it is no http or https address, hides another, or names a place inside.

    >>> target("https://post.example.org/2021/05?id=1").path
    '/2021/05?id=1'
    >>> target("http://127.1/")
    Traceback (most recent call last):
    ...
    harmtrace.intake.addresses.AddressError: a number in place of a name
    """
    if len(url) > _URL_LIMIT or any(ord(char) <= 32 or ord(char) == 127 for char in url) or "\\" in url:
        raise AddressError("an address with spaces, control characters or backslashes, or one too long")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise AddressError("no address") from error
    if parts.scheme not in PORTS:
        raise AddressError(f"the scheme {parts.scheme[:20]!r}")
    if "@" in parts.netloc:
        raise AddressError("a name or password before the host")
    if not host:
        raise AddressError("no host")
    if port is None and parts.netloc.endswith(":"):
        raise AddressError("an empty port")
    if port not in (None, PORTS[parts.scheme]):
        raise AddressError(f"port {port}")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=-._~[]") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=-._~?[]')}" if parts.query else ""
    )
    named = _host(host, in_brackets=parts.netloc.startswith("["))
    return Target(url=url, scheme=parts.scheme, host=named, port=PORTS[parts.scheme], path=path)


def _host(host: str, *, in_brackets: bool) -> str:
    """Return a host as it is looked up: an address of its usual form, or a name in ASCII."""
    if in_brackets:
        if "%" in host:
            raise AddressError("an address with a zone")
        try:
            address = IPv6Address(host)
        except ValueError as error:
            raise AddressError("no IPv6 address") from error
        check(address)
        return str(address)
    if "%" in host:
        raise AddressError("a host with an escape in it")
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise AddressError("a name that is none") from error
    name = name.lower().removesuffix(".")
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        try:
            plain = IPv4Address(name)
        except ValueError as error:
            raise AddressError("a number in place of a name") from error
        check(plain)
        return name
    if len(labels) < 2 or name.endswith(_INNER) or f".{name}" in _INNER:
        raise AddressError("a name of a place inside")
    if len(name) > 253 or not all(_NAME.fullmatch(label) for label in labels):
        raise AddressError("a name that is none")
    return name


def check(address: IPv4Address | IPv6Address | str) -> None:
    """Let a public address pass.

    Raises:
        AddressError: it is private, local, multicast, reserved, or carries another address in it.

    >>> check("9.9.9.9")
    >>> check("169.254.169.254")
    Traceback (most recent call last):
    ...
    harmtrace.intake.addresses.AddressError: the address 169.254.169.254, which is not public
    """
    try:
        plain = ip_address(address) if isinstance(address, str) else address
    except ValueError as error:
        raise AddressError(f"the address {str(address)[:60]!r}, which is none") from error
    if isinstance(plain, IPv6Address) and (plain.scope_id is not None or _isatap(plain)):
        raise AddressError(f"the address {plain}, which is local")
    for network, why in _FORBIDDEN:
        if plain.version == network.version and plain in network:
            raise AddressError(f"the address {plain}, which is {why}")
    if not plain.is_global or plain.is_multicast or plain.is_reserved or plain.is_unspecified:
        raise AddressError(f"the address {plain}, which is not public")


def _isatap(address: IPv6Address) -> bool:
    """Tell whether an address carries an IPv4 one as ISATAP does (RFC 5214)."""
    return (int(address) >> 32) & 0xFDFFFFFF == 0x00005EFE
