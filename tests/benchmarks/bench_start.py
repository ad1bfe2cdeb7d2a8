"""How soon the command line answers, beside a bare start of the library it is made with."""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

from personamap.resources import example

ROUNDS, TARGET = 9, 3.0


def seconds(*arguments: str) -> float:
    """Median wall time of a fresh process."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - began)
    return median(times)


def main() -> None:
    """Print times and ratios."""
    bare = seconds("-c", "import typer")
    shown = seconds("-m", "personamap", "--help")
    checked = seconds(
        "-m", "personamap", "check", "--fail-on", "never", str(example("onboarding.personamap"))
    )
    sys.stdout.write(
        f"start: --help {shown * 1e3:.0f} ms, {shown / bare:.1f} x importing typer "
        f"(target {TARGET:g} x); check of the example {checked * 1e3:.0f} ms, "
        f"{checked / bare:.1f} x\n"
    )


if __name__ == "__main__":
    main()
