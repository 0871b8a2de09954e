"""What speaks HTTP: the guard in front, one file of routes a resource, JSON in and out in wire.py."""
