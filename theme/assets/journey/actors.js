/* One actor of a buying group: what concerns the others steps back. The choice stands in the address (?actor=anna). */
