"""The spiders, by the name that a monitor's `spider` gives. A new one is a file here and an entry there."""
