"""News articles as typed, validated objects."""
