"""Dutch: the phrases of vague links, codes, pressure and prizes."""

from typing import Final

from linkwell.text.languages.language import Language, handed_out, said

_YOUR: Final = r"(?:uw|je|jouw|jullie)"
_WHAT: Final = (
    r"(?:(?:bank|spaar)?rekening|(?:bank|betaal|credit|pin)?pas|creditcard|(?:betaal)?kaart|account|toegang|profiel|digid"
    r"|internetbankieren|postvak"
    r"|apple[- ]id|paypal|netflix|simkaart|rijbewijs|mijn ing|toestel)"
)
_DONE: Final = (
    r"(?:geblokkeerd|opgeschort|beperkt(?! tot)|gedeactiveerd|uitgeschakeld|bevroren|gehackt|vergrendeld|stopgezet|gecompromitteerd)\b"
)
_LINK: Final = (
    r"(?:hier(?:onder)?|(?:op|in) (?:de|deze|onderstaande|onze|het) (?:volgende |onderstaande )?(?:link|url"
    r"|knop hieronder)(?: hieronder)?|op (?:onderstaande|volgende) link)\b"
)
_ASK: Final = r"(?:bevestig|verifieer|valideer|controleer|vul|voer|stuur|geef|deel|typ|verstrek)(?:en)?(?: (?:ons|hier|nu|eerst)){0,2}"
_PRIZE: Final = r"(?:iphone|ipad|samsung|cadeau\w*|prijs|bon|tegoed|reis|€|[0-9]+\s?euro)"

DUTCH: Final = Language(
    name="Dutch",
    cues=frozenset(
        "hier klik klikken tik druk volg deze onderstaande uw je jouw het een voor om wij bent hebben laatste waarschuwing betaal "
        "dringend gewonnen gefeliciteerd winnaar kans alleen vandaag eenmalige inlogcode verificatiecode beveiligingscode "
        "geblokkeerd rekening arrestatiebevel beslaglegging deurwaarder verificatie tikken bevestigingscode toegangscode inloggen".split()
    ),
    vague=said(
        "klik tik druk volg tap",
        rf"(?P<please>\bgelieve (?:te )?)?\b(?P<familiar>klikt?|tikt?|druk|tap)(?: (?:dan|even|nu|snel))? {_LINK}",
        r"\b(?P<doing>door (?:hier|op (?:de|deze|onderstaande|volgende) (?:volgende )?link) te (?:klikken|tikken|drukken))\b",
        rf"\b{_LINK} (?:te )?(?:klikken|tikken)\b",
        r"\b(?P<follow>volgt?) (?:de|deze|onderstaande) (?:volgende |onderstaande )?link\b",
    ),
    instead={"familiar": "ga naar", "doing": "via", "follow": "ga naar"},
    goal="om|voor",
    code=handed_out(
        "code wachtwoord pin",
        r"(?:(?:verificatie|inlog|login|authenticatie|beveiligings|bevestigings|controle|verificatie-|login-)code"
        r"|eenmalige? (?:\w+ )?(?:code|wachtwoord|pincode|toegangscode)"
        r"|tan-?code|sms-?code|otp)",
        "is|luidt",
        "voor|van",
        r"\b(?:voer|vul|gebruik|toets) (?:de |deze )?(?:code )?#(?: in)?,? (?:in )?om (?:in te loggen|(?:uw"
        r"|je) (?:account|identiteit|nummer|e-?mail\w*) te|te verifi)",
    ),
    maybe_code=handed_out("code", r"(?:uw|je|jouw) (?:[\w&'.-]+ ){0,2}?(?:toegangs|activatie)?code", "is|luidt", "voor"),
    other_codes=said(
        "promo korting bon aanbied cadeau deur poort hek garage parke kamer reserv bestel bezorg pakket kluis ophal"
        " afhal wifi vergader cursus les afspraak"
        " event ticket tafel hotel vlucht alarm sleutel postcode klant zoom factuur uitnod % woning huis winkel aankoop"
        " gebouw ingang locker product boek"
        " toegang tot actiecode",
        r"[\s\S]",
    ),
    threat=said(
        "blokke opgeschort beperkt deactiv uitgeschakeld bevror hackt grendeld stopgezet comprom verwijderd gesloten"
        " opgeheven beeindigd juridisch"
        " gerechtelijk deurwaarder arrestatie beslag gearresteerd aangehouden vervolgd",
        rf"\b{_YOUR} (?:\w+ ){{0,2}}?{_WHAT}\b[^.!?\n,]{{0,50}}?\b{_DONE}",
        rf"\b(?:rekening|account|toegang|bankpas|pas) (?:is |wordt )?(?:\w+ )?{_DONE}(?!\s?\?)",
        rf"\b(?:blokkeren|deactiveren|sluiten|verwijderen) (?:wij|we) {_YOUR} {_WHAT}|\b(?:moeten|gaan|zullen) (?:wij"
        rf"|we)? ?{_YOUR} {_WHAT}\b[^.!?\n,]{{0,20}}?\s(?:blokkeren"
        r"|sluiten|deactiveren)\b",
        rf"\b{_YOUR} (?:\w+ )?(?:account|rekening|toegang)\b[^.!?\n,]{{0,20}}?\bwordt\b[^.!?\n,]{{0,20}}?\b(?:verwijderd"
        rf"|gesloten|opgeheven|beëindigd)\b",
        r"\b(?:nemen|ondernemen|voorkom\w*|volgen|anders|of|start\w*|starten|vermijd\w*)\b[^.!?\n]{0,25}?\s(?:juridische"
        r"|gerechtelijke) (?:stappen|procedures?|maatregelen|actie)\b",
        r"\b(?:juridische|gerechtelijke) (?:stappen|procedures?|maatregelen|actie)\b[^.!?\n]{0,20}?\s(?:te voorkomen"
        r"|voorkomen|ondernemen|nemen|gestart|volgen)\b",
        r"\b(?:anders|voorkom\w*|schakelen|overgedragen|overdragen|komt|langs)\b[^.!?\n]{0,25}?\sdeurwaarder\b"
        r"|\bdeurwaarder\b[^.!?\n]{0,25}?\s(?:inschakelen|ingeschakeld|voorkomen"
        r"|overgedragen|langs|beslag)\b",
        r"\barrestatiebevel\b",
        r"\bbeslaglegging\b[^.!?\n]{0,20}?\s(?:voorkomen|vermijden|gestart|gepland)\b|\b(?:voorkom\w*|anders"
        r"|volgt)\b[^.!?\n]{0,20}?\sbeslag(?:legging)?\b"
        r"|\bbeslag (?:gelegd )?op (?:uw|je)\b",
        r"\b(?:wordt|word) (?:u |je )?(?:gearresteerd|aangehouden|vervolgd)\b",
    ),
    wanted=said("verzoek gevraagd verzocht", r"\bop (?:uw|je) (?:eigen )?verzoek\b|\bzoals (?:\w+ ){0,2}?(?:gevraagd|verzocht)\b"),
    worry=said(
        "verdacht ongebruikelijk onbevoegd geautoriseerd frauduleu afgesloten onderbroken stopgezet voorkom",
        r"\b(?:verdachte|ongebruikelijke|onbevoegde|niet[- ]geautoriseerde|frauduleuze) (?:\w+ )?(?:activiteit|inlog\w*"
        r"|toegang|transactie|betaling|aanmelding|afschrijving)\w{0,3}",
        r"\b(?:uw|je) (?:stroom|gas|internet|water|abonnement|telefoon|lijn|energie)\b[^.!?\n]{0,30}?\s(?:afgesloten"
        r"|onderbroken|stopgezet|afgekoppeld)\b",
        r"\b(?:blokkade|blokkering|afsluiting|deactivatie|opschorting) (?:\w+ ){0,3}?(?:te )?(?:voorkomen|vermijden)\b",
    ),
    notice=said(
        "laatste", r"\b(?:aller)?laatste (?:waarschuwing|aanmaning|herinnering|kennisgeving|bericht|sommatie|betalingsherinnering)\b"
    ),
    demand=said("betal betaal schuld boete tol", r"\b(?:betaal|betalen|betaling|schuld(?:en)?|boetes?|tol|openstaande?)\b"),
    secret=said(
        "wachtwoord pin cvc cvv gegevens kaartnummer cardnummer beveiligingscode tan-code seed",
        rf"\b{_ASK} (?:(?!dat)\w+ ){{0,3}}?{_YOUR} (?:\w+ ){{0,2}}?(?:wachtwoord|pincode|pin\b|cvc|cvv|inlog-?gegevens|bankgegevens"
        rf"|creditcardgegevens|(?:bank)?kaart-?gegevens|kaartnummer"
        r"|creditcardnummer|beveiligingscode|tan-?code|seed)",
    ),
    soft_secret=said(
        "account identiteit gegevens toegang rekening pas kaart",
        rf"\b(?:{_ASK}|werk|update|heractiveer|deblokkeer|herstel) {_YOUR} (?:\w+ ){{0,2}}?(?:account|identiteit"
        rf"|\w{{0,12}}gegevens|toegang|rekening|(?:bank)?pas|kaart)\b",
    ),
    never=said(
        "nooit niemand geen niet zonder portaal personeel incasso terugbetal",
        r"\b(?:nooit|niemand|geen|niet|zonder)\b|portaal|personeel|incasso|terugbetal",
    ),
    prize=said(
        "gewonnen winnaar prijs iphone geselecteerd gekozen winst",
        r"\b(?:u (?:heeft|hebt)|je hebt|jij hebt|heeft u)\b[^.!?\n]{0,40}?\bgewonnen\b",
        r"\b(?:claim|incasseer|innen?) (?:\w+ )?(?:uw|je|jouw) (?:prijs|iphone|winst)\b|\bhaal (?:\w+ )?(?:uw|je|jouw) prijs op\b",
        rf"\b(?:u bent|je bent|bent u) (?:\w+ )?(?:geselecteerd|uitgekozen|gekozen)\b[^.!?\n]{{0,40}}?{_PRIZE}",
        r"\b(?:u bent|je bent) (?:de|onze|een|één)(?: \w+){0,2}? winnaar\b",
    ),
    earned=said(
        "punten verjaardag aankoop bestelling klant veiling enquete club bezoek spaar",
        r"\b(?:\w{0,12}punten|verjaardag\w{0,8}|aankoop|bestelling|klanten\w{0,6}|veiling|enquête|club|bezoek|spaar\w{0,8})\b",
    ),
    urgent=said(
        "dringend direct onmiddellijk handel uur negeer",
        r"(?:\A\W{0,3}dringend\b(?! (?:\w+ )?ge(?:sucht|zocht))|\bdringend(?=\s?[:!]))|\b(?:betaal|bevestig|verifieer|reageer"
        r"|handel) (?:\w+ )?(?:direct|onmiddellijk|nu meteen)\b"
        r"|\bhandel (?:nu|snel)\b|\b(?:betaal|bevestig|verifieer|reageer|voldoe|werk)\b[^.!?\n]{0,40}?\bbinnen (?:24|48"
        r"|12) uur\b|\bnegeer dit\b",
    ),
    haste=said(
        "kans vandaag mis uren laat haast",
        r"\blaatste (?:kans|uren)\b|\bmis (?:het|dit) niet\b"
        r"|\bvoordat het te laat is\b|\bhaast je\b",
    ),
)
