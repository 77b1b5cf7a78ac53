"""Makes the README's picture of the page, `picture.png` beside this file, from the sample articles: `make picture`."""

from __future__ import annotations

import base64
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import numpy as np
from conftest import FLAGS, NO_CHROMIUM, program
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PICTURE = Path(__file__).with_name("picture.png")
VIEW = "view=conflicts&measure=areas_total"  # the conflict that the README tells of
WIDTH, HEIGHT, SCALE = 1120, 700, 2
# Gives the pixels of a PNG, four bytes each, both in base 64.
PIXELS = """async (shot) => {
  const image = new Image();
  image.src = `data:image/png;base64,${shot}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const bytes = context.getImageData(0, 0, image.width, image.height).data;
  let text = "";
  for (let at = 0; at < bytes.length; at += 30000) text += String.fromCharCode(...bytes.subarray(at, at + 30000));
  return btoa(text);
}"""


def take(page: Path, picture: Path) -> None:
    """Take the picture of the page at the top of the README's conflict, in light colours."""
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program(), args=[*FLAGS, "--disable-lcd-text"])
        size = {"width": WIDTH, "height": HEIGHT}
        tab = chromium.new_page(viewport=size, device_scale_factor=SCALE, color_scheme="light")
        tab.goto(f"{page.resolve().as_uri()}#{VIEW}")
        tab.wait_for_selector("html[data-ready=yes] article.card")
        shot = base64.b64encode(tab.screenshot()).decode("ascii")
        blank = chromium.new_page()  # the page's own policy would not let it draw
        pixels = base64.b64decode(blank.evaluate(PIXELS, shot))
        chromium.close()
    picture.write_bytes(small_png(np.frombuffer(pixels, dtype=np.uint8).reshape(HEIGHT * SCALE, WIDTH * SCALE, 4)))


def small_png(pixels: np.ndarray) -> bytes:
    """Return the pixels (rows of red, green, blue, alpha) as a PNG of at most 256 colours, a third of Chromium's."""
    codes = pixels[..., :3].astype(np.int64) @ (65_536, 256, 1)
    colours, places, counts = np.unique(codes, return_inverse=True, return_counts=True)
    palette = colours[np.argsort(-counts, kind="stable")[:256]]  # the most frequent are kept as they are
    parts_of = [np.stack([some >> 16, some >> 8 & 255, some & 255], axis=1) for some in (colours, palette)]
    nearest = np.array([np.abs(parts_of[1] - colour).sum(axis=1).argmin() for colour in parts_of[0]])
    places = nearest[places]
    height, width = codes.shape
    rows = np.zeros((height, width + 1), dtype=np.uint8)  # a row begins with its filter, 0 for none
    rows[:, 1:] = places.reshape(height, width)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)  # eight bits a pixel, by palette
    told = b"".join(int(code).to_bytes(3, "big") for code in palette)
    parts = ((b"IHDR", header), (b"PLTE", told), (b"IDAT", zlib.compress(rows.tobytes(), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


if __name__ == "__main__":
    if not program():
        sys.exit(NO_CHROMIUM)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pipeline", "run", str(ROOT / "corpus"), "--out", folder]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        take(Path(folder) / "report.html", PICTURE)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size:,} bytes")
