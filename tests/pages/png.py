"""Makes pictures of pages small: they are cut, and keep the 64 colours that most of their points have.

The format is that of <https://www.w3.org/TR/png-3/>; of it what Chromium writes is read: eight bits a sample, not
interlaced.
"""

import collections
import struct
import zlib

COLOURS = 64
FRAME = b"\xb0\xb0\xb0"
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunks(data):
    at = len(SIGNATURE)
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += length + 12


def paeth(left, above, corner):
    distances = [abs(above - corner), abs(left - corner), abs(left + above - 2 * corner)]
    return [left, above, corner][distances.index(min(distances))]


def rows(data):
    """The lines of a picture, as bytes of red, green and blue."""
    parts = collections.defaultdict(bytes)
    for kind, body in chunks(data):
        parts[kind] += body
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", parts[b"IHDR"])
    if depth != 8 or interlaced or colour not in (2, 6):
        raise ValueError("not a picture that Chromium makes")
    size = 3 if colour == 2 else 4
    raw, above = zlib.decompress(parts[b"IDAT"]), bytes(width * size)
    for line in range(height):
        at = line * (width * size + 1)
        kind, now = raw[at], bytearray(raw[at + 1 : at + 1 + width * size])
        for i in range(len(now) if kind else 0):
            left, corner = (now[i - size], above[i - size]) if i >= size else (0, 0)
            guess = [0, left, above[i], (left + above[i]) // 2, paeth(left, above[i], corner)][kind]
            now[i] = (now[i] + guess) & 255
        above = now
        yield b"".join(now[i : i + 3] for i in range(0, len(now), size))


def small(data, width, height):
    """The upper left of a picture in few colours and a thin frame, which tells it from the page that shows it."""
    lines = [line[: width * 3] for line in rows(data)][:height]
    points = [[line[i : i + 3] for i in range(0, len(line), 3)] for line in lines]
    points[0] = points[-1] = [FRAME] * len(points[0])
    for line in points:
        line[0] = line[-1] = FRAME
    count = collections.Counter(point for line in points for point in line)
    palette = [colour for colour, _ in count.most_common(COLOURS)]
    apart = lambda a, b: sum((x - y) ** 2 for x, y in zip(a, b))
    index = {colour: min(range(len(palette)), key=lambda i: apart(palette[i], colour)) for colour in count}
    body = b"".join(b"\0" + bytes(index[point] for point in line) for line in points)
    chunk = lambda kind, body: struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    head = struct.pack(">IIBBBBB", len(points[0]), len(points), 8, 3, 0, 0, 0)
    parts = [(b"IHDR", head), (b"PLTE", b"".join(palette)), (b"IDAT", zlib.compress(body, 9)), (b"IEND", b"")]
    return SIGNATURE + b"".join(chunk(kind, body) for kind, body in parts)
