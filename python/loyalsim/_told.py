"""What commands and fits have in common: they say in words what was found."""

from __future__ import annotations

from loyalsim import _core
from loyalsim._options import language
from loyalsim._pictures import said


class Told:
    """What was found, in words. In a notebook it shows itself."""

    _found: _core.Found | _core.Calibrated | _core.CohortsCalibrated

    def text(self, lang: str | None = None) -> str:
        """Return what was found in words, as the command line says it.

        Parameters
        ----------
        lang : {"en", "ru"}, optional
            The language, if not the one that was set.

        Returns
        -------
        str
            What was found.
        """
        return self._found.text(language(lang))

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>\n{self.text()}"

    def _repr_html_(self) -> str:
        return said(self.text())
