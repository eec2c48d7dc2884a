"""Event mentions: detection, types, arguments, semantic roles and headlines."""
