"""For `gunicorn wsgi:app`, which reads this file by itself: what `cleaner serve` runs with. Settings: CLEANER_*."""

from cleaner.settings import Settings
from cleaner.web.server import options

globals().update(options(Settings.load()))
