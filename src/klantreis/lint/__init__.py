"""Is this a good journey? What an experienced journey manager would say in the review.

Entry points: `plan.make_plan` chooses the rules by the settings, `linter` runs them. A rule is one
file in `rules/`: its docstring is its page, its `RULE` what the tool knows of it, its `check` what
it does. `rules.ALL` is the explicit tuple of them.
"""
