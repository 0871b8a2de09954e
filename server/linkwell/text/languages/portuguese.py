"""Portuguese, of Brazil and of Portugal: the phrases of vague links, codes, pressure and prizes."""

from typing import Final

from linkwell.text.languages.language import Language, handed_out, said

_YOUR: Final = r"(?:sua|seu|suas|seus|tua|teu|tuas|teus|vossa)"
_WHAT: Final = (
    r"(?:conta|cartão(?! (?:presente|fidelidade|de (?:visita|sócio|fidelidade)))|acesso|perfil|cpf|cnh|nif|internet banking"
    r"|chave pix|pix|benefício"
    r"|apple id|paypal|netflix|celular|telemóvel|dispositivo)"
)
_IS: Final = r"(?:foi|foram|está|estão|será|serão|vai ser|ficará|ficou|encontra-se|ser|pode ser|sendo)"
_DONE: Final = (
    r"(?:suspens|bloquead|restringid|restrit|limitad(?!\w a)|desativad|desabilitad|congelad|invadid|hackead|comprometid|inativad)[oa]s?\b"
)
_LINK: Final = r"(?:aqui|abaixo|(?:no|neste|nesse|sobre o|em nosso) (?:seguinte )?link(?: (?:abaixo|a seguir|seguinte|anexo))?)\b"
_ASK: Final = (
    r"(?:confirm[ae]r?|verifi(?:que|ca|car)|valid(?:e|a|ar)|insir?[ae]|inserir|introdu(?:za|z|zir)|digit[ea]|inform[ea]"
    r"|envi[ea](?:r|-nos)?|forne[çc]a"
    r"|indi(?:que|ca)|partilhe)"
)
_OF_CARD: Final = r"(?:dados|número) do (?:(?:seu|teu) )?cartão(?! (?:de (?:sócio|fidelidade)|fidelidade|do sus))"
_PRIZE: Final = r"(?:iphone|ipad|samsung|vale|presente|prêmio|r\$|€|\$|gift|cartão|viagem|[0-9]+\s?(?:reais|euros))"

PORTUGUESE: Final = Language(
    name="Portuguese",
    cues=frozenset(
        "aqui clique clica toque siga sua seu suas seus tua teu código codigo senha você voce uma um para não nao último "
        "última ultimo ultima aviso pague penhora mandado urgente parabéns parabens ganhou resgate hoje "
        "clicar clicando acesse abaixo bloqueada bloqueado suspensa suspenso cartao conta siga".split()
    ),
    vague=said(
        "cliq clic toque toca siga segue pression",
        rf"(?P<please>\bpor favor,? )?\b(?:(?P<formal>(?:faça )?clique|toque|pressione)|(?P<familiar>clica|toca)|(?P<bare>clicar)"
        rf"|(?P<doing>clicando|(?:ao|a) clicar)) {_LINK}",
        r"\b(?:(?P<follow>siga)|(?P<follows>segue)) (?:o|este|esse|nosso) (?:seguinte )?link(?: (?:abaixo|a seguir))?\b",
    ),
    instead={"formal": "visite", "familiar": "visita", "bare": "visitar", "doing": "em", "follow": "visite", "follows": "visita"},
    goal="para",
    code=handed_out(
        "código senha palavra pin",
        r"(?:código (?:de (?:verificação|autenticação|validação|login|início de sessão|uso único|utilização única"
        r"|segurança)|otp|único|temporário)"
        r"|senha (?:de uso único|temporária|única|descartável|provisória))",
        "é",
        "para|do|da|de",
        r"\b(?:digite|insira|use|informe|introduza|utilize) (?:o |este )?(?:código )?# para (?:verificar"
        r"|confirmar (?:a )?(?:sua|seu) (?:identidade|conta"
        r"|e-?mail|número|telefone)|entrar na (?:sua )?conta|iniciar sessão|fazer login|acessar (?:a )?sua conta)",
    ),
    maybe_code=handed_out(
        "código", r"(?:(?:o )?(?:seu|teu) )código(?: de (?:acesso|segurança|confirmação|ativação))?(?: [\w&'.]+)?", "é", "para|do|da"
    ),
    other_codes=said(
        "promo descont cupom cupao oferta presente porta portao portaria garagem estacion quarto reserv pedido entreg"
        " encomend rastre retir wifi"
        " reunião aula curso consulta evento ingresso mesa hotel voo alarme chave caixa postal sócio client zoom fatura"
        " convit indic % edifício"
        " prédio apartamento casa loja compra bilhete matrícula produto armário cacifo condomínio pix boleto",
        r"[\s\S]",
    ),
    threat=said(
        "suspen bloque restring restrit limit ativad habilitad congel invadid hack comprom cancelad encerrad excluid"
        " eliminad judicia lega prisao"
        " captura penhora preso presa processad detid",
        rf"\b{_YOUR} (?:\w+ ){{0,2}}?{_WHAT}[^.!?\n]{{0,40}}?\s{_IS} (?:\w+ ){{0,2}}?{_DONE}",
        rf"\b(?:conta|cartão|acesso|cpf) (?:\w+mente )?{_DONE}(?!\s?\?)",
        rf"\b{_YOUR} (?:\w+ )?conta\b[^.!?\n]{{0,30}}?\s(?:será|vai ser) (?:\w+ )?(?:cancelada|encerrada|excluída|eliminada)\b",
        rf"\b(?:bloqueamos|suspendemos|limitamos|restringimos|desativamos|bloquearemos|suspenderemos) (?:\w+ )?(?:a "
        rf"|o )?{_YOUR} (?:\w+ )?{_WHAT}",
        r"\b(?:tomaremos|iremos|evit[ae]r?|será|serão|sob pena|ajuizaremos|iniciaremos|adotaremos|avançaremos|ou)\b[^.!?\n]{0,25}?"
        r"\s(?:medidas?|ação|ações|providências|processo|cobrança) (?:judicia(?:l|is)|lega(?:l|is))\b",
        r"\b(?:medidas?|ação|ações|processo) (?:judicia(?:l|is)|lega(?:l|is)) (?:contra|será|serão|imediat)",
        r"\bmandado de (?:prisão|busca|captura)\b",
        r"\b(?:evit[ae]r?|sob|será|ordem de|terá|risco de)\b[^.!?\n]{0,20}?\spenhora\b|\bpenhora (?:de bens|dos seus"
        r"|do seu|imediata|judicial)\b",
        r"\b(?:será|serás|ser) (?:\w+ )?(?:pres[oa]|processad[oa]|detid[oa])\b",
    ),
    wanted=said("solicit pedi", r"\b(?:conforme|como) (?:\w+ ){0,2}?(?:solicit|ped)\w+|\ba (?:seu|teu) pedido\b"),
    worry=said(
        "suspeit incomu autoriz fraud cortad suspens interromp desligad evit",
        r"\b(?:atividade|acessos?|tentativas?|compras?|transação|transações|movimentos?|logins?|cobrança) (?:suspeit\w+"
        r"|incomu\w+|não autorizad\w+|fraudulent\w+)",
        r"\b(?:sua|seu) (?:energia|luz|água|internet|linha|serviço|gás|assinatura|plano)\b[^.!?\n]{0,30}?\s(?:cortad"
        r"|suspens|interrompid|desligad)[oa]\b",
        r"\bevit[ae]r? (?:a |o )?(?:suspensão|bloqueio|cancelamento|encerramento|corte)\b",
    ),
    notice=said("ultim", r"\búltim[oa] (?:aviso|notificação|lembrete|chamada|intimação|alerta)\b"),
    demand=said("pag divid multa portagem pedagio", r"\b(?:pagu?[aeo]r?|pagamento|dívidas?|multas?|portage(?:m|ns)|pedágios?)\b"),
    secret=said(
        "senha palavra-passe password pin cvv token credencia bancari cart chave",
        rf"\b{_ASK} (?:(?!que|che|dass)\w+ ){{0,2}}?{_YOUR} (?:\w+ ){{0,2}}?(?:senha|palavra-passe|password"
        rf"|pin\b(?!\W{{0,3}}[0-9])|cvv|token|credenciais"
        r"|dados (?:bancários|de acesso|do cartão)|número do cartão|cartão (?:de crédito|de débito|bancário)|chave privada)",
        rf"\b{_ASK} (?:a senha|o pin) d[ao] {_YOUR} (?:cartão|conta|banco)\b",
        rf"\b{_ASK} os {_OF_CARD}|\b{_ASK} o {_OF_CARD}|\b{_ASK} os dados bancários",
    ),
    soft_secret=said(
        "conta identidade dados acesso cart cpf",
        rf"\b(?:{_ASK}|atuali(?:ze|za|zar)|reativ[ea]|desbloquei[ea]|recuper[ea]|regulari[sz]e) (?:a |o |as |os )?{_YOUR} (?:\w+ ){{0,2}}?"
        r"(?:conta|identidade|dados|acesso|cartão|cpf)\b",
    ),
    never=said(
        "nao nunca jamais ninguem sem portal colaborador folha reembols",
        r"(?<!se\s)(?<!para\s)\bnão\b|\b(?:nunca|jamais|ninguém|sem)\b|\b(?:portal|colaborador|reembols)|\bfolha de",
    ),
    prize=said(
        "ganh premi iphone vencedor selecion escolhid sortead",
        r"\b(?:você|vc|voce|tu) ganh(?:ou|aste)\b(?! (?:[0-9]+ )?(?:pontos|milhas|estrelas|o leilão|um (?:desconto"
        r"|cupom)|tempo|cashback))|\bganhaste um",
        r"\b(?:resgat|reclam|retir|receb|levant)(?:e|a|ar|er) (?:\w+ )?(?:seu|teu) (?:prêmio|prémio|iphone)\b",
        r"(?:\A|[.!?:,\n]\s{0,2})ganhou(?= (?:um|uma|o prêmio|r\$|[0-9€]))(?! um (?:desconto|cupom))",
        rf"\bfoi (?:o )?(?:selecionad|escolhid|sortead)[oa] [^.!?\n]{{0,20}}?\b(?:receber|ganhar)\b[^.!?\n]{{0,25}}?{_PRIZE}",
        r"\bvoc[eê] (?:é|foi) (?:o|a|nosso|nossa|um dos)(?: \w+){0,2}? (?:ganhador|vencedor)",
        r"\bseu (?:número|e-?mail|telefone|nome) foi (?:sortead|premiad|selecionad)",
    ),
    earned=said(
        "pontos fidelidade aniversar compra socio pesquisa indica clube leilao visitas",
        r"\b(?:pontos|fidelidade|aniversári\w+|compras?|sóci[oa]s?|pesquisa|indicação|clube|leilão|visitas)\b",
    ),
    urgent=said(
        "urgente imediat aja horas ignore",
        r"(?:\A\W{0,3}urgente\b|\burgente(?=\s?[:!]))|\b(?:responda|pague|verifique|regularize) (?:\w+ )?(?:imediatamente|de imediato)\b"
        r"|\baja (?:agora|já|rápido)\b|\b(?:tem|restam) (?:24|48|12)\s?(?:horas|h) para (?:pagar|verificar|confirmar"
        r"|atualizar|responder|regularizar)\b|\b(?:responda|pague|verifique"
        r"|confirme|regularize|atualize)\b[^.!?\n]{0,30}?\b(?:em até|nas próximas|em) (?:24|48|12)\s?(?:horas|h)\b"
        r"|\bnão ignore\b|\bpague (?:já|agora)\b",
    ),
    haste=said(
        "chance oportunidade hoje perca horas corra tarde",
        r"\búltim(?:a chance|a oportunidade|as horas)\b"
        r"|\bnão perca(?=\s?[!.:]|,? (?:só )?hoje)"
        r"|\bantes que seja (?:demasiado )?tarde\b",
    ),
)
