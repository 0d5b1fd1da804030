"""The real command, killed at random moments of its work."""

import pytest
from benchmarks.kills import kill, undisturbed


@pytest.mark.slow
def test_a_run_that_is_killed_loses_nothing_and_is_carried_on(tmp_path):
    calm = undisturbed(tmp_path, copies=12)
    killed: list[int] = []
    for seed in range(5):
        if len(killed) < 5:
            killed += kill(calm, kills=5 - len(killed), seed=seed)
    assert len(killed) == 5
