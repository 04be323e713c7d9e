"""Wording: one sentence a candidate; what was seen and when, never a cause."""

from collections.abc import Sequence

from harmtrace.records.footage import Kind

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def first(*, dark: bool, clear_s: float, looked_s: float, later: bool) -> str:
    """Return the sentence of a chain's first event.

    ``clear_s``: of the ``looked_s`` seconds after it, those in which its place could be watched.

    >>> first(dark=False, clear_s=21.44, looked_s=30.0, later=False)
    'luminous event; no second flash seen in the 21.4 s of the 30.0 s after it in which its place was in the picture, \
steady and not saturated'
    """
    what = (
        "event that darkened the picture at once, as a flash does where hot is shown dark"
        if dark
        else ("luminous event")
    )
    if later:
        return what
    if clear_s < 0.05:
        return f"{what}; its place could not be watched afterwards"
    watched = "in which its place was in the picture, steady and not saturated"
    return f"{what}; no second flash seen in the {clear_s:.1f} s of the {looked_s:.1f} s after it {watched}"


def later(*, place: int, dark: bool, after_s: float, moved_px: float | None, moved_m: float | None) -> str:
    """Return the sentence of a later event of a chain; ``place``: 2 for the second.

    >>> later(place=2, dark=False, after_s=1.7, moved_px=24.1, moved_m=12.04)
    'second luminous event 1.7 s after the first, 12 m away'
    >>> later(place=3, dark=True, after_s=3.24, moved_px=24.1, moved_m=None)
    'third event that darkened the picture 3.2 s after the first, 24 pixels away (no footprint: metres not known)'
    """
    name = _ORDINALS[place - 1] if place <= len(_ORDINALS) else f"{place}th"
    what = "event that darkened the picture" if dark else "luminous event"
    away = (
        f"{moved_px:.0f} pixels away (no footprint: metres not known)" if moved_m is None else f"{moved_m:.0f} m away"
    )
    return f"{name} {what} {after_s:.1f} s after the first, {away}"


def parting(kind: Kind, factor: float | None) -> str:
    """Return the sentence of a break of the picture; ``factor``: of gain or zoom, or how many places.

    >>> parting(Kind.GAIN_STEP, 0.8), parting(Kind.ZOOM, 1.5)
    ('step of gain: contrast times 0.80 at once', 'zoom: the picture became 1.5 times as large')
    """
    match kind:
        case Kind.CUT:
            return "cut: the picture became another one; what came before cannot be followed across it"
        case Kind.GAIN_STEP:
            return "step of gain" if factor is None else f"step of gain: contrast times {factor:.2f} at once"
        case Kind.POLARITY_FLIP:
            return "flip of polarity: light and dark changed places"
        case Kind.ZOOM:
            return "zoom" if factor is None else f"zoom: the picture became {factor:.1f} times as large"
        case Kind.MANY_AT_ONCE:
            return (
                f"light rose at {factor or 0:.0f} places at once: a broken picture, or many events; none is told apart"
            )
        case _:
            raise AssertionError(kind)


def sound(*, above_db: float, near: Sequence[tuple[float, float, float, str]]) -> str:
    """Return the sentence of a sound; ``near``: seconds after each flash, and the metres between which that puts it.

    >>> sound(above_db=14.2, near=[(2.9, 960.0, 1040.0, "4.00")])
    'sudden low sound, 14 dB above the seconds before; if it belongs to the flash at 4.00 s, 2.9 s before, the source \
was 960 to 1,040 m from the microphone'
    >>> sound(above_db=14.2, near=[(0.2, 50.0, 80.0, "9.00"), (2.9, 960.0, 1040.0, "6.30")]).partition("microphone")[2]
    '; if to the flash at 6.30 s, 2.9 s before, 960 to 1,040 m'
    """
    what = f"sudden low sound, {above_db:.0f} dB above the seconds before"
    if not near:
        return what
    told = [f"the flash at {flash} s, {after_s:.1f} s before" for after_s, _, _, flash in near]
    far = [f"{least:,.0f} to {most:,.0f} m" for _, least, most, _ in near]
    others = "".join(f"; if to {flash}, {metres}" for flash, metres in zip(told[1:], far[1:], strict=True))
    return f"{what}; if it belongs to {told[0]}, the source was {far[0]} from the microphone{others}"
