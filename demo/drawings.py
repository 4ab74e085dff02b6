"""Images drawn on the server: calm shapes in the site's colours, ours and free to use.

Each drawing is a function that paints on a canvas of 1200 × 750 units; the same call
always gives the same picture.
"""

import io
from collections.abc import Callable
from math import cos, pi, sin

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 750
SCALE = 2  # painted larger and scaled down, so that edges are smooth
PAPER, MIST, SAGE, TEAL, DEEP, CLAY, SAND = (
    "#f3f6f4",
    "#dfe9e5",
    "#a9c6bc",
    "#3f7f78",
    "#17494d",
    "#c9765a",
    "#ead9c4",
)

Point = tuple[float, float]


class Canvas:
    """A picture in units of 1200 × 750."""

    def __init__(self, background: str = PAPER) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), background)
        self.draw = ImageDraw.Draw(self.image)

    def circle(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle."""
        box = [x - radius, y - radius, x + radius, y + radius]
        self.draw.ellipse([value * SCALE for value in box], fill=colour)

    def block(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle with round corners, from its middle."""
        box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2]
        radius = min(width, height) / 2.6
        self.draw.rounded_rectangle([v * SCALE for v in box], radius=radius * SCALE, fill=colour)

    def stroke(self, points: list[Point], width: float, colour: str) -> None:
        """A line with round ends and joints."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.draw.line(scaled, fill=colour, width=round(width * SCALE), joint="curve")
        for x, y in points:
            self.circle(x, y, width / 2, colour)

    def png(self) -> bytes:
        """The finished picture."""
        output = io.BytesIO()
        smooth = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        smooth.save(output, "PNG", optimize=True)
        return output.getvalue()


def hills(canvas: Canvas) -> None:
    """Two soft hills that ground every picture."""
    canvas.circle(250, 1240, 680, MIST)
    canvas.circle(1000, 1300, 720, SAND)


def spine(canvas: Canvas) -> None:
    """A spine in a gentle S, the lowest discs marked."""
    for number in range(11):
        x = 600 + 70 * sin(number / 10 * 2 * pi)
        y = 90 + number * 56
        canvas.block(x, y, 150 + number * 7, 36, TEAL if number < 8 else DEEP)
        canvas.block(x, y + 28, 120 + number * 7, 12, CLAY if number in (8, 9) else SAGE)


def neck(canvas: Canvas) -> None:
    """A head on a neck from the side."""
    canvas.circle(610, 270, 170, SAGE)
    canvas.stroke([(600, 400), (585, 520), (560, 640)], 120, SAGE)
    for number in range(6):
        canvas.block(572 - number * 4, 410 + number * 42, 70, 28, DEEP)


def ear(canvas: Canvas) -> None:
    """An ear with the spiral of the balance organ."""
    canvas.circle(560, 340, 220, SAGE)
    canvas.circle(590, 360, 140, PAPER)
    turns = [
        (
            620 + (18 + angle * 6) * cos(angle / 3),
            370 + (18 + angle * 6) * sin(angle / 3),
        )
        for angle in range(22)
    ]
    canvas.stroke(turns, 22, TEAL)
    canvas.circle(620, 370, 20, CLAY)


def head(canvas: Canvas) -> None:
    """A head with waves of pain on one side."""
    canvas.circle(560, 360, 230, SAGE)
    for ring, colour in ((150, CLAY), (105, SAND), (60, CLAY)):
        canvas.circle(660, 280, ring, colour)


def hand(canvas: Canvas) -> None:
    """An open hand, the wrist marked."""
    for x, top in ((470, 250), (550, 190), (630, 180), (710, 230)):
        canvas.stroke([(x, 430), (x, top)], 62, SAGE)
    canvas.stroke([(470, 480), (360, 380)], 62, SAGE)
    canvas.block(590, 470, 310, 220, SAGE)
    canvas.stroke([(590, 560), (590, 720)], 170, SAGE)
    canvas.block(590, 610, 190, 36, CLAY)


def knee(canvas: Canvas) -> None:
    """A bent knee with its joint."""
    canvas.stroke([(330, 250), (640, 300)], 130, SAGE)
    canvas.stroke([(650, 320), (600, 700)], 110, SAGE)
    canvas.circle(650, 310, 84, TEAL)
    canvas.circle(650, 310, 40, CLAY)


def foot(canvas: Canvas) -> None:
    """A foot from the side, the heel marked."""
    canvas.stroke([(420, 150), (430, 480)], 120, SAGE)
    canvas.stroke([(430, 560), (640, 570), (850, 600)], 120, SAGE)
    canvas.circle(410, 590, 62, CLAY)


def shoulder(canvas: Canvas) -> None:
    """A shoulder with its joint."""
    canvas.circle(460, 180, 120, SAGE)
    canvas.stroke([(440, 350), (700, 360)], 150, SAGE)
    canvas.stroke([(720, 380), (790, 680)], 110, SAGE)
    canvas.circle(720, 370, 78, TEAL)
    canvas.circle(720, 370, 36, CLAY)


def elbow(canvas: Canvas) -> None:
    """A bent arm, the outside of the elbow marked."""
    canvas.stroke([(380, 160), (520, 520)], 110, SAGE)
    canvas.stroke([(520, 520), (860, 380)], 96, SAGE)
    canvas.circle(515, 535, 56, CLAY)


def face(canvas: Canvas) -> None:
    """A face with the three branches of its nerve."""
    canvas.circle(590, 370, 260, SAGE)
    for end in ((420, 230), (390, 380), (440, 520)):
        canvas.stroke([(720, 370), end], 20, CLAY)
    canvas.circle(720, 370, 34, DEEP)


def clinic(canvas: Canvas) -> None:
    """A low house with a tree."""
    canvas.block(620, 480, 560, 300, TEAL)
    canvas.block(620, 330, 640, 60, DEEP)
    for x in (440, 620, 800):
        canvas.block(x, 480, 90, 110, SAND)
    canvas.stroke([(220, 660), (220, 430)], 30, CLAY)
    canvas.circle(220, 360, 120, SAGE)


def walking(canvas: Canvas) -> None:
    """Somebody walking."""
    canvas.circle(600, 150, 64, TEAL)
    canvas.stroke([(600, 240), (590, 430)], 90, TEAL)
    canvas.stroke([(590, 430), (490, 660)], 60, DEEP)
    canvas.stroke([(590, 430), (700, 540), (740, 670)], 60, DEEP)
    canvas.stroke([(600, 260), (480, 380)], 44, SAGE)
    canvas.stroke([(600, 260), (730, 360)], 44, SAGE)


def portrait(canvas: Canvas) -> None:
    """A person without features: the people of the demo are invented."""
    canvas.circle(600, 300, 150, TEAL)
    canvas.circle(600, 760, 300, DEEP)


DRAWINGS: dict[str, tuple[str, Callable[[Canvas], None]]] = {
    drawing.__name__: (str(drawing.__doc__), drawing)
    for drawing in (
        spine,
        neck,
        ear,
        head,
        hand,
        knee,
        foot,
        shoulder,
        elbow,
        face,
        clinic,
        walking,
        portrait,
    )
}


def draw(name: str) -> bytes:
    """The drawing of this name as a PNG.

    Raises:
        KeyError: there is no such drawing.
    """
    canvas = Canvas()
    hills(canvas)
    DRAWINGS[name][1](canvas)
    return canvas.png()
