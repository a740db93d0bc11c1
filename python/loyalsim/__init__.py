"""A simulator of loyalty programs that says what one is good for, and at what price.

>>> import loyalsim
>>> design = loyalsim.Design.new()
>>> result = loyalsim.run(design, trials=20, customers=100, progress=False)
>>> round(result.headline["net_effect"].mean) == round(result.summary["headline"]["net_effect"]["mean"])
True
"""

from loyalsim import parts
from loyalsim._calibrate import Calibration, CohortCalibration, calibrate, calibrate_cohorts
from loyalsim._commands import compare, exit, optimise, review, run, sensitivity, stress, sweep, voi
from loyalsim._core import VERSION
from loyalsim._design import Design
from loyalsim._errors import DesignError, DesignWarning, Problem
from loyalsim._options import set_language
from loyalsim._pictures import Picture, Pictures
from loyalsim._results import (
    Comparison,
    Estimate,
    Exit,
    Headline,
    InformationValue,
    Optimum,
    Result,
    Review,
    Run,
    Sensitivity,
    Stress,
    Sweep,
)
from loyalsim._sobol import sobol_indices
from loyalsim._table import Table

__version__ = VERSION

__all__ = [
    "Calibration",
    "CohortCalibration",
    "Comparison",
    "Design",
    "DesignError",
    "DesignWarning",
    "Estimate",
    "Exit",
    "Headline",
    "InformationValue",
    "Optimum",
    "Picture",
    "Pictures",
    "Problem",
    "Result",
    "Review",
    "Run",
    "Sensitivity",
    "Stress",
    "Sweep",
    "Table",
    "__version__",
    "calibrate",
    "calibrate_cohorts",
    "compare",
    "exit",
    "optimise",
    "parts",
    "review",
    "run",
    "sensitivity",
    "set_language",
    "sobol_indices",
    "stress",
    "sweep",
    "voi",
]
