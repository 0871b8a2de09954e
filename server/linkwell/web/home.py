"""The helper's own front page leads to the demo inbox."""

from typing import Final

from flask import Blueprint, redirect
from werkzeug.wrappers import Response

blueprint: Final = Blueprint("home", __name__)


@blueprint.get("/")
def get_home() -> Response:
    """Lead to the demo inbox."""
    return redirect("/demo", 302)
