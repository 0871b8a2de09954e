"""The wording checks in Spanish, French, German, Portuguese, Italian and Dutch: found as people type it, silent on ordinary texts."""

import time

import pytest

from linkwell.actions.review import review
from linkwell.model.context import Context
from linkwell.model.finding import Finding, Severity
from linkwell.model.message import Message
from linkwell.model.policy import OptOut, Policy
from linkwell.text.edits import apply_edits
from linkwell.text.languages import reading
from linkwell.text.languages.language import fold

URL = "https://acme.com/x"
ASKED = Context(Policy(opt_out=OptOut(required=True)))
NOTHING = Context()


def found(text: str, code: str, context: Context = NOTHING, campaign: str | None = None) -> list[Finding]:
    return [one for one in review(Message(text.replace("{}", URL), campaign=campaign), context).findings if one.code == code]


def mended(text: str) -> str:
    edits = [one.edit for one in found(text, "vague-link-text") if one.edit is not None]
    return apply_edits(text.replace("{}", URL), edits).replace(URL, "{}")


VAGUE = {
    "Haz clic aquí: {}": "Visita {}",
    "Por favor, haga clic aquí para ver su cita: {}": "Para ver su cita: {}",
    "Confirma haciendo clic en el siguiente enlace: {}": "Confirma en {}",
    "Tu factura está lista, pulsa aquí {}": "Tu factura está lista, visita {}",
    "Votre facture est prête, cliquez sur ce lien : {}": "Votre facture est prête, visitez {}",
    "Merci de cliquer ici pour confirmer : {}": "Pour confirmer : {}",
    "Confirmez en cliquant ici : {}": "Confirmez sur {}",
    "Bitte klicken Sie hier: {}": "Bitte gehen Sie auf {}",
    "Klicken Sie hier, um Ihren Termin zu bestätigen: {}": "Um Ihren Termin zu bestätigen: {}",
    "Bestätigen Sie mit einem Klick auf diesen Link: {}": "Bestätigen Sie unter {}",
    "Clique aqui para agendar: {}": "Para agendar: {}",
    "Confirme clicando aqui: {}": "Confirme em {}",
    "Cliccate qui: {}": "Andate su {}",
    "Clicca qui per maggiori informazioni: {}": "Per maggiori informazioni: {}",
    "Klik hier om te betalen: {}": "Om te betalen: {}",
    "Bevestig door hier te klikken: {}": "Bevestig via {}",
}


@pytest.mark.parametrize(("text", "better"), VAGUE.items())
def test_vague_words_are_found_and_what_stands_instead_reads_well(text: str, better: str) -> None:
    assert mended(text) == better
    assert not found(better, "vague-link-text")


@pytest.mark.parametrize(
    "text",
    [
        "Tu pedido está listo y haz clic aquí para verlo: {}",
        "Haz clic aquí para pagar. Gracias. {}",
        "Bestätigen Sie, indem Sie hier klicken: {}",
        "Ihre Rechnung ist da, bitte hier klicken: {}",
        "{} (cliquez ici)",
    ],
)
def test_there_is_no_edit_where_neither_reads_well(text: str) -> None:
    [finding] = found(text, "vague-link-text")
    assert finding.edit is None


CODES = """
    Tu código de verificación es 482910. ¿No eres tú? {}
    482910 es tu código de acceso de Acme {}
    Votre code de connexion : 482 910. Infos {}
    Saisissez le code 482910 pour vous connecter {}
    Ihr Bestätigungscode lautet 482910. {}
    Ihre TAN lautet 482910 {}
    O seu código de segurança é 4821 {}
    A sua senha de uso único é 482910 {}
    Il tuo codice di verifica è 482910. {}
    La sua password monouso è 482910 {}
    Uw eenmalige wachtwoord is 482910 {}
    482910 is je inlogcode voor Acme {}
""".strip().splitlines()
OTHER_CODES = """
    El código de la puerta es 4821. Cómo llegar: {}
    Tu código de reserva es 482910. Check-in: {}
    Le code de la porte est 4821. Plan : {}
    Der Code für das Tor ist 4821. Anleitung: {}
    O código para abrir o portão é 4821. Guia: {}
    Senha 45: acompanhe a fila em {}
    Il codice della prenotazione è 482910. {}
    De code voor het hek is 4821. Uitleg: {}
    Use o código VERAO20 em {}
    Tu código de verificación es 482910.
""".strip().splitlines()


@pytest.mark.parametrize("text", CODES)
def test_a_code_beside_a_link_is_found(text: str) -> None:
    assert [one.severity for one in found(text, "link-in-verification")] == [Severity.WARN]


@pytest.mark.parametrize("text", OTHER_CODES)
def test_codes_for_doors_and_discounts_are_ordinary(text: str) -> None:
    assert not found(text, "link-in-verification")


THREATS = """
    Su cuenta ha sido suspendida. Verifique aquí {}
    Hemos bloqueado su tarjeta {}
    Último aviso: pague hoy o iniciaremos acciones legales {}
    Nous avons suspendu votre accès {}
    Un mandat d'arrêt a été émis à votre nom {}
    Dernier rappel avant huissier : réglez votre amende {}
    Ihr Konto wurde gesperrt {}
    Ihr Zugang wird in 24 Stunden eingeschraenkt {}
    Gegen Sie liegt ein Haftbefehl vor {}
    Seu cartão foi bloqueado {}
    Seu CPF sera suspenso hoje {}
    Il tuo conto è stato sospeso {}
    Pagare subito per evitare il pignoramento {}
    Wij hebben uw account geblokkeerd {}
    Betaal direct om beslaglegging te voorkomen {}
""".strip().splitlines()
ASKING = """
    Confirme su contraseña en {}
    Urgente: verifique su cuenta {}
    Saisissez vos coordonnées bancaires : {}
    Geben Sie Ihre Kreditkartendaten ein: {}
    Insira os dados do seu cartão: {}
    Verifica le tue credenziali bancarie {}
    Stuur ons uw pincode {}
""".strip().splitlines()
PRIZES = """
    ¡Felicidades! Ha ganado un iPhone {}
    Réclamez votre prix : {}
    Sie haben ein iPhone gewonnen! {}
    Você foi selecionado para receber um vale-presente de R$500 {}
    Sei il fortunato vincitore del nostro concorso {}
    U bent geselecteerd om een cadeaubon van 500€ te ontvangen {}
""".strip().splitlines()
HASTE = [
    "Última oportunidad: {}",
    "Dernière chance : {}",
    "Letzte Chance: {}",
    "Última chance: {}",
    "Ultima occasione: {}",
    "Laatste kans: {}",
]


@pytest.mark.parametrize("text", [*THREATS, *ASKING, *PRIZES])
def test_threats_requests_for_secrets_and_prizes_are_warned_of(text: str) -> None:
    assert Severity.WARN in {one.severity for one in found(text, "pressure-wording")}
    assert not found(text.replace("{}", ""), "pressure-wording")


@pytest.mark.parametrize("text", HASTE)
def test_haste_alone_is_a_hint(text: str) -> None:
    assert [one.severity for one in found(text, "pressure-wording")] == [Severity.HINT]


ORDINARY = """
    Nunca te pediremos tu contraseña ni el PIN de tu tarjeta. Consejos: {}
    Tu cuenta fue cerrada como solicitaste. Encuesta: {}
    Sin embargo, puedes cambiar la fecha aquí: {}
    Ha ganado nuestro equipo. Fotos del partido: {}
    Rellena tus datos bancarios en el portal del empleado: {}
    Ne communiquez jamais vos coordonnées bancaires. En savoir plus : {}
    Votre compte a été clôturé à votre demande. Enquête : {}
    Vous avez gagné 50 points avec votre dernier achat : {}
    Êtes-vous le gagnant ? Réponse jeudi : {}
    Geben Sie Ihre PIN niemals weiter. Mehr dazu: {}
    2. Mahnung: Rechnung 4821 über 120 € ist offen. Bezahlen: {}
    Die Straße ist gesperrt, bitte die Umleitung nehmen: {}
    Unser Team hat den Pokal gewonnen! Bilder: {}
    Termin bestätigen, hier: {}
    Nunca pedimos sua senha nem o PIN do cartão. Dicas: {}
    O pagamento da mensalidade não foi aprovado. Pague aqui: {}
    Hai vinto 50 punti fedeltà, guardali: {}
    Sollecito: fattura 4821 non pagata. Paga qui: {}
    Deel uw pincode met niemand. Meer info: {}
    Wij bezorgen binnen 24 uur. Volg: {}
    Dringend gezocht: oppas in Utrecht. Reageer: {}
""".strip().splitlines()


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_texts_are_left_alone(text: str) -> None:
    told = {one.code for one in review(Message(text.strip().replace("{}", URL)), NOTHING).findings}
    assert told <= {"untracked-link", "unicode-cost", "segment-growth"}


STOPS = """
    Para darte de baja responde BAJA
    Responde STOP para no recibir más SMS
    STOP au 36180
    Stop SMS au 36180
    Abmelden: STOP an 12345
    Mit STOP abmelden
    Keine SMS mehr? Antworte STOP
    Responda SAIR para não receber mais
    Para cancelar envie PARAR
    Rispondi STOP per annullare
    Invia STOP al 4895
    Antwoord STOP om je af te melden
    Stuur STOP naar 3669
""".strip().splitlines()
NO_STOPS = [
    "Baja los precios ya",
    "Arrêt de bus devant la boutique",
    "Stopp den Preisanstieg",
    "Não pare de economizar",
    "Non stop fino alle 20",
]


@pytest.mark.parametrize(("told", "missing"), [*((one.strip(), False) for one in STOPS), *((one, True) for one in NO_STOPS)])
def test_how_to_stop_is_understood(told: str, missing: bool) -> None:
    assert bool(found(f"Acme: -20% {URL} {told}", "missing-opt-out", ASKED, "spring")) is missing


def test_folding_keeps_every_letter_in_its_place() -> None:
    text = "¡ÚLTIMA Straße, œuf – İstanbul ’n 例え 🎉 ŁÓDŹ"
    assert len(fold(text)) == len(text)
    assert fold("¡Última Contraseña!") == " ultima contrasena!"


def test_an_english_text_is_read_in_english_alone() -> None:
    assert reading("Your appointment is confirmed for Monday at 3. Reply C to confirm https://acme.com/x") is None


HOSTILE = (
    "su cuenta tu cuenta ",
    "votre compte est ",
    "Ihr Konto Sie haben ",
    "sua conta foi seu ",
    "il tuo conto è sarà ",
    "uw rekening wordt uw ",
    "haz clic en el por favor ",
    "tu código de es tu ",
    "confirme su su su ",
    "suspendida legal código clic contraseña premio urgente su cuenta ",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_a_text_made_to_be_slow_is_not(words: str) -> None:
    text = (words * 200)[:1580] + " " + URL
    assert min(timed(text) for _ in range(3)) < 0.05


def timed(text: str) -> float:
    start = time.process_time()
    review(Message(text), NOTHING)
    return time.process_time() - start
