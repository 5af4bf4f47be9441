"""Timetables: days, hours and weeks, however they are told."""
