import pytest

from marsad.errors import MarsadError
from marsad.settings import load_settings


def test_defaults():
    settings = load_settings({})
    assert settings.register == "marsad.db"
    assert settings.jobs >= 1


def test_the_environment_decides():
    settings = load_settings({"MARSAD_REGISTER": "/data/r.db", "MARSAD_JOBS": "3"})
    assert (settings.register, settings.jobs) == ("/data/r.db", 3)


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "2.5"])
def test_a_number_of_processes_that_makes_no_sense_is_refused(jobs):
    with pytest.raises(MarsadError, match="MARSAD_JOBS"):
        load_settings({"MARSAD_JOBS": jobs})
