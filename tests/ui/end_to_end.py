#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the program as a person does: on a display, with a window manager, mouse and keyboard.

Opens a capture by File > Open with its path typed into the dialog, drags a slider with the mouse,
exports the report, quits; the report must name the threshold that was dragged to, and the command
that it names must find the same scans. Everything waits for what it needs to see, never for a
time.

Usage: end_to_end.py SWEEPSCOPE SWEEPSCOPE-CLI CAPTURE. Exit code 77: something is not installed.
"""

import os
import re
import shlex
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NEEDED = ("Xvfb", "openbox", "xdotool")
LIMIT = 120  # seconds; only a test that fails waits as long
ACCENT = (0x0B, 0x62, 0xC4)  # of the light look: what a slider is drawn in
SKIPPED = 77


def wait_for(what, look, limit=LIMIT):
    """What `look` gives as soon as it is true."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        seen = look()
        if seen:
            return seen
        time.sleep(0.1)
    sys.exit(f"waited {limit} s in vain for {what}")


class Screen:
    """A display without a monitor, whose picture is a file (the X Window Dump format, XWDFile.h)."""

    def __init__(self, folder):
        self.picture = folder / "Xvfb_screen0"
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-fbdir", folder,
             "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        # The number and its line's end come apart, and a server that cannot write the end stops.
        with open(read, encoding="ascii") as told:
            number = told.readline().strip()
        if not number:
            sys.exit("Xvfb did not start")
        self.display = ":" + number

    def find_handle(self, width):
        """The middle of the first slider's handle in the left-most columns, or nothing.

        A slider is the first thing drawn in the accent for more than three lines on end, with a
        groove from its left end to the handle."""
        data = self.picture.read_bytes()
        header = struct.unpack(">25I", data[:100])
        size, lines, stride, colours = header[0], header[5], header[12], header[19]
        pixels = memoryview(data)[size + 12 * colours:]
        blue_first = header[7] == 0
        accent = bytes(reversed(ACCENT)) if blue_first else bytes(ACCENT)
        skip = 0 if blue_first else 1
        rows = []
        for y in range(lines):
            line = bytes(pixels[y * stride:y * stride + 4 * width])
            places = [x for x in range(width) if line[4 * x + skip:4 * x + skip + 3] == accent]
            rows = rows + [(y, places)] if len(places) >= 20 else []
            if len(rows) == 4:
                right = max(place for _, all_of in rows for place in all_of)
                return right - 8, y - 1
        return None


class Person:
    """Keyboard, mouse and eyes, by xdotool."""

    def __init__(self, environment):
        self.environment = environment

    def do(self, *words):
        done = subprocess.run(["xdotool", *map(str, words)], env=self.environment, text=True,
                              capture_output=True, check=False)
        return done.stdout.split()

    def windows(self, name):
        return self.do("search", "--onlyvisible", "--name", name)

    def wait_for_window(self, name):
        window = wait_for(f"a window called {name}", lambda: self.windows(name))[-1]

        def has_keyboard():
            if self.do("getwindowfocus") == [window] or self.do("getactivewindow") == [window]:
                return True
            self.do("windowactivate", window)
            return False

        wait_for(f"the keyboard in {name}", has_keyboard)
        return window

    def choose_in_menu(self, key, *letters):
        """Opens a menu and goes down in it; each step makes one window more."""
        for letter in (key, *letters[:-1]):
            before = len(self.do("search", "--onlyvisible", "--class", "sweepscope"))
            self.do("key", letter)
            wait_for("a menu", lambda: len(
                self.do("search", "--onlyvisible", "--class", "sweepscope")) > before)
        self.do("key", letters[-1])

    def answer_dialog(self, name, text):
        dialog = self.wait_for_window(name)
        self.do("key", "ctrl+a")
        self.do("type", "--delay", "20", text)
        self.do("key", "Return")
        wait_for(f"{name} to go", lambda: dialog not in self.windows(name))

    def drag(self, begin, end):
        self.do("mousemove", *begin)
        self.do("mousedown", 1)
        steps = 12
        for step in range(1, steps + 1):
            self.do("mousemove", *(a + (b - a) * step // steps for a, b in zip(begin, end)))
        self.do("mouseup", 1)


def scans_of(cli, command):
    report = subprocess.run([cli, *command, "--quiet", "--json", "-"], check=True,
                            capture_output=True, text=True).stdout
    return int(re.search(r'"totals": \{\s*"scans": (\d+)', report).group(1))


def use(program, capture, folder, screen, environment):
    person = Person(environment)
    window_program = subprocess.Popen(
        [program, "--language", "en", "--telescope", "203.0.112.0/20"], env=environment)
    try:
        person.wait_for_window("^Sweepscope$")
        person.choose_in_menu("alt+f", "o")
        person.answer_dialog("^Open captures$", str(capture))
        main = person.wait_for_window("^" + re.escape(capture.name) + " — Sweepscope$")

        person.do("windowmove", main, 0, 0)
        person.do("windowsize", main, 1280, 800)
        before = wait_for("a slider", lambda: screen.find_handle(280))
        # The window may still be moving: the handle has to stay where it is.
        while (again := wait_for("a slider", lambda: screen.find_handle(280))) != before:
            before = again
        person.drag(before, (before[0] + 60, before[1]))
        wait_for("the slider to follow", lambda: screen.find_handle(280) not in (None, before))

        report = folder / "report.html"
        person.choose_in_menu("alt+f", "e", "r")
        person.answer_dialog("^Save report$", str(report))
        wait_for("the report", report.exists)
        person.wait_for_window("Sweepscope$")
        person.do("key", "ctrl+q")
        code = window_program.wait(LIMIT)
        if code != 0:
            sys.exit(f"the program ended with {code}")
    finally:
        window_program.kill()
    return report.read_text(encoding="utf-8")


def check(report, cli):
    text = re.sub(r"<[^>]+>", "\n", report).replace("&amp;", "&").replace("&#39;", "'")
    text = text.replace("&quot;", '"')
    command = re.search(r"sweepscope-cli analyze .*", text)
    if not command:
        sys.exit("the report does not name a command")
    words = shlex.split(command.group(0))[1:]
    if "--expiry" not in words or words[words.index("--expiry") + 1] == "480":
        sys.exit(f"the slider did not move the threshold: {command.group(0)}")
    scans = int(re.search(r"Scans\s+([\d,]+)", text).group(1).replace(",", ""))
    again = scans_of(cli, words)
    if scans != again:
        sys.exit(f"the report has {scans} scans, its command finds {again}")
    print(f"opened, dragged to {words[words.index('--expiry') + 1]} s, exported: {scans} scans")


def stop(*processes):
    for process in processes:
        process.send_signal(signal.SIGTERM)
        process.wait()


def start_desktop(folder, environment):
    """A display and its window manager. Display servers that start in one moment may take each
    other's number, so one that no window manager comes to is given up for another. A window that
    asks to be shown before the manager has looked at all windows may be shown by neither."""
    ready = folder / "managed"
    for _ in range(5):
        screen = Screen(folder)
        environment["DISPLAY"] = screen.display
        manager = subprocess.Popen(["openbox", "--startup", f"touch {ready}"], env=environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + LIMIT / 4
        while manager.poll() is None and time.monotonic() < end:
            if ready.exists():
                return screen, manager
            time.sleep(0.1)
        stop(manager, screen.server)
    sys.exit("no window manager would start")


def main():
    program, cli, sample = sys.argv[1:]
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        print(f"skipped: {', '.join(missing)} not installed "
              "(packaging/install-dependencies.sh tests installs what is needed)")
        return SKIPPED
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        capture = folder / "day.pcap.gz"
        shutil.copy(sample, capture)
        environment = {key: value for key, value in os.environ.items()
                       if not key.startswith(("QT_", "XDG_", "DBUS_", "WAYLAND_"))}
        environment.update(HOME=name, LC_ALL="C.UTF-8", XDG_RUNTIME_DIR=name,
                           QT_QPA_PLATFORM="xcb")
        screen, manager = start_desktop(folder, environment)
        try:
            check(use(program, capture, folder, screen, environment), cli)
        finally:
            stop(manager, screen.server)
    return 0


if __name__ == "__main__":
    sys.exit(main())
