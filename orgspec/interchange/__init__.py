"""Other formats in and out: importers read them into our language, exporters write them."""
