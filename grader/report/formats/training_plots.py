"""A training as two plots in SVG: the loss of every epoch, and the path of the parameters over the loss.

The page's style sheet defines their look.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ...comparison import TrainingComparison
from .markup import element

TOO_MANY_TIMES = 1_000.0
LOGARITHMIC_FROM = 100.0
OUTSIDE = 0.6  # how far beyond the outer contour a path is shown, as a fraction of its size
WIDTH, HEIGHT = 440, 320
LEFT, RIGHT, TOP, BOTTOM = 52, 12, 26, 44
TICKS = 5
FAR = 20_000.0  # beyond it, some browsers draw lines wrongly

Point = tuple[float, float]


def pictures(descent: TrainingComparison) -> list[Element]:
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


def _curve(descent: TrainingComparison) -> Element:
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
    after = descent.own.losses[len(own) : len(own) + 1]  # so that the line leaves the frame there
    plot.line(_numbered([*own, *(math.inf if math.isnan(loss) else loss for loss in after)]), "own")
    plot.line(_numbered(right), "reference")
    plot.marks(_numbered(own)[:: max(1, len(own) // 10)])
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


def _path(descent: TrainingComparison) -> Element:
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
    plot.cross(middle)
    plot.line(own, "own")
    plot.line(right, "reference")
    plot.marks(own)
    return plot.svg


def _named(descent: TrainingComparison, point: Point) -> str:
    return ", ".join(f"{name} = {value:.3g}" for name, value in zip(descent.names, point, strict=True))


def _shown(outer: Sequence[float], own: Sequence[float]) -> list[float]:
    """Values to choose an axis for: the contours, and the path clipped to their neighbourhood."""
    room = OUTSIDE * (max(outer) - min(outer))
    return [*outer, *(min(max(value, min(outer) - room), max(outer) + room) for value in own)]


@dataclass(frozen=True)
class Axis:
    """An axis, which maps numbers to positions in the picture."""

    name: str  # its label
    # least, most: the smallest and the largest number shown
    least: float
    most: float
    # start, end: the positions of these two, in units of the picture
    start: float
    end: float
    log: bool = False  # whether the scale is logarithmic

    def place(self, value: float) -> float:
        """The position of a number; far outside the frame if it cannot be shown."""
        scale: Callable[[float], float] = math.log10 if self.log else float
        if self.log and value <= 0:
            return FAR if self.start > self.end else -FAR
        low, high = scale(self.least), scale(self.most)
        found = self.start + (scale(value) - low) / (high - low) * (self.end - self.start)
        return max(-FAR, min(FAR, found))

    def ticks(self) -> list[float]:
        """Round numbers between `least` and `most`."""
        if self.log:
            low, high = math.ceil(math.log10(self.least) - 1e-9), math.floor(math.log10(self.most) + 1e-9)
            step = max(1, math.ceil((high - low + 1) / TICKS))
            return [10.0**power for power in range(low, high + 1, step)]
        rough = (self.most - self.least) / TICKS
        power = 10.0 ** math.floor(math.log10(rough))
        step_ = next(power * part for part in (1, 2, 5, 10) if power * part >= rough * 0.999)
        first = math.ceil(self.least / step_ - 1e-9)
        last = math.floor(self.most / step_ + 1e-9)
        return [number * step_ for number in range(first, last + 1)]


def axis(name: str, values: Iterable[float], *, upright: bool, log: bool = False) -> Axis:
    """An axis that shows all these values, with a small margin; `upright` makes it the y axis."""
    least, most = min(shown := list(values)), max(shown)
    if log:
        least, most = least / 1.3, most * 1.3
    else:
        room = max(0.04 * (most - least), 1e-6 * max(abs(least), abs(most))) or 0.5
        least, most = least - room, most + room
    start, end = (HEIGHT - BOTTOM, TOP) if upright else (LEFT, WIDTH - RIGHT)
    return Axis(name, least, most, start, end, log)


class Plot:
    """A plot, to which lines and marks can be added.

    `name` is unique on the page; `says` describes the plot for people who cannot see it.
    """

    def __init__(self, name: str, says: str, x: Axis, y: Axis) -> None:
        self.x, self.y = x, y
        self.svg = element("svg", viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=says)
        width, height = x.end - x.start, y.start - y.end
        box = {"x": _n(x.start), "y": _n(y.end), "width": _n(width), "height": _n(height)}
        clip = element("clipPath", element("rect", **box), id=f"{name}-frame")
        self.svg.append(clip)
        self._ticks()
        self.svg.append(element("rect", class_="frame", **box))
        self._inside = element("g", clip_path=f"url(#{name}-frame)")
        self.svg.append(self._inside)

    def _ticks(self) -> None:
        for value in self.x.ticks():
            at, foot = _n(self.x.place(value)), _n(self.y.start)
            self.svg.append(element("line", class_="grid", x1=at, x2=at, y1=foot, y2=_n(self.y.end)))
            below = {"x": at, "y": _n(self.y.start + 16), "text_anchor": "middle"}
            self.svg.append(element("text", _number(value), **below))
        for value in self.y.ticks():
            at = _n(self.y.place(value))
            self.svg.append(
                element("line", class_="grid", x1=_n(self.x.start), x2=_n(self.x.end), y1=at, y2=at)
            )
            self.svg.append(element("text", _number(value), x=_n(self.x.start - 6), y=at, class_="upright"))
        middle = _n((self.x.start + self.x.end) / 2)
        self.svg.append(
            element("text", self.x.name, x=middle, y=_n(HEIGHT - 8.0), text_anchor="middle", class_="name")
        )
        self.svg.append(element("text", self.y.name, x="4", y="14", class_="name"))

    def line(self, points: Sequence[Point], class_: str) -> None:
        """Draw a line through the points."""
        places = " ".join(f"{_n(self.x.place(x))},{_n(self.y.place(y))}" for x, y in points)
        self._inside.append(element("polyline", points=places, class_=class_))

    def marks(self, points: Sequence[Point]) -> None:
        """Draw a dot on each point of the submission's own."""
        for x, y in points:
            at = {"cx": _n(self.x.place(x)), "cy": _n(self.y.place(y))}
            self._inside.append(element("circle", r="3", class_="own", **at))

    def cross(self, point: Point) -> None:
        """Draw a cross on the minimum."""
        x, y = self.x.place(point[0]), self.y.place(point[1])
        path = f"M{_n(x - 5)} {_n(y)}H{_n(x + 5)}M{_n(x)} {_n(y - 5)}V{_n(y + 5)}"
        self._inside.append(element("path", d=path, class_="minimum"))


def sample(class_: str) -> Element:
    """A sample of a line, for a legend."""
    svg = element("svg", viewBox="0 0 28 10", class_="sample", aria_hidden="true")
    svg.append(element("polyline", points="1,5 27,5", class_=class_))
    if class_ == "own":
        svg.append(element("circle", cx="14", cy="5", r="3", class_=class_))
    return svg


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _number(value: float) -> str:
    return f"{0.0 if abs(value) < 1e-12 else value:.4g}"
