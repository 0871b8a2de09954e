"""French: the phrases of vague links, codes, pressure and prizes."""

from typing import Final

from linkwell.text.languages.language import Language, handed_out, said

_YOUR: Final = r"(?:votre|vos|ton|ta|tes)"
_WHAT: Final = (
    r"(?:comptes?|cartes?(?! (?:cadeau|de (?:fidélité|membre|visite)|fidélité|d'abonn\w+|grise))|accès|profil|espace (?:client|personnel)"
    r"|identifiants?|messagerie|boîte mail|paypal|netflix|permis|cpf|apple id|téléphone|appareil)"
)
_IS: Final = r"(?:(?:a|ont) été|est|sont|sera|seront|va être|vont être|être|se trouve|risque d'être)"
_DONE: Final = r"(?:suspendu|bloqué|restreint|limité(?!\w{0,2} (?:à|aux?)\b)|désactivé|verrouillé|gelé|piraté|compromis)e?s?\b"
_LINK: Final = (
    r"(?:(?:juste )?ici|là|ci-dessous|(?:sur )?(?:le|ce|notre) (?:lien|bouton suivant)(?: (?:suivant|ci-dessous|ci-joint|ci-après))?)\b"
)
_ASK: Final = (
    r"(?:confirm(?:ez|er|e)|vérifi(?:ez|er|e)|valid(?:ez|er|e)|saisi(?:ssez|r|s)|entr(?:ez|er)|renseign(?:ez|er|e)"
    r"|envo(?:yez|yer|ie)(?:[- ]nous)?"
    r"|communiqu(?:ez|er)(?:[- ]nous)?|fourni(?:ssez|r)|transmett(?:ez|re)(?:[- ]nous)?|indiqu(?:ez|er|e))"
)
_PRIZE: Final = r"(?:iphone|ipad|samsung|carte|cadeau|prix|lot|chèque|bon|voyage|playstation|ps5|€|\$|[0-9]+\s?euros?)"

FRENCH: Final = Language(
    name="French",
    cues=frozenset(
        "usage ici lien ci votre vos ta tes vous notre nous le les un une sur compte être mot dernier dernière avis mandat "
        "gagné félicitations réclamez aujourd hui cliquez clique cliquant cliquer appuyez suivez "
        "appuie suivez lien carte suspendu suspendue bloqué bloquée saisie huissier poursuites gagnant merci veuillez"
        " sécurité securite saisissez entrez".split()
    ),
    vague=said(
        "cliqu clic appuy touch suiv",
        rf"(?P<please>\b(?:merci de |veuillez ))?\b(?:(?P<formal>cliquez|appuyez|touchez)|(?P<familiar>clique|appuie)"
        rf"|(?P<bare>cliquer|appuyer)|(?P<noun>clic)"
        rf"|en (?P<doing>cliquant|appuyant))(?: sur)? {_LINK}",
        r"\b(?:(?P<follow>suivez)|(?P<follows>suis)|(?P<following>suivre)) (?:le|ce) lien(?: (?:suivant|ci-dessous))?\b",
    ),
    instead={
        "formal": "visitez",
        "familiar": "visite",
        "bare": "visiter",
        "doing": "sur",
        "follow": "visitez",
        "follows": "visite",
        "following": "visiter",
    },
    goal="pour|afin",
    code=handed_out(
        "code mot de passe",
        r"(?:code (?:de (?:vérification|validation|connexion|sécurité)|d'(?:authentification|identification)|à usage unique|otp|unique)"
        r"|mot de passe (?:à usage unique|temporaire|unique))",
        "est(?: le)?",
        "pour|de",
        r"\b(?:saisissez|entrez|utilisez|saisis|entre|utilise) (?:le |ce )?(?:code )?# pour (?:vous |te )?(?:connecter"
        r"|identifier|authentifier"
        r"|vérifier (?:votre|ton) (?:compte|identité|numéro|e-?mail))",
    ),
    maybe_code=handed_out(
        "code", r"(?:votre|ton) code(?: (?:secret|d'accès|d'activation|de confirmation|confidentiel))?(?: [\w&'.]+)?", "est", "pour"
    ),
    other_codes=said(
        "promo réduc remise offre cadeau porte portail immeuble garage parking chambre réserv command livr colis casier"
        " retrait wifi réunion"
        " cours rendez événement billet table hôtel vol alarme clé boîte postal client zoom facture parrain invit %"
        " appart maison logement boutique"
        " magasin achat bâtiment digicode entrée salle résidence élève produit",
        r"[\s\S]",
    ),
    threat=said(
        "suspend bloqu restrein limit activ verrou gel pirat comprom cloture ferme supprim resili judici justice legal"
        " penal arret huissier saisie"
        " plainte poursui",
        rf"\b{_YOUR} (?:\w+ ){{0,2}}?{_WHAT}[^.!?\n]{{0,40}}?\s{_IS} (?:\w+ ){{0,2}}?{_DONE}",
        rf"\b(?:compte|carte(?: bancaire)?|accès) (?:bancaire )?(?:\w+ment )?{_DONE}(?!\s?\?)",
        rf"\b{_YOUR} (?:\w+ )?compte\b[^.!?\n]{{0,30}}?\s(?:sera|va être) (?:\w+ )?(?:clôturé|fermé|supprimé|résilié)\b",
        rf"\bnous (?:avons|allons) (?:dû )?(?:\w+ment )?(?:bloqu|suspend|limit|restrein|désactiv"
        rf"|verrouill)\w+ (?:\w+ment )?{_YOUR} (?:\w+ )?{_WHAT}",
        r"\b(?:évite[rz]|sous peine|faute de|sinon|risque[zr]?|engag\w+|entam\w+|intent\w+|lanc\w+|ou)\b[^.!?\n]{0,35}?"
        r"\s(?:poursuites?|actions?|procédures?) (?:judiciaires?|en justice|légales?|pénales?)\b",
        r"\b(?:poursuites?|actions?|procédures?) (?:judiciaires?|en justice|légales?"
        r"|pénales?)\b[^.!?\n]{0,20}?\s(?:engagé|entamé|lancé|sera|seront)",
        r"\bmandat d'(?:arrêt|amener)\b",
        r"\b(?:avant|saisie|passage|visite|évite[rz]|transmis|sinon|mandaté)\b[^.!?\n]{0,15}?\shuissier\b"
        r"|\bhuissier (?:sera|va|passera|mandaté)\b",
        r"\bsaisie (?:sur (?:salaire|compte|vos)|de vos|bancaire|immédiate)\b",
        r"\bplainte (?:a été|sera|est) déposée (?:contre|à votre)",
        r"\b(?:serez|être) (?:\w+ )?(?:poursuivie?|arrêtée?)\b(?! de)",
    ),
    wanted=said("demand souhait", r"\bà (?:votre|ta) demande\b|\b(?:comme|selon) (?:\w+ ){0,3}?(?:demand|souhait)\w*"),
    worry=said(
        "suspect inhabituel autoris fraud coup suspend interrompu évite",
        r"\b(?:activités?|connexions?|accès|transactions?|opérations?|tentatives?|achats?|débits?"
        r"|paiements?) (?:suspecte?|inhabituel\w*|non autorisé\w*"
        r"|frauduleu\w+)",
        r"\bvotre (?:ligne|électricité|gaz|internet|abonnement|service|forfait)\b[^.!?\n]{0,30}?\s(?:coupée?|suspendue?|interrompue?)\b",
        r"\bévite[rz] (?:la |le |une? )?(?:suspension|blocage|clôture|fermeture|coupure)\b",
    ),
    notice=said("derni", r"\bderni(?:er|ère) (?:avis|rappel|avertissement|relance|notification|sommation|mise en demeure)\b"),
    demand=said("pay pai regl dett amende peage", r"\b(?:pay(?:ez|er)|paiement|régl(?:ez|er)|dettes?|amendes?|péages?|impayée?s?)\b"),
    secret=said(
        "mot de passe|code|pin|cvv|identifi|bancaire|carte|cryptogramme|secu".replace("|", " "),
        rf"\b{_ASK} (?:\w+ )?(?:{_YOUR}|les|le) (?:\w+ ){{0,2}}?(?:mot de passe|code (?:pin|confidentiel|secret|cvv|de carte)|cvv"
        rf"|pin\b|identifiants(?! client)"
        r"|(?:coordonnées|données|informations) (?:bancaires|de (?:votre )?carte)"
        r"|numéro de (?:(?:votre )?carte(?! de (?:fidélité|membre))|sécurité sociale)"
        r"|carte (?:bancaire|de crédit|bleue)|cryptogramme)",
    ),
    soft_secret=said(
        "compte identit acces donnees informations carte dossier",
        rf"\b(?:{_ASK}|mett(?:ez|re) à jour|réactiv(?:ez|er)|débloqu(?:ez|er)|régularis(?:ez|er)) {_YOUR} (?:\w+ ){{0,2}}?"
        r"(?:comptes?|identité|accès|données|informations|carte|dossier)\b",
    ),
    never=said(
        "jamais ne n' pas personne sans salari sepa rembours prélèvement",
        r"\b(?:jamais|personne|aucun\w*|sans|ne|sepa)\b|\b(?:salari|rembours|prélèvement)|\bn'",
    ),
    prize=said(
        "gagn remport prix lot gain iphone selection choisi tire",
        r"\b(?:vous avez|tu as) (?:gagné|remporté|été tirée?s? au sort)\b(?! (?:[0-9]+ )?(?:points?|étoiles?|la vente"
        r"|l'enchère|du temps|en ))",
        r"\b(?:réclam|récupér|retir|encaiss)(?:ez|er|e) (?:\w+ ){0,2}?(?:votre|ton) (?:prix|lot|gain|iphone)\b",
        r"\b(?:vous avez|tu as) été (?:sélectionné|choisi|tiré)\w*[^.!?\n]{0,20}?\s(?:recevoir|gagner|remporter"
        r"|bénéficier)\b[^.!?\n]{0,25}?"
        rf"\b{_PRIZE}",
        r"\b(?:vous êtes|tu es) (?:l'heureu(?:x|se)|le|la|notre|une?|l'une?)(?: \w+){0,3}? gagnante?s?\b",
        r"\bvotre (?:numéro|e-?mail|nom) (?:a été|est) (?:tiré|gagnant|sélectionné)",
    ),
    earned=said(
        "points fidelite anniversaire achat commande visites enquete parrain enchere club",
        r"\b(?:points|fidélité|anniversaire|(?<!bon\sd')achats?|commandes?|visites|enquête|parrain\w*|enchères?|club)\b",
    ),
    urgent=said(
        "urgent immediat agiss heures h ignor",
        r"(?:\A\W{0,3}urgent\b|\burgent(?=\s?[:!]))|\b(?:répond|pay|régl|vérifi|agiss|appel)\w* (?:\w+ )?immédiatement\b"
        r"|\bagissez (?:maintenant|vite)\b"
        r"|\b(?:répond|pay|régl|régularis|vérifi|confirm)\w*\b[^.!?\n]{0,30}?\b(?:sous|dans les) (?:24|48|12)\s?(?:h"
        r"|heures)\b|\bn'ignorez pas\b",
    ),
    haste=said(
        "chance heures manquez rate tard aujourd",
        r"\bdernière chance\b|\bdernières heures\b|\bne (?:manquez|ratez) pas (?:ça|cela|cette)\b"
        r"|\bdépêchez-vous\b|\bavant qu'il (?:ne )?soit trop tard\b",
    ),
)
