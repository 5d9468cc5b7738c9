"""Body markup: a dialect is a table of tags; one walker reads them all, one writes them all."""
