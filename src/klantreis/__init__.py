"""klantreis: customer journey maps as YAML: checked and drawn."""

__version__ = "0.1.0"
