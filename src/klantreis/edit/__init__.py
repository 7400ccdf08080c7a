"""Changes files as a careful colleague would: small edits of the text, comments kept, meaning checked."""
