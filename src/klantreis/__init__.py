"""klantreis: customer journey maps as YAML: checked, drawn, compared."""

__version__ = "0.1.0"
