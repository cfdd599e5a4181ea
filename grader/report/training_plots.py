"""A training as two plots: the loss of every epoch, and the path of the parameters over the loss."""

import math
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from ..comparison import Descent
from .markup import element
from .svg import Plot, Point, axis, sample

TOO_MANY_TIMES = 1_000.0
LOGARITHMIC_FROM = 100.0
OUTSIDE = 0.6  # how far beyond the outer contour a path is shown, as a fraction of its size


def pictures(descent: Descent) -> list[Element]:
    """Both plots, each with its caption, and a legend."""
    legend = element(
        "p", sample("reference"), " the reference ", sample("own"), " this submission", class_="legend"
    )
    if descent.trouble:
        legend = element("div", legend, element("p", descent.trouble, class_="trouble"))
    curve = _figure(_curve(descent), "The loss of each epoch")
    over = f"The path of {' and '.join(descent.names)} over lines of equal loss; the cross is the minimum"
    path = _figure(_path(descent), over)
    setting = element("p", f"Both trained the same way: {descent.setting}.", class_="dim")
    return [setting, element("div", curve, path, class_="pictures"), legend]


def _figure(picture: Element, caption: str) -> Element:
    return element("figure", picture, element("figcaption", caption))


def _curve(descent: Descent) -> Element:
    right, own = descent.reference.losses, _within(descent.own.losses, max(descent.reference.losses))
    shown = [*right, *own]
    log = min(shown) > 0 and max(shown) / min(shown) >= LOGARITHMIC_FROM
    epochs = max(len(right), len(own))
    says = f"The loss of the reference goes from {right[0]:.3g} to {right[-1]:.3g} in {len(right)} epochs"
    says += f", that of the submission from {own[0]:.3g} to {own[-1]:.3g}." if own else "."
    name = "loss, logarithmic" if log else "loss"
    plot = Plot(
        "curve", says, axis("epoch", (1, epochs), upright=False), axis(name, shown, upright=True, log=log)
    )
    plot.line(_numbered(right), "reference")
    plot.line(_numbered(own), "own")
    plot.marks(_numbered(own)[:: max(1, len(own) // 10)], "own")
    return plot.svg


def _within(losses: Sequence[float], most: float) -> list[float]:
    """The losses before the first one that diverges, which would flatten the rest of the plot."""
    found: list[float] = []
    for loss in losses:
        if not math.isfinite(loss) or abs(loss) > TOO_MANY_TIMES * most:
            break
        found.append(loss)
    return found


def _numbered(losses: Sequence[float]) -> list[Point]:
    return [(float(number), loss) for number, loss in enumerate(losses, 1)]


def _path(descent: Descent) -> Element:
    outer, right, own = descent.contours[-1], descent.reference.points, descent.own.points
    says = f"The reference ends at {_named(descent, right[-1])}"
    says += f"; the submission at {_named(descent, own[-1])}." if own else "."
    x = axis(descent.names[0], _shown([p[0] for p in outer], [p[0] for p in own]), upright=False)
    y = axis(descent.names[1], _shown([p[1] for p in outer], [p[1] for p in own]), upright=True)
    plot = Plot("path", says, x, y)
    for contour in descent.contours:
        plot.line(contour, "contour")
    inner = descent.contours[0][:-1]
    middle = sum(p[0] for p in inner) / len(inner), sum(p[1] for p in inner) / len(inner)
    plot.cross(middle, "minimum")
    plot.line(right, "reference")
    plot.line(own, "own")
    plot.marks(own, "own")
    return plot.svg


def _named(descent: Descent, point: Point) -> str:
    return ", ".join(f"{name} = {value:.3g}" for name, value in zip(descent.names, point, strict=True))


def _shown(outer: Sequence[float], own: Sequence[float]) -> list[float]:
    """Values to choose an axis for: the contours, and the path clipped to their neighbourhood."""
    room = OUTSIDE * (max(outer) - min(outer))
    return [*outer, *(min(max(value, min(outer) - room), max(outer) + room) for value in own)]
