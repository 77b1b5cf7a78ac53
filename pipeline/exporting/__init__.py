"""The tables in other forms: for spreadsheets, scripts, databases and annotation."""
