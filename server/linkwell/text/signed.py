"""Signed links: whether a link carries a signature over its own address, so that nothing may be added to it or written anew.

Sources: docs.aws.amazon.com (SigV4, SigV2 and CloudFront query strings), cloud.google.com/storage/docs/access-control/signed-urls,
learn.microsoft.com/rest/api/storageservices (SAS), nginx.org ngx_http_secure_link_module.
"""

import re
from functools import lru_cache
from typing import Final

from linkwell.text.query import parameters

# Names in lower case that must stand together, and whose signature that is.
_SIGNERS: Final = (
    ({"x-amz-signature"}, "Amazon S3"),
    ({"awsaccesskeyid", "signature"}, "Amazon S3"),
    ({"x-goog-signature"}, "Google Cloud Storage"),
    ({"googleaccessid", "signature"}, "Google Cloud Storage"),
    ({"signature", "key-pair-id"}, "Amazon CloudFront"),
    ({"sig", "sv"}, "Microsoft Azure"),
    ({"sig", "se"}, "Microsoft Azure"),
    ({"sig", "sp"}, "Microsoft Azure"),
    ({"ossaccesskeyid", "signature"}, "Alibaba Cloud"),
    ({"x-oss-signature"}, "Alibaba Cloud"),
    ({"q-signature"}, "Tencent Cloud"),
    ({"oh", "oe"}, "Facebook"),
)
_SIGNATURES: Final = frozenset(
    "sig signature hmac x-signature x-sig url_signature urlsignature url-signature _signature _sig signed mac x-hmac hash_hmac "
    "hdnts hdnea hdntl __token__ __gda__ x-expires-signature".split()
)
_WITH_A_TIME: Final = frozenset(
    "token hash md5 st auth auth_key sign key verify digest checksum hm s t_sig secure h _hash link_hash".split()
)
_TIMES: Final = frozenset(
    "expires expiry expire exp expiration expires_at expiresat expire_at expires-at e ex ts timestamp time x-expires valid_until "
    "validuntil validto valid_to until ttl deadline expirytime".split()
)
_ANY: Final = re.compile(r"[?&][^=&#]+=(?=[^&#]*[0-9])[^&#]{8,}")
_DIGEST: Final = re.compile(r"(?=[^&]*\d)(?:[A-Za-z0-9+/_\-.~=*:]|%[0-9A-Fa-f]{2}){16,}")
_BRIEF: Final = re.compile(r"(?:[A-Za-z0-9+/_\-.~=*:]|%[0-9A-Fa-f]{2}){8,}")
_ALONE: Final = frozenset({"digest", "sign", "checksum", "verify"})  # by what stands behind them
_SURE: Final = re.compile(r"[0-9a-fA-F]{40,}|\d{10}-[\w+/=%\-]{20,}")
_STAMP: Final = re.compile(r"\d{10}(?:\d{3})?")
_MOMENT: Final = re.compile(r"\d{9,13}|\d{1,7}|\d{4}-?\d\d-?\d\d.*|[0-9a-f]{8}")


def is_signed(written: str) -> bool:
    """Tell whether the query of a written link is signed."""
    return signer(written) is not None


@lru_cache(maxsize=1024)
def signer(written: str) -> str | None:
    """Return who checks the signature in a written link, ``""`` where that is not known, ``None`` where there is none."""
    if "?" not in written or _ANY.search(written) is None:
        return None
    values = {one.name.lower(): one.value for one in parameters(written) if one.value}
    return next((name for names, name in _SIGNERS if names <= values.keys()), None) or _nameless(values)


def _timed(values: dict[str, str]) -> bool:
    if _STAMP.fullmatch(values.get("t", "")):
        return True
    return any(name in _TIMES and _MOMENT.fullmatch(value) for name, value in values.items())


def _nameless(values: dict[str, str]) -> str | None:
    """Know a signature of nobody in particular by its name and by what a digest looks like."""
    timed = _timed(values)
    for name, value in values.items():
        if name in _SIGNATURES and (_DIGEST.fullmatch(value) or (timed and _BRIEF.fullmatch(value))):
            return ""
        if timed and name in _WITH_A_TIME and _DIGEST.fullmatch(value):
            return ""
        if name in _ALONE and _SURE.fullmatch(value):
            return ""
    return None
