"""The flow: how customers go from touchpoint to touchpoint, where the ways part, and where they leave."""
