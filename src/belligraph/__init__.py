"""Belligraph: news reports of attacks and strikes as linked data, every fact tied to its words and its speaker."""

__version__ = "0.1.0"
