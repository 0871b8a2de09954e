"""Italian: the phrases of vague links, codes, pressure and prizes."""

from typing import Final

from linkwell.text.languages.language import Language, handed_out, said

_YOUR: Final = r"(?:tu[oaei]|tuoi|su[oae]|suoi|vostr[oaei])"
_WHAT: Final = (
    r"(?:conto(?: corrente)?|carta(?! (?:fedeltà|regalo|di identità|d'identità|sconto))|accesso|account|profilo|home banking"
    r"|postepay|spid|casella|apple id"
    r"|paypal|netflix|patente|dispositivo|telefono)"
)
_IS: Final = r"(?:è stat[oa]|sono stat[ie]|è|sono|sarà|saranno|verrà|verranno|risulta|viene|essere|sta per essere|era)"
_DONE: Final = r"(?:sospes|bloccat|limitat(?!\w a)|disattivat|disabilitat|congelat|violat|compromess|hackerat)[oaie]\b"
_LINK: Final = (
    r"(?:qui(?: sotto)?|sotto|(?:sul|su questo|nel|il|su) (?:seguente )?(?:link|collegamento)(?: (?:qui sotto|seguente|sottostante"
    r"|in basso|allegato))?)\b"
)
_ASK: Final = (
    r"(?:conferm[ai](?:re)?|verific(?:a|hi|are)|inseri(?:sci|sca|re)|convalid[ai](?:re)?|fornis(?:ci|ca)|fornire"
    r"|invi[ai](?:re|ci)?|comuni(?:ca|chi|care)"
    r"|digit[ai](?:re)?|indi(?:ca|chi|care))"
)
_PRIZE: Final = r"(?:iphone|ipad|samsung|gift\s?card|carta|premio|buono|regalo|viaggio|€|\$|[0-9]+\s?euro)"

ITALIAN: Final = Language(
    name="Italian",
    cues=frozenset(
        "qui clicca cliccate clicchi cliccare cliccando tocca segui questo tuo tua tuoi suo sua suoi il la le un di codice conto carta "
        "abbiamo ultimo ultima avviso paghi pagare pignoramento mandato urgente hai ha vinto sei congratulazioni occasione oggi "
        "bloccata bloccato sospeso sospesa tocca premi segui legali accesso procederemo sotto".split()
    ),
    vague=said(
        "clic tocc prem segui",
        rf"(?P<please>\bper favore,? )?\b(?:(?P<familiar>clicca|fai clic|tocca|premi)|(?P<formal>clicchi|faccia clic|tocchi)"
        rf"|(?P<plural>cliccate|fate clic|toccate|premete)"
        rf"|(?P<bare>cliccare|fare clic|toccare|premere)|(?P<doing>cliccando|facendo clic|premendo)) {_LINK}",
        r"\b(?:(?P<follow>segui)|(?P<follows>segua)) (?:il|questo) (?:seguente )?link\b",
    ),
    instead={
        "familiar": "vai su",
        "formal": "vada su",
        "plural": "andate su",
        "bare": "andare su",
        "doing": "su",
        "follow": "vai su",
        "follows": "vada su",
    },
    goal="per",
    code=handed_out(
        "codice password otp pin",
        r"(?:codice (?:di (?:verifica|autenticazione|conferma otp|accesso temporaneo|autorizzazione)|otp|monouso|temporaneo|usa e getta)"
        r"|password (?:monouso|temporanea|usa e getta)|pin (?:monouso|temporaneo))",
        "è",
        "per|di",
        r"\b(?:inserisci|inserisca|usa|usi|digita) (?:il |questo )?(?:codice )?# per (?:accedere|verificare"
        r"|autenticar\w+|confermare (?:la tua|il tuo|la sua"
        r"|il suo) (?:identità|account|numero|email))",
    ),
    maybe_code=handed_out(
        "codice",
        r"(?:(?:(?:il )?(?:tuo|suo) )codice(?: di (?:accesso|sicurezza|conferma|attivazione))?(?: [\w&'.]+)?|codice di sicurezza)",
        "è",
        "per",
    ),
    other_codes=said(
        "promo scont coupon offert regal cancello porta portone garage parchegg camera prenot ordine consegn pacco spedi"
        " ritir wifi riunione lezione"
        " corso appuntamento visita evento bigliett tavolo hotel volo allarme chiave cassetta postal socio client zoom"
        " fattura invit % edificio"
        " appartamento casa negozio acquist alloggio prodott locker armadietto fiscale",
        r"[\s\S]",
    ),
    threat=said(
        "sospes blocc limit attivat abilitat congel violat comprom hacker chius eliminat cancellat legal giudiziar"
        " arrest cattura pignor denunci",
        rf"\b{_YOUR} (?:\w+ ){{0,2}}?{_WHAT}[^.!?\n]{{0,40}}?\s{_IS} (?:\w+ ){{0,2}}?{_DONE}",
        rf"\b(?:conto|carta|account|accesso) (?:\w+mente )?{_DONE}(?!\s?\?)",
        rf"\b{_YOUR} (?:\w+ )?(?:account|conto)\b[^.!?\n]{{0,30}}?\s(?:sarà|verrà) (?:\w+ )?(?:chiuso|eliminato|cancellato)\b",
        rf"\babbiamo (?:\w+ )?(?:blocca|sospe|limita|disattiva)(?:to|so) (?:\w+ )?(?:il |la |i )?{_YOUR} (?:\w+ )?{_WHAT}",
        r"\b(?:procederemo|procederà|evit[ai](?:re)?|avvieremo|intraprenderemo|adiremo|saranno|seguiranno|altrimenti|o)\b[^.!?\n]{0,25}?"
        r"\s(?:azion[ei]|vie|procedure?|procedimento) (?:legal[ei]|giudiziari[ae])\b",
        r"\b(?:azion[ei]|procedure?) (?:legal[ei]|giudiziari[ae]) (?:contro|nei suoi|immediat)",
        r"\bmandato d[i'] ?(?:arresto|cattura)\b|\bmandato di\b[^.!?\n]{0,5}?\sarresto\b",
        r"\b(?:evit[ai](?:re)?|avviato|procederemo|disposto|scatta|ordine di"
        r"|altrimenti)\b[^.!?\n]{0,20}?\spignoramento\b|\bpignoramento (?:dei|del|immediato|avviato)\b",
        r"\b(?:sarà|verrà|essere) (?:\w+ )?(?:arrestat|denunciat)[oa]\b",
    ),
    wanted=said("richiest", r"\bcome (?:\w+ ){0,2}?richiest|\bsu (?:tua|sua) richiesta"),
    worry=said(
        "sospett insolit anomal autorizz fraudol staccat sospes interrott evitare",
        r"\b(?:attività|access[oi]|tentativ[oi]|transazion[ei]|operazion[ei]|addebit[oi]|moviment[oi]"
        r"|acquist[oi]) (?:sospett\w+|insolit\w+|anomal\w+|non autorizzat\w+"
        r"|fraudolent\w+)",
        r"\b(?:tu|su)[oa] (?:luce|energia|gas|linea|internet|servizio|utenza|fornitura"
        r"|abbonamento)\b[^.!?\n]{0,30}?\s(?:staccat|sospes|interrott|tagliat)[oa]\b",
        r"\bevitare (?:la |il |l')?(?:sospensione|blocco|chiusura|disattivazione|distacco)\b",
    ),
    notice=said("ultim", r"\bultim[oa] (?:avviso|sollecito|notifica|promemoria|avvertimento|comunicazione)\b"),
    demand=said("pag debit mult pedaggi", r"\b(?:pag(?:hi|a|are|amento)|debit[oi]|mult[ae]|pedaggi[o]?|insolut[oi])\b"),
    secret=said(
        "password pin cvv credenzial bancari carta codice coordinate chiave",
        rf"\b{_ASK} (?:(?!que|che|dass)\w+ ){{0,2}}?{_YOUR} (?:\w+ ){{0,2}}?(?:password|pin\b(?!\W{{0,3}}[0-9])|cvv|credenziali"
        rf"|dati (?:bancari|di accesso|della carta)"
        r"|numero (?:di|della) carta|codice (?:pin|dispositivo|titolare|segreto)|coordinate bancarie|carta di (?:credito|debito))",
        rf"\b{_ASK} (?:il pin|la password) del(?:la)? {_YOUR} (?:carta|conto|banca)\b",
        rf"\b{_ASK} (?:i |il )?(?:dati|numero) della (?:tua |sua )?carta(?! (?:fedeltà|d'identità|di identità))",
        rf"\b{_ASK} (?:le |i )?(?:credenziali bancarie|dati bancari)\b",
    ),
    soft_secret=said(
        "conto identita dati accesso carta account",
        rf"\b(?:{_ASK}|aggiorn[ai]|riattiv[ai]|sblocc(?:a|hi)|ripristin[ai]) (?:il |la |i |le "
        rf"|l')?{_YOUR} (?:\w+ ){{0,2}}?(?:conto|identità|dati|accesso|carta|account)\b",
    ),
    never=said(
        "non mai nessun senza portale dipendent sepa rimborso",
        r"(?<!se\s)(?<!per\s)\bnon\b|\b(?:mai|nessun\w*|senza|sepa)\b|\b(?:portale|dipendent|rimborso)",
    ),
    prize=said(
        "vinto vinc premio iphone vincita selezion scelt estratt sortegg",
        r"(?:\bhai|\blei ha|\bavete|(?:\A|[.!?:,\n]\s{0,2})ha(?= vinto (?:un|una|il (?:premio|concorso)"
        r"|[0-9€]))) vinto\b(?! (?:[0-9]+ )?(?:punti|l'asta|stelle"
        r"|un (?:buono )?sconto|la (?:gara|partita|causa)))",
        r"\b(?:ritir|riscuot|richied|reclam|riscatt)(?:a|i|e|are|ere) (?:\w+ )?(?:il )?(?:tuo|suo) (?:premio|iphone)\b"
        r"|\b(?:riscuot|ritir)\w+ la (?:tua|sua) vincita\b",
        rf"\b(?:sei|è) stat[oa] (?:selezionat|scelt|estratt|sorteggiat)[oa] [^.!?\n]{{0,20}}?\b(?:ricevere|vincere"
        rf"|ottenere)\b[^.!?\n]{{0,25}}?{_PRIZE}",
        r"\bsei (?:il|la|uno dei|un|una)(?: \w+){0,2}? vincit(?:ore|rice|ori)\b",
        r"\b(?:il|la) (?:tu|su)[oa] (?:numero|email) (?:è stat[oa]|ha) (?:estratt|vint|selezionat)",
    ),
    earned=said(
        "punti fedelt complean acquist soci sondaggio club asta visite",
        r"\b(?:punti|fedeltà|compleanno|acquist[oi]|soci[oa]?|sondaggio|club|asta|visite)\b",
    ),
    urgent=said(
        "urgente immediat agisc ore ignor",
        r"(?:\A\W{0,3}urgente\b|\burgente(?=\s?[:!]))|\b(?:paghi|paga|verifichi|verifica|risponda) (?:\w+ )?(?:immediatamente|subito)\b"
        r"|\bagisci (?:ora|subito)\b|\bagisca (?:ora|subito)\b|\b(?:paghi|paga|rispond[ai]|verific(?:a|hi)|conferm[ai]"
        r"|aggiorn[ai])\b[^.!?\n]{0,30}?\bentro (?:le prossime )?(?:24|48|12) ore\b|\bnon ignor(?:are|i)\b",
    ),
    haste=said(
        "occasione possibilit oggi perdere ore tardi affrett",
        r"\bultim(?:a (?:occasione|possibilità)|e ore)\b"
        r"|\bda non perdere\b|\bnon (?:perder)?tel[oa] perdere\b"
        r"|\baffrett|\bprima che sia troppo tardi\b",
    ),
)
