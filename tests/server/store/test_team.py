"""Policy, tokens, pairing codes and salts in both databases."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from linkwell.actions.access import new_token, prove, recognise
from linkwell.actions.pair import open_code, pair
from linkwell.model.access import Scope
from linkwell.model.errors import Conflict, Forbidden, Unauthorized
from linkwell.model.policy import Owner, Policy
from linkwell.store import policies, salts, tokens
from linkwell.store.engine import transaction

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_the_newest_policy_is_in_force(engine: Engine) -> None:
    first = Policy(
        "go.acme.example",
        approved_destinations=("acme.example",),
        allowed_shorteners=("short.example",),
        require_tracking=True,
        owner=Owner(name="Acme"),
    )
    with transaction(engine) as session:
        assert policies.newest(session) == (0, Policy())
        assert policies.save(session, first, 0, NOW, "admin") == 1
        assert policies.save(session, Policy(), 1, NOW, "admin") == 2
        assert policies.newest(session) == (2, Policy())
    with transaction(engine) as session, pytest.raises(Conflict, match="Somebody else"):
        policies.save(session, first, 1, NOW, "admin")


def test_a_token_is_recognised_by_its_whole_text_alone(engine: Engine) -> None:
    with transaction(engine) as session:
        agent = new_token(session, Scope.AGENT, "Dana's Chrome", NOW)
        assert recognise(session, agent, Scope.AGENT).name == "Dana's Chrome"
        with pytest.raises(Forbidden, match="administrators"):
            recognise(session, agent, Scope.ADMIN)
        for wrong in (None, "", "x", agent[:-1], agent + "x", "lw_" + "0" * 12 + "_x", agent.upper(), "lw_\ud800_x"):
            with pytest.raises(Unauthorized):
                recognise(session, wrong, Scope.AGENT)
        assert tokens.revoke(session, agent.split("_")[1], NOW)
        with pytest.raises(Unauthorized):
            recognise(session, agent, Scope.AGENT)
        assert prove(session, agent.split("_")[1], "ab" * 16, "18473") is None


def test_a_code_pairs_once(engine: Engine) -> None:
    with transaction(engine) as session:
        code = open_code(session, Scope.ADMIN, NOW)
        got = pair(session, code.replace(" ", ""), "Chrome", NOW)
        assert isinstance(got, tuple)
        assert got[1] is Scope.ADMIN
        assert recognise(session, got[0], Scope.ADMIN).name == "Chrome"
        assert isinstance(pair(session, code, "Chrome", NOW), str)


def test_a_code_ends_after_two_minutes(engine: Engine) -> None:
    with transaction(engine) as session:
        code = open_code(session, Scope.AGENT, NOW)
        assert "prints a new one" in str(pair(session, code, "Chrome", NOW + timedelta(minutes=2)))


def test_a_code_ends_after_five_wrong_tries(engine: Engine) -> None:
    with transaction(engine) as session:
        code = open_code(session, Scope.AGENT, NOW)
        wrong = "000 000" if code != "000 000" else "111 111"
        said = [str(pair(session, wrong, "Chrome", NOW)) for _ in range(5)]
        assert said[0] == "That is not the code. 4 tries are left."
        assert said[3] == "That is not the code. 1 try is left."
        assert "prints a new one" in said[4]
        assert isinstance(pair(session, code, "Chrome", NOW), str)


def test_a_day_has_one_salt_and_old_ones_are_destroyed(engine: Engine) -> None:
    with transaction(engine) as session:
        assert salts.find(session, NOW) is None
        today = salts.make(session, NOW)
        assert salts.find(session, NOW + timedelta(hours=5)) == today
        assert salts.make(session, NOW + timedelta(hours=5)) == today
        assert salts.make(session, NOW + timedelta(days=1)) != today
        assert salts.find(session, NOW) == today
        salts.make(session, NOW + timedelta(days=3))
        assert salts.find(session, NOW) is None
