"""Replies that ask for no more texts are understood as a person would; everything else is left alone."""

import time

import pytest

from linkwell.text.optout_words import is_opt_in, is_opt_out


@pytest.mark.parametrize(
    "reply",
    [
        "STOP", "stop", " Stop. ", "STOP!!!", "“Stop”", "Stop 🛑", "S.T.O.P", "stooop", "stopall", "STOP ALL", "Unsubscribe", "cancel",
        "END", "Quit", "revoke", "OPTOUT", "opt out", "Opt-Out", "opt-out.", "remove", "arrêt", "ARRET", "Alto", "Parar", "abmelden",
        "Stop please", "please stop", "Pls stop", "stop, thanks", "STOP STOP STOP", "Stop texting me", "stop texting me!",
        "Please stop texting this number", "STOP sending me these messages", "stop sending texts", "Stop all messages",
        "Stop messaging me please", "Don't text me", "don’t text me again", "do not text me anymore", "Do not contact me",
        "dont message me ever again", "Remove me from your list", "take me off your list", "take me off this list please",
        "Please remove my number", "remove me", "Unsubscribe me", "opt me out", "I want to opt out", "I'd like to unsubscribe",
        "No more texts", "no more messages please", "Leave me alone", "I revoke my consent", "stop it", "Stop contacting me",
        "can you stop texting me", "Could you please stop sending me messages?", "i no longer want to receive these texts",
        "I don't want any more texts", "quit texting me", "lose my number", "stpo", "Stop calling and texting me",
        "please unsubscribe me from this list", "I said stop", "OK stop", "stop now",
    ],
)  # fmt: skip
def test_a_person_would_understand_no_more_texts(reply: str) -> None:
    assert is_opt_out(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "", " ", "!!!", "🛑", "ok", "please", "thanks", "Hi", "Yes", "No", "no thanks", "I'll stop by at 5", "Can I stop by tomorrow?",
        "stop by anytime", "cancel my appointment", "Please cancel my order", "cancel my subscription", "What time do you end today?",
        "the end is near", "when does it end", "I can't stop laughing", "Which bus stop?", "the stop sign", "nonstop",
        "stopped at the store", "don't stop", "Please don't stop", "Do not cancel", "text me when ready", "Please call me",
        "call me at 5", "Can you send me the link", "send it to my phone", "remove the second item", "remove the mat",
        "I want to end my lease", "Quit smoking program", "at the weekend", "I need to revoke my offer", "Stop working on it for now",
        "unsubscribed from what", "Do not text my wife, text me", "don't call, text me", "Don't call me, text is better",
        "Sorry, I was away", "Can you stop the delivery?", "Hi, I am here", "I am", "you need to call me", "stop the order",
        "Don't send it yet", "Stop the 5pm reminder for Tom", "2", "help", "HELP", "Cancel Tuesday",
    ],
)  # fmt: skip
def test_other_replies_are_left_alone(reply: str) -> None:
    assert not is_opt_out(reply)


def test_a_team_adds_words_of_its_own() -> None:
    assert not is_opt_out("Nope")
    assert is_opt_out("NOPE!", ("nope",))
    assert is_opt_out("no more yoga", ("No more yoga",))
    assert not is_opt_out("nope nope", ("nope",))


@pytest.mark.parametrize("reply", ["START", "start.", "Unstop", "YES", "Yes!", "opt in", "OPT-IN"])
def test_texts_are_wanted_again(reply: str) -> None:
    assert is_opt_in(reply)
    assert not is_opt_out(reply)


@pytest.mark.parametrize("reply", ["", "yes please call me", "Start at 5", "yesterday", "stop", "restart"])
def test_consent_is_never_guessed(reply: str) -> None:
    assert not is_opt_in(reply)


@pytest.mark.parametrize("piece", ["stop ", "please ", "me ", "texts ", "i ", "text me ", "all the ", "s", "st", "don't ", "́"])
def test_a_hostile_reply_costs_nothing(piece: str) -> None:
    start = time.process_time()
    for length in (150, 1600, 100_000):
        is_opt_out(f"stop {(piece * length)[:length]}x")
        is_opt_out(f"please {(piece * length)[:length]}")
    assert time.process_time() - start < 0.5
