"""Message catalogues: a folder a language, a file a subject. To add a language is to add a folder."""
