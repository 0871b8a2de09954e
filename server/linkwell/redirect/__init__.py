"""What faces recipients: the route in front of everything, its map of links, the visit spool and the drainer."""
