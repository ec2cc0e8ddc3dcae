"""Where everything of a swimlane diagram stands."""
