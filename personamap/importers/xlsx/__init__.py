"""XLSX workbooks, read part by part without keeping more than the cells that are asked for."""
