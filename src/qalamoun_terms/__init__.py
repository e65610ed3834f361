"""Typed, evidence-backed models of negotiated terms."""
