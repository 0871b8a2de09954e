"""Spanish: the phrases of vague links, codes, pressure and prizes."""

from typing import Final

from linkwell.text.languages.language import Language, handed_out, said

_YOUR: Final = r"(?:tu|su|tus|sus)"
_WHAT: Final = (
    r"(?:cuenta|tarjeta(?! (?:de )?(?:regalo|fidelidad|soci\w+|transporte|sanitaria|cliente))|acceso|perfil|usuario"
    r"|banca (?:online|en línea|móvil|digital)|buzón|correo|dni|monedero|apple id|paypal|netflix|bizum|licencia|dispositivo|teléfono)"
)
_IS: Final = (
    r"(?:(?:ha|han) (?:sido|quedado)|fue|está|están|será|serán|va a ser|quedará|queda|se encuentra|se ha|ser|estará|se verá|permanece)"
)
_DONE: Final = (
    r"(?:suspendid|bloquead|restringid|limitad(?!\w a)|desactivad|deshabilitad|inhabilitad|hackead|comprometid|congelad|vulnerad"
    r"|retenid)[oa]s?\b"
)
_LINK: Final = (
    r"(?:aquí|acá|abajo|(?:en|sobre)?\s?(?:el|este|al|nuestro|del) (?:siguiente )?(?:enlace|link|vínculo)(?: (?:de abajo|siguiente"
    r"|adjunto))?)\b"
)
_ASK: Final = (
    r"(?:confirm[ae]r?|verifi(?:ca|que|car)|valid(?:a|e|ar)|introdu(?:ce|zca|cir)|ingres(?:a|e|ar)|(?:proporci[oó]n|envi"
    r"|facilit)[ae](?:r|nos)?"
    r"|indi(?:ca|que|quenos)|escrib[ae]|díganos|reingrese|comparta|necesitamos)"
)
_OF_CARD: Final = r"(?:datos|número) de (?:(?:tu|su|la) )?tarjeta(?! de (?:regalo|socio|fidelidad))"
_PRIZE: Final = r"(?:premio|iphone|ipad|samsung|tarjeta|cheque|regalo|vale|bono|viaje|playstation|ps5|€|\$|[0-9]+\s?euros)"

SPANISH: Final = Language(
    name="Spanish",
    cues=frozenset(
        "aquí aqui acá aca clic enlace tu su tus sus usted el una para cuenta código codigo clave hemos sesión sesion"
        " ganado ganaste han eres"
        " premio urgente última "
        "último ultima ultimo aviso pague orden reclama reclame reclamar felicidades solo oportunidad prisa verifique "
        "pulsa pulse pincha toca sigue haz haga embargo acciones legales judiciales arresto contraseña suspendida"
        " suspendido bloqueada bloqueado tarjeta".split()
    ),
    vague=said(
        "clic puls pinch toca presion toque sigue siga",
        rf"(?P<please>\bpor favor,? )?\b(?:(?P<familiar>(?:haz|da|dale|haga?z)(?: un)? clic?k?|pulsa|pincha|clica|toca|presiona)"
        rf"|(?P<formal>(?:haga|dé|den|hagan)(?: un)? clic?k?|pulse|pinche|clique|toque|presione)"
        rf"|(?P<bare>(?:(?:hacer|dar) )?clic?k?|pulsar|pinchar|clicar)|(?P<doing>(?:haciendo|dando) clic?k?|pulsando|pinchando|clicando))"
        rf"(?: en| sobre)? {_LINK}",
        r"\b(?:(?P<follows>sigue)|(?P<follow>siga)) (?:el|este|nuestro) (?:siguiente )?(?:enlace|link|vínculo)\b",
    ),
    instead={"familiar": "visita", "formal": "visite", "bare": "visitar", "doing": "en", "follows": "visita", "follow": "visite"},
    goal="para",
    code=handed_out(
        "código clave contraseña pin sesión",
        r"(?:código|clave|pin|contraseña) (?:de (?:verificación|autenticación|inicio de sesión|un solo uso|uso único|único uso|validación)"
        r"|temporal|único|otp|dinámica|desechable)",
        "es",
        "para|de",
        r"\b(?:ingresa|ingrese|introduce|introduzca|usa|use|escribe) (?:el |este )?(?:código |clave )?#"
        r" para (?:verificar|iniciar sesión|acceder a (?:tu|su) cuenta|confirmar (?:tu|su) (?:identidad|cuenta|correo|teléfono|número))",
    ),
    maybe_code=handed_out(
        "código clave",
        rf"(?:{_YOUR} (?:código|clave)(?: de (?:acceso|seguridad|confirmación|ingreso|activación))?|código de seguridad)(?: [\w&'.]+)?",
        "es",
        "para|de",
    ),
    other_codes=said(
        "promo descuent cupón oferta regal puerta portal garaje parking aparca habita reserv pedido envío paquete"
        " taquilla recog entreg wifi"
        " reunión clase curso cita evento entrada mesa hotel vuelo alarma llave caja postal socio client zoom factura"
        " referid invit % edificio"
        " alojamiento apartamento piso casa tienda ahorr compra ticket matrícula producto",
        r"[\s\S]",
    ),
    threat=said(
        "suspend bloque restring limit desactiv habilitad hack comprom congel vulner reten cancelad cerrad eliminad legal judicial arrest"
        " detenci captura embarg denunci demand detenid procesad",
        rf"\b{_YOUR} (?:\w+ ){{0,2}}?{_WHAT}[^.!?\n]{{0,40}}?\s{_IS} (?:\w+ ){{0,2}}?{_DONE}",
        rf"\b(?:cuenta|tarjeta|acceso) (?:\w+mente )?{_DONE}(?!\s?\?)",
        rf"\b{_YOUR} (?:\w+ )?cuenta\b[^.!?\n]{{0,30}}?\s(?:será|va a ser) (?:\w+ )?(?:cancelada|cerrada|eliminada)\b",
        rf"\b(?:hemos|han|tuvimos que) (?:\w+ )?(?:bloque|suspend|limit|restring|desactiv|congel)\w+ (?:\w+ )?{_YOUR} (?:\w+ )?{_WHAT}",
        rf"\bse ha (?:suspendi|bloquea|restringi|limita|desactiva)do (?:\w+mente )?{_YOUR} (?:\w+ )?{_WHAT}",
        rf"\bse (?:le )?(?:suspender|bloquear|desactivar|restringir|cancelar|cerrar)á {_YOUR} (?:\w+ )?{_WHAT}",
        r"\b(?:inici|tom|emprend|proced|adopt|interpondr|ejerc)\w*(?:remos|rán|rá)\b[^.!?\n]{0,30}?\s(?:legal|judicial)(?:es)?\b",
        r"\b(?:evit[ae]r?|sufrir|riesgo de|bajo pena de)\b[^.!?\n]{0,20}?\s(?:acciones|medidas|procesos?) (?:legal|judicial)es\b",
        r"\b(?:acciones|medidas) (?:legal|judicial)es (?:contra|en su contra|inmediatas)",
        r"\borden de (?:arresto|detención|captura)\b",
        r"\b(?:será|ser|seria) (?:\w+ )?(?:arrestad|detenid|demandad|denunciad|procesad|embargad)[oa]\b",
        r"\b(?:al|a|evit[ae]r?(?: el| un)?|orden de|diligencia de) embargo\b",
        rf"\bembargar(?:emos|án|á)? {_YOUR}\b",
        r"\bpresentaremos (?:una )?(?:denuncia|demanda)\b",
    ),
    wanted=said("solicit pid petic", r"\b(?:como|según|conforme a?) (?:\w+ ){0,2}?(?:solicit|pid)\w+|\ba petición|por su solicitud"),
    worry=said(
        "sospech inusual autoriz fraudul cortad suspendid interrump desconect evitar",
        r"\b(?:actividad|accesos?|intentos?|cargos?|compras?|movimientos?|inicios? de sesión|transacción|transacciones|transferencia)"
        r" (?:sospechos\w+|inusual\w*|no autorizad\w+|fraudulent\w+)",
        r"\b(?:tu|su) (?:servicio|luz|línea|suministro|electricidad|agua|suscripción|gas|internet)\b[^.!?\n]{0,30}?"
        r"\s(?:cortad|suspendid|interrumpid|desconectad)[oa]\b",
        r"\bevitar (?:la |el )?(?:suspensión|cancelación|bloqueo|cierre|corte)\b",
    ),
    notice=said("último última", r"\búltim[oa] (?:aviso|notificación|recordatorio|requerimiento|llamado)\b"),
    demand=said("pag deud mult peaje", r"\b(?:pag(?:ue|a|ar|o)|deudas?|multas?|peajes?|impagad\w+)\b"),
    secret=said(
        "contraseña clave pin cvv cvc credencial bancari tarjeta coordenadas frase",
        rf"\b{_ASK} (?:(?!que|che|dass)\w+ ){{0,2}}?{_YOUR} (?:\w+ ){{0,2}}?(?:contraseña|clave(?! de (?:soci|client))"
        rf"|pin\b(?!\W{{0,3}}[0-9])|cvv|cvc|credenciales"
        r"|datos (?:bancarios|de acceso|de tarjeta)|coordenadas|frase semilla|número de tarjeta|tarjeta (?:bancaria|de crédito|de débito))",
        rf"\b{_ASK} (?:los |el |sus |tus )?(?:datos bancarios|{_OF_CARD})",
        rf"\b{_ASK} (?:el |la )(?:pin|clave|contraseña) de {_YOUR} (?:tarjeta|cuenta|banco)\b",
    ),
    soft_secret=said(
        "cuenta identidad datos acceso tarjeta",
        rf"\b(?:{_ASK}|actuali(?:za|ce|zar)|reactiv[ae]|desbloque[ae]|recuper[ae]"
        rf"|restablezca) {_YOUR} (?:\w+ ){{0,2}}?(?:cuenta|identidad|datos|acceso|tarjeta)\b",
    ),
    never=said(
        "no nunca jamás nadie sin portal emplead nómina domicilia sepa reembols",
        r"(?<!si\s)(?<!para\s)\bno\b|\b(?:nunca|jamás|nadie|sin|sepa)\b|\b(?:portal|empleado|nómina|domicilia|reembols)",
    ),
    prize=said(
        "ganado ganó ganaste ganador premi iphone seleccion elegid agraciad",
        rf"\b(?:usted|ud\.?) ganó (?!\d|la subasta)|\bganaste (?:un|una|el|la) [^.!?\n]{{0,20}}?{_PRIZE}",
        r"(?:\bhas|\b(?:usted|ud\.?) ha) ganado\b(?! (?:[0-9]+ )?(?:puntos|millas|estrellas"
        r"|la subasta|un descuento"
        r"|un cupón|experiencia|tiempo))",
        r"\b(?:reclam|canje|cobr|retir|recoj|recog)(?:a|e|ar|er)\b (?:\w+ )?(?:tu|su) (?:gran )?(?:premio|iphone)\b",
        rf"\b(?:has|ha) sido (?:seleccionad|elegid|premiad|agraciad)[oa] [^.!?\n]{{0,20}}?\b(?:recibir|ganar|obtener"
        rf"|con)\b[^.!?\n]{{0,25}}?{_PRIZE}",
        r"\b(?:eres|es usted) (?:el|la|nuestr[oa]|un|una|uno de los)(?: \w+)? ganador(?:a|es)?\b",
        r"(?:\A|[.!?:,\n]\s{0,2})ha ganado(?= (?:un|una|el (?:premio|sorteo)|nuestro (?:gran |sorteo|premio)|[0-9€$]))",
        r"\b(?:tu|su) (?:número|correo|teléfono) (?:ha sido|ha resultado|fue|resultó) (?:premiad|ganador|agraciad|seleccionad)",
    ),
    earned=said(
        "puntos fidelidad cumpleaños visitas compra socio encuesta aniversario sellos referid club subasta",
        r"\b(?:puntos|fidelidad|cumpleaños|visitas|compras?|soci[oa]s?|encuesta|aniversario|sellos|referid\w+|club|subasta)\b",
    ),
    urgent=said(
        "urgente inmediat actú actu horas ignor",
        r"(?:\A\W{0,3}urgente\b|\burgente(?=\s?[:!]))|\b(?:responda|pague|verifique|actúe|llame) (?:\w+ )?(?:inmediatamente|de inmediato)\b"
        r"|\bact[uú][ae] (?:ahora|ya|rápido)\b|\b(?:tiene|le quedan|tienes) (?:\w+ )?[0-9]{1,2}\s?(?:horas"
        r"|h) para (?:pagar|verificar|confirmar|actualizar|responder|evitar)\b"
        r"|\b(?:responda|pague|verifique|confirme|actualice)\b[^.!?\n]{0,30}?\b(?:en las próximas|antes de|en) [0-9]{1,2}\s?(?:horas|h)\b"
        r"|\bno (?:lo )?ignores?\b|\bpague ya\b",
    ),
    haste=said(
        "oportunidad hoy pierda prisa horas tarde",
        r"\búltimas? (?:oportunidad|horas|plazas hoy)\b"
        r"|\bno (?:te )?lo pierdas\b|\bno se lo pierda\b"
        r"|\bdate prisa\b|\bantes de que sea (?:demasiado )?tarde\b",
    ),
)
