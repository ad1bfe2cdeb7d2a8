"""Which checks a project wants and how, while somebody is choosing."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from personamap.analysis.check import Check
from personamap.domain.audience import Aim, CheckSetting, Threshold


class CheckChoice(Struct, frozen=True):
    """One check as it is wanted: on or off, and its thresholds by name."""

    check: Check
    active: bool
    limits: dict[str, float] = field(default_factory=dict)

    @classmethod
    def default(cls, check: Check) -> CheckChoice:
        """Return a check as it comes."""
        return cls(check, check.active, {limit.name: limit.default for limit in check.limits})

    @classmethod
    def of(cls, check: Check, aim: Aim) -> CheckChoice:
        """Return a check as a project has it."""
        choice = cls.default(check)
        for setting in aim.checks:
            if setting.check == check.id:
                known = {t.name: t.value for t in setting.thresholds if t.name in choice.limits}
                choice = cls(check, setting.active, choice.limits | known)
        return choice

    @property
    def changed(self) -> bool:
        """Whether it differs from how it comes."""
        return self != CheckChoice.default(self.check)

    def switched(self, active: bool) -> CheckChoice:
        """Return it on or off."""
        return replace(self, active=active)

    def limited(self, name: str, value: float) -> CheckChoice:
        """Return it with another threshold."""
        return replace(self, limits=self.limits | {name: value})

    def setting(self) -> CheckSetting | None:
        """Return what the project stores: only what differs from how the check comes."""
        if not self.changed:
            return None
        default = CheckChoice.default(self.check).limits
        thresholds = tuple(
            Threshold(name=name, value=value)
            for name, value in self.limits.items()
            if value != default[name]
        )
        return CheckSetting(check=self.check.id, active=self.active, thresholds=thresholds)
