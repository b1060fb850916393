"""Who may ask for what: API keys, tokens for browsers, scopes, rates and origins. Off until a key store is set."""
