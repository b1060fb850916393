"""The WSGI application: `gunicorn wsgi:app`, with gunicorn.conf.py beside it. Settings: CLEANER_* variables."""

from cleaner.settings import Settings
from cleaner.web import create_app
from cleaner.web.logs import configure_logging

settings = Settings.load()
configure_logging(settings)
app = create_app(settings)
