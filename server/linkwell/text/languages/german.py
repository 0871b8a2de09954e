"""German: the phrases of vague links, codes, pressure and prizes; umlauts count when they are written as two letters, too."""

from typing import Final

from linkwell.text.languages.language import Language, Phrases, handed_out
from linkwell.text.languages.language import said as plainly


def said(stems: str, *alternatives: str) -> Phrases:
    """Return phrases with an ``e`` that may stand behind each umlaut."""
    return plainly(stems, *(one.replace("ä", "ae?").replace("ö", "oe?").replace("ü", "ue?") for one in alternatives))


_YOUR: Final = r"(?:ihre?[nmrs]?|deine?[nmrs]?)"
_WHAT: Final = (
    r"(?:(?:\w{0,20})konto|(?:bank|kredit|ec-|giro|debit)?karte|(?:\w{0,12})zugang|profil|account|online-?banking|postfach"
    r"|apple[- ]id|paypal"
    r"|netflix|sim-?karte|(?:push|photo)-?tan|führerschein)"
)
_DONE: Final = r"(?:gesperrt|suspendiert|deaktiviert|eingeschränkt|blockiert|eingefroren|gehackt|kompromittiert|stillgelegt|limitiert)\b"
_LINK: Final = (
    r"(?:hier|(?:auf|unter) (?:den|diesen|dem|unseren) (?:folgenden|untenstehenden|beigefügten|unteren)?\s?(?:link|button)"
    r"|unten)\b(?: unten\b)?"
)
_ASK: Final = (
    r"(?:(?:bestätig|verifizier|validier|send|schick|nenn|übermittel|teil|überprüf)(?:en|e|t)?|geben|gib|eingeben|bestätigung)"
    r"(?: sie)?(?: (?:uns|bitte|hier|jetzt|mir)){0,2}"
)
_PRIZE: Final = r"(?:gutschein|iphone|ipad|samsung|geschenk\w*|preis|gewinn|geschenkkarte|reise|€|[0-9]+\s?euro)"

GERMAN: Final = Language(
    name="German",
    cues=frozenset(
        "mtan hier klick klicken klicke tippen tippe folgen folge den diesen ihr ihre ihren dein deine deinen sie du der das"
        " ein eine und um für "
        "lautet ist konto karte mahnung warnung gegen dringend sofort gewonnen gewinner letzte nur zahlen bitte "
        "haftbefehl gesperrt pfändung pfaendung sicherheitscode anmeldecode bestätigungscode einmalcode logincode"
        " einmalpasswort gib wir zu".split()
    ),
    vague=said(
        "klick tipp folge drueck druck",
        rf"(?P<please>\bbitte )?\b(?:(?P<formal>(?:klicken|tippen|drücken) sie)|(?P<familiar>(?:klicke?|tippe?"
        rf"|drücke?)(?! sie)))(?: (?:bitte|einfach))? {_LINK}",
        rf"\bindem (?:sie|du) {_LINK} (?:klicken|klickst|tippen|tippst)\b",
        r"\b(?P<doing>(?:mit|per|durch)(?: einem| einen)? klick auf (?:den|diesen|dem) (?:folgenden )?link)\b",
        rf"{_LINK} (?:klicken|tippen|drücken)\b",
        r"\bfolge(?:n sie)? (?:dem|diesem|unserem) (?:folgenden )?link\b",
    ),
    instead={"formal": "gehen Sie auf", "familiar": "geh auf", "doing": "unter"},
    goal="um|fuer|fur|zum|zur",
    code=handed_out(
        "code passwort kennwort tan pin",
        r"(?:(?:bestatigungs|bestaetigungs|sicherheits|anmelde|login-?|verifizierungs|verifikations|authentifizierungs"
        r"|einmal|freigabe|prufe?)-?code"
        r"|einmal(?:passwort|kennwort|-?pin)|(?:m-?|sms-?)?tan|otp)",
        "lautet|ist",
        "fur|fuer",
        r"\b(?:gib|geben sie|nutze|nutzen sie|verwenden sie|verwende) (?:den |bitte |diesen ){0,2}(?:code "
        r"|pin )?#(?: ein)?,? um (?:sich|dich"
        r"|(?:dein|ihr)\w* (?:konto|identitat|nummer))",
    ),
    maybe_code=handed_out("code", r"(?:ihr|dein) (?:[\w&'.-]+ ){0,2}?(?:code|(?:zugangs|aktivierungs)code)", "lautet|ist", "fur|fuer"),
    other_codes=plainly(
        "promo rabatt gutschein angebot geschenk tür tuer tor haus garage park zimmer reserv bestell liefer paket abhol"
        " schließ schliess wlan wifi"
        " meeting kurs termin event ticket tisch hotel flug alarm schlüssel schluessel kunden zoom rechnung einlad %"
        " wohnung laden shop einkauf"
        " gebäude gebaeude eingang raum buchung packstation produkt unterkunft eintritt webinar teilnahme",
        r"[\s\S]",
    ),
    threat=said(
        "sperr suspend aktivier schrank schraenk blockier gefror gehackt kompromit stillgelegt limitiert losch loesch"
        " geschlossen kundigt kuendigt"
        " rechtlich gericht juristi haftbefehl verhaft pfand pfaend strafanzeige",
        rf"\b{_YOUR} (?:\w+[- ]){{0,2}}?{_WHAT}\b[^.!?\n,]{{0,60}}?\b{_DONE}",
        rf"\b(?:konto|zugang|karte) (?:wurde |wird |ist )?(?:\w+ )?{_DONE}(?!\s?\?)",
        rf"\b(?:müssen|mussten|mußten|werden)\b[^.!?\n,]{{0,20}}?\b{_YOUR} {_WHAT}\b[^.!?\n,]{{0,40}}?\s(?:sperren|deaktivieren"
        rf"|einschränken|blockieren|löschen)\b",
        rf"\b(?:sperren|deaktivieren|löschen) wir {_YOUR} {_WHAT}",
        rf"\b{_YOUR} (?:\w+ )?(?:\w{{0,20}}konto|account|zugang)\b[^.!?\n,]{{0,40}}?\bwird\b"
        r"[^.!?\n,]{0,40}?\b(?:gelöscht|geschlossen|gekündigt)\b",
        r"\b(?:sonst|ansonsten|andernfalls|oder|vermeiden|drohen|leiten|werden|folgen)\b[^.!?\n]{0,50}?\s(?:rechtliche"
        r"|gerichtliche|juristische)n? "
        r"(?:schritte|massnahmen|maßnahmen|konsequenzen)\b",
        r"\b(?:rechtliche|gerichtliche|juristische)n? (?:schritte|massnahmen|maßnahmen"
        r"|konsequenzen)\b[^.!?\n]{0,30}?\s(?:eingeleitet|ein\b|zu vermeiden"
        r"|drohen|vermeiden)",
        r"\bhaftbefehl (?:gegen|vor|erlassen|liegt|wurde)|\bhaftbefehl\b[^.!?\n]{0,20}?\s(?:erlassen|vor|ausgestellt)\b"
        r"|\b(?:sie|du) (?:werden|wirst) verhaftet\b",
        r"(?:pfändung)\b[^.!?\n]{0,30}?\s(?:vermeiden|eingeleitet|droht|abzuwenden|veranlasst)\b|\b(?:droht|sonst"
        r"|erfolgt)\b[^.!?\n]{0,30}?pfändung\b",
        r"\bstrafanzeige (?:gegen sie|erstattet|erstatten)\b",
    ),
    wanted=said("wunsch gewunscht gewuenscht beauftragt", r"\bauf (?:ihren|deinen) wunsch\b|\bwie (?:\w+ ){0,2}?(?:gewünscht|beauftragt)"),
    worry=said(
        "verdacht verdaecht ungewoh unbefugt autorisiert abgestellt abgeschaltet gesperrt unterbrochen vermeiden verhindern",
        r"\b(?:verdächtige|ungewöhnliche|unbefugte|unautorisierte|nicht autorisierte)r?s?n? (?:\w+ )?(?:aktivität"
        r"|anmeldung|zugriff|transaktion|abbuchung"
        r"|zahlung|login|kontobewegung)\w{0,3}",
        r"\b(?:ihr|dein)e? (?:strom|gas|internet|telefon|anschluss|mobilfunk\w{0,10}"
        r"|abo)\b[^.!?\n]{0,40}?\s(?:abgestellt|gesperrt|abgeschaltet|unterbrochen)\b",
        r"(?:sperrung|schließung|deaktivierung|löschung|abschaltung) (?:\w+ ){0,3}?(?:vermeiden|verhindern)\b",
    ),
    notice=said("letzt", r"\b(?:aller)?letzte (?:mahnung|warnung|erinnerung|aufforderung|zahlungserinnerung|benachrichtigung)\b"),
    demand=said(
        "zahl schuld busgeld bußgeld offen maut", r"\b(?:be)?zahl(?:en|e|ung)\b|\bschulden\b|\bbussgeld\b|\bbußgeld\b|\bmaut\b|\boffene\b"
    ),
    secret=said(
        "passwort kennwort pin tan cvv zugangsdaten bankdaten karten anmeldedaten logindaten login-daten banking sozialversicherung seed",
        rf"\b{_ASK} (?:(?!que|che|dass)\w+ ){{0,2}}?{_YOUR} (?:[\w-]+ ){{0,2}}?(?:passwort|kennwort|pin\b(?!\W{{0,3}}[0-9])|tan\b|cvv"
        rf"|zugangsdaten|bankdaten"
        r"|(?:kredit|bank|debit|ec-)?karten(?:daten|nummer)|anmeldedaten|login-?daten|online-?banking|sozialversicherungsnummer|seed)",
    ),
    soft_secret=said(
        "konto identitat identitaet daten zugang karte account",
        rf"\b(?:{_ASK}|(?:aktualisier|entsperr|reaktivier|wiederherstell|sicher)(?:en|e)(?: sie)?) {_YOUR} (?:\w+ ){{0,2}}?"
        r"(?:konto|identität|\w{0,12}daten|zugang|(?:kredit|bank)?karte|account)\b",
    ),
    never=said(
        "nie keine niemand nicht portal sepa lastschrift lohn erstattung",
        r"\b(?:nie|niemals|niemand\w*|keine[nmrs]?|nicht (?:weiter|an|per|am)|sepa)\b|portal|lastschrift|erstattung|\blohn",
    ),
    prize=said(
        "gewonnen gewinn preis ausgewa ausgelost gezogen iphone",
        r"\b(?:sie haben|du hast|haben sie)\b[^.!?\n]{0,40}?\bgewonnen\b",
        r"\b(?:fordern|fordere|holen|hole|lösen|löse) (?:sie )?(?:sich )?(?:jetzt )?(?:ihren|deinen) (?:preis|gewinn)\b(?!-)",
        r"\b(?:ihren?|deinen?) (?:preis|gewinn) (?:\w+ )?(?:abholen|abzuholen|anfordern|anzufordern|einlösen|wartet)\b"
        r"|\bsicher\w* (?:sie )?(?:sich )?(?:ihren|deinen) gewinn\b",
        rf"\b(?:sie wurden|du wurdest) (?:\w+ )?(?:ausgewählt|ausgelost|gezogen)\b[^.!?\n]{{0,50}}?{_PRIZE}",
        r"\b(?:sie sind|du bist) (?:unser|der|die|ein|einer|eine|als)\b[^.!?\n]{0,25}?\bgewinner(?:in)?\b",
        r"\bals gewinner(?:in)? (?:gezogen|ausgewählt|ermittelt)\b",
    ),
    earned=said(
        "punkte treue geburtstag auktion versteigerung einkauf bestellung umfrage kundin kunden besuch",
        r"\b(?:\w{0,12}punkte|treue\w{0,10}|geburtstag\w{0,10}|auktion|versteigerung|einkauf|bestellung|umfrage|kundin|kunden|besuche?)\b",
    ),
    urgent=said(
        "dringend sofort umgehend unverz stunden ignorieren",
        r"(?:\A\W{0,3}dringend\b(?! (?:\w+ )?ge(?:sucht|zocht))|\bdringend(?=\s?[:!]))|\bhandeln sie (?:jetzt|sofort|schnell)\b"
        r"|\bsofort (?:be)?(?:zahlen|handeln|verifizieren|bestätigen|reagieren)\b"
        r"|\b(?:be)?(?:zahlen|handeln|bestätigen|verifizieren|reagieren) sie (?:\w+ ){0,2}?(?:sofort|umgehend|unverzüglich)\b"
        r"|\b(?:zahlen|antworten|bestätigen|verifizieren|reagieren|aktualisieren)\b[^.!?\n]{0,40}?\binnerhalb (?:von"
        r"|der nächsten) (?:24|48|12) stunden\b|\bignorieren sie (?:diese|nicht)\b",
    ),
    haste=said(
        "chance heute verpassen beeil stunden spat spaet",
        r"\bletzte (?:chance|stunden)\b|\bnicht verpassen\b|\bbeeil|\bbevor es zu spät\b",
    ),
)
