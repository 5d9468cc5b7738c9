"""How XML, JSON, JSON-LD and labelled lines work at all, whatever the format."""
