"""What a sentence claims of visits: clauses, decisions, rules and duties, each with its direction."""
